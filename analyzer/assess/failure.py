"""Single points of failure: services and tables whose loss takes others with them, through work that waits."""

from collections import defaultdict
from collections.abc import Iterable

from analyzer.assess.scene import Scene, counted, evidence_of
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence

SMALL = 3
"""Up to this many services are named even when they are all there are."""
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
        yield _lost(scene, users, service.key)
        yield _fan_in(scene, users, service.key)
        parted = _parted(near, service.key)
        if parted:
            yield _articulation(scene, service.key, parted)
    yield from _tables(scene)


def _lost(scene: Scene, users: Neighbours, service: str) -> Consequence:
    lost = _reached(users, service)
    direct = users.get(service, set())
    said = "stops nobody else when it stops"
    if lost:
        whole = len(lost) == len(scene.services) - 1 > SMALL
        who = f"all {len(lost)} others" if whole else scene.listed(lost)
        said = f"takes {who} with it when it stops ({scene.listed(direct)} directly)"
    return Consequence(
        service=service,
        topic="failure",
        figure=float(len(lost)),
        unit="services that cannot work without it",
        statement=f"{scene.names[service]} {said}.",
        evidence=evidence_of([one for user in sorted(direct) for one in scene.waits[user, service]]),
    )


def _fan_in(scene: Scene, users: Neighbours, service: str) -> Consequence:
    waiting = [one for user in sorted(users.get(service, ())) for one in scene.waits[user, service]]
    asked = [one for one in waiting if any(place.in_request for place in one.occurrences)]
    freed = _could_be_asynchronous(waiting)
    said = f"{counted(len(waiting), 'break')} wait for {scene.names[service]}, {len(asked)} of them in a request"
    if freed:
        said += f"; {len(freed)} of them are reads that a replica could answer"
    return Consequence(
        service=service,
        topic="fan_in",
        figure=float(len(users.get(service, ()))),
        unit="services that wait for it",
        statement=f"{said}.",
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
