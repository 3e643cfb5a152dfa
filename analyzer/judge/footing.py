"""What the proposed services stand on: the tables and the ways in that they would own."""

from collections.abc import Iterator

from msgspec import Struct

from analyzer.model.cut import Cut, proposed
from analyzer.model.graph import Graph

PROGRAMS = frozenset({"command", "application"})  # a script may be a self-test, a plugin waits for another program


class Footing(Struct, frozen=True):
    """Counts over the cut as it would run."""

    services: int
    standing: int  # services with a table, a route, a task or a program of their own
    tables: int  # that a class of the code maps
    moved: int  # of these, into one of the services

    @property
    def answers(self) -> bool:
        """Whether most services answer for something: one that does not is code to share, not a service."""
        return 2 * self.standing >= self.services

    @property
    def brings_data(self) -> bool:
        """Whether most tables go with the services: those left behind are reached across the network for good."""
        return 2 * self.moved >= self.tables


def footing(code: Graph, running: Cut) -> Footing:
    """The footing of a cut whose parts are placed where they run; ``code`` has no tests and migrations."""
    runs_in = dict(zip(running.placements.index.tolist(), running.placements["service"].tolist(), strict=True))
    services = {service.key for service in proposed(running)}
    tables = [_place(runs_in, table.element) for table in code.tables if table.element]
    ways_in = [_place(runs_in, key) for key in _ways_in(code)]
    return Footing(
        services=len(services),
        standing=len(services.intersection([*tables, *ways_in])),
        tables=len(tables),
        moved=sum(place in services for place in tables),
    )


def _ways_in(code: Graph) -> Iterator[str]:
    yield from (route.element for route in code.routes)
    yield from (task.element for task in code.tasks)
    yield from (entry.element for entry in code.entries if entry.what in PROGRAMS)
    modules = code.elements.index[code.elements["kind"] == "module"].tolist()
    yield from (key for key in modules if key.endswith("/__main__.py"))


def _place(runs_in: dict[str, str], key: str) -> str:
    return runs_in.get(key) or runs_in.get(key.partition("::")[0], "")
