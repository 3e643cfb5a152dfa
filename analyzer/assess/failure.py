"""Single points of failure: services and tables whose loss takes others with them, through work that waits."""

from collections import defaultdict
from collections.abc import Iterable

from analyzer.assess.scene import Scene, counted, evidence_of
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence

Neighbours = dict[str, set[str]]


def failing(scene: Scene) -> Iterable[Consequence]:
    """For each service: who is lost with it, who would be cut off, how many wait for it; then the tables."""
    users: Neighbours = defaultdict(set)
    near: Neighbours = defaultdict(set)
    for source, target in scene.waits:
        users[target].add(source)
        near[source].add(target)
        near[target].add(source)
    for service in scene.services:
        yield _lost(scene, service.key, users.get(service.key, set()))
        yield _fan_in(scene, service.key, users.get(service.key, set()))
        parted = _parted(near, service.key)
        if parted:
            yield _articulation(scene, service.key, parted)
    yield from _tables(scene)


def _lost(scene: Scene, service: str, direct: set[str]) -> Consequence:
    """Only code that really leads into the service is lost with it, not all that its users do."""
    waiting = [one for user in sorted(direct) for one in scene.waits[user, service]]
    places = {place.element or one.source for one in waiting for place in one.occurrences}
    stopped = {one for one in _leading_to(scene, places) if scene.service_of.get(one) != service}
    lost = direct | {scene.service_of[one] for one in stopped if one in scene.service_of}
    said = f"When {scene.names[service]} stops, nobody else does."
    if lost:
        how = "" if lost == direct else f" ({scene.listed(direct)} directly)"
        said = f"When {scene.names[service]} stops, code of {scene.listed(lost)} stops with it{how}"
        said += f"{_routes_lost(scene, service, stopped)}."
    return Consequence(
        service=service,
        topic="failure",
        figure=float(len(lost)),
        unit="services with code that stops with it",
        statement=said,
        evidence=evidence_of(waiting),
    )


def _leading_to(scene: Scene, elements: set[str]) -> set[str]:
    """The elements and all code whose calls lead to them."""
    found: set[str] = set()
    waiting = sorted(elements)
    while waiting:
        element = waiting.pop()
        if element not in found:
            found.add(element)
            waiting += scene.callers.get(element, ())
    return found


def _routes_lost(scene: Scene, service: str, stopped: set[str]) -> str:
    others = {
        (route.element, route.path, route.methods)
        for route in scene.graph.routes
        if scene.service_of.get(route.element, service) != service
    }
    lost = {
        (route.element, route.path, route.methods) for one in stopped for route in scene.answering.get(one, ())
    } & others
    if others and not lost:
        return ", but no route of the others"
    return f": {len(lost)} of the {counted(len(others), 'route')} of the others" if others else ""


def _fan_in(scene: Scene, service: str, users: set[str]) -> Consequence:
    waiting = [one for user in sorted(users) for one in scene.waits[user, service]]
    asked = [one for one in waiting if any(place.in_request for place in one.occurrences)]
    freed = _could_be_asynchronous(waiting)
    said = f"No other service waits for {scene.names[service]}"
    if waiting:
        verb = "waits" if len(users) == 1 else "wait"
        said = f"{scene.listed(users)} {verb} for {scene.names[service]} in {counted(len(waiting), 'break')}, "
        said += f"{len(asked) or 'none'} of them in a request"
    if freed:
        said += f"; a replica could answer {len(freed)} of them, which only read"
    return Consequence(
        service=service,
        topic="fan_in",
        figure=float(len(users)),
        unit="services that wait for it",
        statement=f"{said[0].upper()}{said[1:]}.",
        evidence=evidence_of(freed or asked or waiting),
    )


def _could_be_asynchronous(breaks: list[Break]) -> list[Break]:
    """Reads that a replica can answer; writes and calls are judged in `events`."""
    return [one for one in breaks if one.kind == "data_access" and dict(one.facts).get("mode") == "read"]


def _reached(users: Neighbours, start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for user in users.get(waiting.pop(), ()):
            if user not in seen and user != start:
                seen.add(user)
                waiting.append(user)
    return seen


def _parted(near: Neighbours, service: str) -> list[set[str]]:
    """The groups that the rest falls into without the service, when it was one group before."""
    if not _parts(near, service):
        return []
    rest = (_reached(near, service)) - {service}
    without = {node: others - {service} for node, others in near.items()}
    groups: list[set[str]] = []
    while rest:
        group = _reached(without, min(rest)) | {min(rest)}
        groups.append(group)
        rest -= group
    return groups if len(groups) > 1 else []


def _parts(near: Neighbours, service: str) -> bool:
    """Whether some neighbours of the service cannot be reached from one of them without it."""
    missing = sorted(near.get(service, set()) - {service})
    waiting, seen = missing[:1], {service, *missing[:1]}
    unseen = set(missing[1:])
    while waiting and unseen:
        fresh = near[waiting.pop()] - seen
        seen |= fresh
        unseen -= fresh
        waiting.extend(sorted(fresh))
    return bool(unseen)


def _articulation(scene: Scene, service: str, groups: list[set[str]]) -> Consequence:
    parts = " | ".join(scene.listed(group) for group in groups)
    return Consequence(
        service=service,
        topic="articulation",
        figure=float(len(groups)),
        unit="groups of services that only it connects",
        statement=f"Without {scene.names[service]} the others no longer reach each other: {parts}.",
    )


def _tables(scene: Scene) -> Iterable[Consequence]:
    """Tables that several other services wait for, the most wanted first."""
    users: dict[str, dict[str, Break]] = defaultdict(dict)
    for one in scene.breaks:
        if one.kind in ("data_access", "join"):
            users[one.target].setdefault(one.source_service, one)
    wanted = sorted((table for table in users if len(users[table]) > 1), key=lambda table: (-len(users[table]), table))
    names = {table.key: table.name for table in scene.graph.tables}
    for table in wanted[:10]:
        first = users[table][min(users[table])]
        yield Consequence(
            service=first.target_service,
            topic="table_failure",
            figure=float(len(users[table])),
            unit="other services that use the table directly",
            statement=f"Table {names.get(table, table)} is used directly by {scene.listed(set(users[table]))}.",
            evidence=evidence_of([users[table][user] for user in sorted(users[table])]),
        )
