"""Single points of failure: whose loss takes others with it, through calls that wait for an answer."""

from collections import defaultdict
from collections.abc import Iterable

from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.cut import Cut

SYNCHRONOUS = frozenset(("call", "data_access", "join", "instance_passed", "transaction", "authentication"))


def failing(cut: Cut, breaks: tuple[Break, ...]) -> Iterable[Consequence]:
    """How many services stop when one does."""
    users: dict[str, set[str]] = defaultdict(set)
    for one in breaks:
        if one.kind in SYNCHRONOUS and one.source_service != one.target_service:
            users[one.target_service].add(one.source_service)
    for service in cut.services:
        lost = _dependants(users, service.key)
        said = f"takes {', '.join(sorted(lost))} with it" if lost else "takes no other service with it"
        yield Consequence(service.key, "failure", float(len(lost)), "services lost with it", f"{service.name} {said}.")


def _dependants(users: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for user in users.get(waiting.pop(), ()):
            if user not in seen and user != start:
                seen.add(user)
                waiting.append(user)
    return seen
