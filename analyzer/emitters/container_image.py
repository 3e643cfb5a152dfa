"""A Dockerfile for each service: two stages, no root, pinned base image, the clients of its peers inside."""

from collections.abc import Iterator

from analyzer.model.artifact import Artifact
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.templates import render

_IGNORED = ("*", "!*/pyproject.toml", "!*/src", "!*/client/pyproject.toml", "!*/client/src", "**/__pycache__")
_USER = 10001  # the same number as in the Kubernetes manifests


def emit(study: Study) -> Iterator[Artifact]:
    """``Dockerfile`` in every service's folder; it is built from the folder above, where its peers' clients are."""
    for contract in study.contracts:
        text = render(
            "container/Dockerfile.j2",
            folder=services.folder_name(contract.service),
            peers=[services.folder_name(key) for key in services.callees(study, contract.service)],
            command=services.command(contract.service),
            port=services.PORT,
            user=_USER,
        )
        yield Artifact(f"{services.folder(contract.service)}/Dockerfile", text)
    if study.contracts:
        yield Artifact(f"{services.FOLDER}/.dockerignore", "".join(f"{line}\n" for line in _IGNORED))


EMITTER = Emitter("container", "Dockerfiles", emit, needs=("fastapi", "client", "project"))
