"""A Dockerfile for each service: two stages, no root, pinned base image."""

from collections.abc import Iterator

from analyzer.model.artifact import Artifact
from analyzer.model.family import Emitter
from analyzer.model.study import Study
from analyzer.notation import services
from analyzer.notation.templates import render

_IGNORED = ("*", "!pyproject.toml", "!src", "src/**/__pycache__")
_USER = 10001  # the same number as in the Kubernetes manifests


def emit(study: Study) -> Iterator[Artifact]:
    """``Dockerfile`` and ``.dockerignore`` in every service's folder."""
    for contract in study.contracts:
        folder = services.folder(contract.service)
        package = services.package(contract.service)
        text = render("container/Dockerfile.j2", package=package, port=services.PORT, user=_USER)
        yield Artifact(f"{folder}/Dockerfile", text)
        yield Artifact(f"{folder}/.dockerignore", "".join(f"{line}\n" for line in _IGNORED))


EMITTER = Emitter("container", "Dockerfiles", emit, needs=("fastapi", "project"))
