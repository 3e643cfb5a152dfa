"""The route map of the strangler phase, and a small gateway that follows it."""

from collections.abc import Iterator

from analyzer.model.artifact import Artifact
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.documents import json_text
from analyzer.notation.python import checked
from analyzer.notation.templates import render

_COMMENT = "Which routes have moved is said in moved.json, which is yours: whole services, or single routes."
_NONE_MOVED: dict[str, list[str]] = {"services": [], "routes": []}


def emit(study: Study) -> Iterator[Artifact]:
    """``services/gateway``: every route a service takes over, which of them have moved (none yet), and the proxy."""
    routes = [
        {
            "route": old,
            "service": services.label(contract.service),
            "variable": services.variable(contract.service),
            "target": operation.path,
        }
        for contract in study.contracts
        for operation in contract.operations
        for old in operation.replaces
    ]
    if study.contracts:
        folder = f"{services.FOLDER}/gateway"
        yield Artifact(f"{folder}/routes.json", json_text({"comment": _COMMENT, "routes": routes}))
        yield Artifact(f"{folder}/moved.json", json_text(_NONE_MOVED), "hand_owned")
        yield Artifact(f"{folder}/gateway.py", checked(render("gateway/gateway.py.j2"), "gateway.py"))


EMITTER = Emitter("gateway", "A route map and gateway for the strangler phase", emit)
