"""Whether a service can be deployed by itself: what ties it to others when it starts or changes its schema."""

from collections import defaultdict
from collections.abc import Iterable

from analyzer.assess.scene import SHOWN, Scene, counted, evidence_of, tally
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.flows import link_rows

OUTWARD = frozenset(("inheritance", "reference", "shared_state", "foreign_key", "one_to_one"))
EITHER_WAY = frozenset(("many_to_many", "data_access", "join"))
"""A table that others read or write directly cannot change its columns before they do, and the other way round."""


def deployable(scene: Scene) -> Iterable[Consequence]:
    """How many breaks bind each service to the deployment of another, until they are healed."""
    imports = _imports_at_start(scene)
    for service in scene.services:
        own = [one for one in scene.leaving.get(service.key, ()) if one.kind in OUTWARD | EITHER_WAY]
        others = [one for one in scene.entering.get(service.key, ()) if one.kind in EITHER_WAY]
        needed = imports.get(service.key, [])
        yield _released(scene, service.key, [*own, *others], {other for _, _, _, other in needed})
        yield _starting(scene, service.key, needed)


def _released(scene: Scene, service: str, bound: list[Break], imported: set[str]) -> Consequence:
    partners = {one.target_service if one.source_service == service else one.source_service for one in bound} - {""}
    if bound:
        said = f"must be released in step with {scene.listed(partners)} until these are healed: {tally(bound)}"
    elif imported:
        said = f"can be released by itself once it imports no code of {scene.listed(imported)} any more: "
        said += "nothing else ties its start or its tables to another service"
    else:
        said = "can be released by itself: nothing ties its start or its tables to another service"
    return Consequence(
        service=service,
        topic="deployable",
        figure=float(len(bound)),
        unit="breaks at deploy time",
        statement=f"{scene.names[service]} {said}.",
        evidence=evidence_of(bound),
    )


Import = tuple[str, str, int, str]
"""Importing element, file, line, and the other service."""


def _imports_at_start(scene: Scene) -> dict[str, list[Import]]:
    """Imports at the top of modules that lead to another service, by the service that imports."""
    owner = scene.service_of
    found: dict[str, list[Import]] = defaultdict(list)
    columns = ("source", "target", "file", "line", "detail")
    for source, target, file, line, detail in link_rows(scene.graph, ["import"], *columns):
        service, other = owner.get(source, ""), owner.get(target, "")
        if service and other and service != other and not detail:
            found[service].append((source, file, line, other))
    return found


def _starting(scene: Scene, service: str, imports: list[Import]) -> Consequence:
    """Imports that run when the module is loaded: without the other service's code the process does not start."""
    others = {other for _, _, _, other in imports}
    said = f"imports code of {scene.listed(others)} when it starts ({_counted_imports(imports)})"
    return Consequence(
        service=service,
        topic="starting",
        figure=float(len(others)),
        unit="services whose code it imports at start",
        statement=f"{scene.names[service]} {said if others else 'starts without code of any other service'}.",
        evidence=tuple(sorted({(source, file, line) for source, file, line, _ in imports})[:SHOWN]),
    )


def _counted_imports(imports: list[Import]) -> str:
    modules = {file for _, file, _, _ in imports}
    return f"{counted(len(imports), 'import')} at the top of {counted(len(modules), 'module')}"
