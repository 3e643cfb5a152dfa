"""Whether a service can be deployed by itself: what ties it to others when it starts or changes its schema."""

from collections.abc import Iterable

from analyzer.assess.scene import Scene, counted, evidence_of, tally
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.lookup import looked_up

OUTWARD = frozenset(("inheritance", "reference", "shared_state", "shared_constant", "foreign_key", "one_to_one"))
EITHER_WAY = frozenset(("many_to_many", "data_access", "join"))
"""A table that others read or write directly cannot change its columns before they do, and the other way round."""


def deployable(scene: Scene) -> Iterable[Consequence]:
    """How many breaks bind each service to the deployment of another, until they are healed."""
    for service in scene.services:
        bound = [one for one in scene.breaks if _binds(one, service.key)]
        others = {one.target_service if one.source_service == service.key else one.source_service for one in bound}
        if bound:
            said = f"must be released in step with {scene.listed(others)} until these are healed: {tally(bound)}"
        else:
            said = "can be released by itself: nothing ties its start or its tables to another service"
        yield Consequence(
            service=service.key,
            topic="deployable",
            figure=float(len(bound)),
            unit="breaks at deploy time",
            statement=f"{service.name} {said}.",
            evidence=evidence_of(bound),
        )
        yield _starting(scene, service.key)


def _binds(one: Break, service: str) -> bool:
    ends = (one.source_service, one.target_service)
    if one.kind in EITHER_WAY:
        return service in ends and all(ends)
    return one.kind in OUTWARD and one.source_service == service


def _starting(scene: Scene, service: str) -> Consequence:
    """Imports that run when the module is loaded: without the other service's code the process does not start."""
    links, owner = scene.graph.links, scene.service_of
    rows = links[(links["kind"] == "import") & (links["detail"] == "") & (looked_up(links["source"], owner) == service)]
    rows = rows.assign(other=looked_up(rows["target"], owner))
    rows = rows[~rows["other"].isin(("", service))]
    places = list(zip(rows["source"], rows["file"], rows["line"].astype(int), strict=True))
    name = scene.names[service]
    others = set(rows["other"])
    said = f"imports code of {scene.listed(others)} when it starts" if others else "starts without code of any other"
    return Consequence(
        service=service,
        topic="starting",
        figure=float(len(others)),
        unit="services whose code it imports at start",
        statement=f"{name} {said} ({counted(len(places), 'import')} at the top of a module).",
        evidence=tuple(sorted(set(places))[:5]),
    )
