"""What the questions look at, indexed once: services of elements, and who waits for whom."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from analyzer.model.breaks import Break
from analyzer.model.cut import REMAINDER, Cut, Service, processes, proposed
from analyzer.model.evidence import Evidence
from analyzer.model.flows import link_rows
from analyzer.model.graph import Graph, Route

SYNCHRONOUS = frozenset(("call", "data_access", "join", "instance_passed", "transaction", "authentication"))
"""Kinds in which the source waits for the target while it works."""

Evidences = tuple[tuple[str, str, int], ...]
NAMED = 6
"""Services named in a sentence, where there are many."""
SHOWN = 5
"""Places named as evidence of one figure; all of them are in the break list."""


@dataclass(frozen=True, eq=False)
class Scene:
    """Graph, cut, breaks and history as the questions see them."""

    graph: Graph
    cut: Cut
    breaks: tuple[Break, ...]
    evidence: Evidence

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """The services that are proposed to run alone, by key."""
        return tuple(sorted(proposed(self.cut), key=lambda one: one.key))

    @cached_property
    def names(self) -> dict[str, str]:
        """Display names by key."""
        return {REMAINDER: "what stays behind", **{service.key: service.name for service in self.cut.services}}

    @cached_property
    def service_of(self) -> dict[str, str]:
        """The service that each owned element runs in; parts with their host, or in what stays behind."""
        placements, runs_in = self.cut.placements, processes(self.cut)
        owned = placements.loc[placements["verdict"] == "owned", "service"]
        placed = zip(owned.index.tolist(), owned.tolist(), strict=True)
        return {key: runs_in.get(service, service) for key, service in placed}

    @cached_property
    def leaving(self) -> dict[str, list[Break]]:
        """Breaks by the service that depends."""
        found: dict[str, list[Break]] = defaultdict(list)
        for one in self.breaks:
            found[one.source_service].append(one)
        return found

    @cached_property
    def entering(self) -> dict[str, list[Break]]:
        """Breaks by the service depended on."""
        found: dict[str, list[Break]] = defaultdict(list)
        for one in self.breaks:
            found[one.target_service].append(one)
        return found

    @cached_property
    def waits(self) -> dict[tuple[str, str], list[Break]]:
        """Breaks in which the first service waits for the second."""
        found: dict[tuple[str, str], list[Break]] = defaultdict(list)
        for one in self.breaks:
            if one.kind in SYNCHRONOUS and one.source_service and one.target_service:
                found[one.source_service, one.target_service].append(one)
        return found

    @cached_property
    def callers(self) -> dict[str, set[str]]:
        """Who calls each element."""
        found: dict[str, set[str]] = defaultdict(set)
        for source, target in link_rows(self.graph, ["call"]):
            found[target].add(source)
        return found

    @cached_property
    def answering(self) -> dict[str, list[Route]]:
        """Routes by the element that answers; of a class also by each of its methods."""
        found: dict[str, list[Route]] = defaultdict(list)
        by_class: dict[str, list[Route]] = defaultdict(list)
        for route in self.graph.routes:
            found[route.element].append(route)
            by_class[route.element].append(route)
        elements = self.graph.elements
        for key, parent in zip(elements.index.tolist(), elements["parent"].tolist(), strict=True):
            if parent in by_class:
                found[key] += by_class[parent]
        return {key: routes for key, routes in found.items() if routes}

    def listed(self, keys: set[str] | list[str]) -> str:
        """Display names in a row, sorted when they are a set; of many the first few."""
        ordered = sorted(keys) if isinstance(keys, set) else keys
        names = [self.names.get(key, key) for key in ordered]
        if len(names) > NAMED + 1:
            return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"
        return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def evidence_of(breaks: list[Break]) -> Evidences:
    """The first place of the first few breaks."""
    places = [(one.source, one.occurrences[0].file, one.occurrences[0].line) for one in breaks if one.occurrences]
    return tuple(places[:SHOWN])


def counted(count: int, word: str) -> str:
    """A count with its noun."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def tally(breaks: list[Break]) -> str:
    """Breaks counted by kind, the most frequent first."""
    kinds: dict[str, int] = defaultdict(int)
    for one in breaks:
        kinds[one.kind] += 1
    return ", ".join(f"{kinds[kind]} {kind.replace('_', ' ')}" for kind in sorted(kinds, key=lambda k: (-kinds[k], k)))
