"""The services as entities of a Backstage software catalogue."""

from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.cut import Service
from analyzer.model.family import Renderer
from analyzer.model.rollup import service_links
from analyzer.model.study import Study
from analyzer.notation.documents import Value, yaml_documents
from analyzer.notation.names import kebab
from analyzer.notation.prose import plain

_API = "backstage.io/v1alpha1"
_LONGEST = 63  # the catalogue refuses longer names


def draw(study: Study) -> Iterable[Artifact]:
    """``catalog-info.yaml``: one System, one Component a service, one API where operations are published."""
    system = _name(study.name)
    needs: dict[str, list[str]] = {service.key: [] for service in study.cut.services}
    for link in service_links(study):
        needs[link.source].append(link.target)
    publishing = {contract.service for contract in study.contracts if contract.operations}
    entities: list[Value] = [_entity("System", {"name": system}, {"owner": "unknown"})]
    for service in study.cut.services:
        spec: dict[str, Value] = {"type": service.kind, **_home(service, system)}
        if service.key in publishing:
            spec["providesApis"] = [f"{_name(service.key)}-api"]
        spec["dependsOn"] = [f"component:{_name(key)}" for key in needs[service.key]]
        spec["consumesApis"] = [f"{_name(key)}-api" for key in needs[service.key] if key in publishing]
        metadata = {"title": plain(service.name), "description": plain(service.description)}
        entities.append(_entity("Component", {"name": _name(service.key), **metadata}, spec))
    entities += [_api(service, system) for service in study.cut.services if service.key in publishing]
    yield Artifact("catalog-info.yaml", yaml_documents(entities))


def _entity(kind: str, metadata: Value, spec: Value) -> Value:
    return {"apiVersion": _API, "kind": kind, "metadata": metadata, "spec": spec}


def _home(service: Service, system: str) -> dict[str, Value]:
    return {"lifecycle": "experimental", "owner": _name(service.owner or "unknown"), "system": system}


def _api(service: Service, system: str) -> Value:
    document: Value = {"$text": f"./services/{service.key}/openapi.yaml"}
    spec: dict[str, Value] = {"type": "openapi", **_home(service, system), "definition": document}
    return _entity("API", {"name": f"{_name(service.key)}-api"}, spec)


def _name(text: str) -> str:
    return kebab(text, "unknown")[: _LONGEST - len("-api")].strip("-")


RENDERER = Renderer("backstage", "Entities of a Backstage catalogue", draw, default=False)
