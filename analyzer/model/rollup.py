"""Sums over a study that several drawings need: what runs between services, and what each service holds."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analyzer.model.cut import KIND_WORDS, Service
from analyzer.model.flows import coded
from analyzer.model.lookup import numbers_of
from analyzer.model.remembered import remembered
from analyzer.model.study import Study

GROUP_OF_LINK = {
    "call": "calls",
    "read": "data",
    "write": "data",
    "relation": "data",
    "data": "data",
    "state_read": "data",
    "state_write": "data",
    "publish": "events",
    "subscribe": "events",
    "task": "events",
}
"""What a reader of a map distinguishes; every other kind of link is ``code``: imports, references, inheritance."""

_NOUNS = {
    "calls": ("call", "calls"),
    "data": ("use of data", "uses of data"),
    "events": ("event", "events"),
    "code": ("reference", "references"),
}


def named(service: Service) -> str:
    """The name for people; what does not run alone says so."""
    return service.name if service.kind == "service" else f"{service.name} ({KIND_WORDS[service.kind][0]})"


class ServiceLink(NamedTuple):
    """Everything that runs from one service to another: occurrences by group, and breaks by kind."""

    source: str
    target: str
    groups: tuple[tuple[str, int], ...]
    breaks: tuple[tuple[str, int], ...]

    @property
    def weight(self) -> int:
        """All occurrences together."""
        return sum(count for _, count in self.groups)

    @property
    def label(self) -> str:
        """The groups as people read them: ``12 calls, 1 event``."""
        return ", ".join(f"{count} {_NOUNS[group][count != 1]}" for group, count in self.groups)


def service_links(study: Study) -> tuple[ServiceLink, ...]:
    """Links between each two services, sorted by their keys."""
    return remembered(study, "service_links", lambda: _service_links(study))


def _service_links(study: Study) -> tuple[ServiceLink, ...]:
    groups: dict[tuple[str, str], Counter[str]] = {}
    for source, target, group, count in _between(study):
        groups.setdefault((source, target), Counter())[group] = count
    breaks: dict[tuple[str, str], Counter[str]] = {}
    for item in study.breaks:
        breaks.setdefault((item.source_service, item.target_service), Counter())[item.kind] += 1
    return tuple(
        ServiceLink(*ends, _sorted(groups.get(ends)), _sorted(breaks.get(ends)))
        for ends in sorted({*groups, *(pair for pair in breaks if all(pair) and pair[0] != pair[1])})
    )


def _between(study: Study) -> Iterator[tuple[str, str, str, int]]:
    """Service, another service, a group of links from the one to the other, and how many there are."""
    placed = study.cut.placements["service"]
    names = sorted(set(placed.tolist()) - {""})
    position = {name: number for number, name in enumerate(names)}
    of = {key: position[name] for key, name in zip(placed.index.tolist(), placed.tolist(), strict=True) if name}
    kinds = sorted({*GROUP_OF_LINK.values(), "code"})
    by_kind = {kind: kinds.index(group) for kind, group in GROUP_OF_LINK.items()}
    links = coded(study.graph).links
    source, target = (numbers_of(links[end], of) for end in ("source", "target"))
    kind = numbers_of(links["kind"], by_kind, missing=kinds.index("code"))
    across = (source >= 0) & (target >= 0) & (source != target)
    numbered = (source[across] * len(names) + target[across]) * len(kinds) + kind[across]
    for group, count in zip(*(column.tolist() for column in np.unique(numbered, return_counts=True)), strict=True):
        pair = group // len(kinds)
        yield names[pair // len(names)], names[pair % len(names)], kinds[group % len(kinds)], count


def _sorted(counts: Counter[str] | None) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))) if counts else ()


def modules_of(study: Study) -> dict[str, list[str]]:
    """Service key to the dotted names of its modules, sorted; code that no service owns under ""."""
    placed = study.graph.elements.join(study.cut.placements[["service", "verdict"]], how="inner")
    modules = placed[(placed["kind"] == "module") & placed["role"].isin(["code", ""])]
    modules = modules.assign(service=modules["service"].where(modules["verdict"] == "owned", ""))
    found: dict[str, list[str]] = {service.key: [] for service in study.cut.services}
    for service, name in zip(modules["service"].tolist(), modules["name"].tolist(), strict=True):
        found.setdefault(service, []).append(name)
    return {service: sorted(names) for service, names in found.items()}


def tables_of(study: Study) -> dict[str, list[str]]:
    """Service key to the names of the tables it owns, sorted."""
    names = {table.key: table.name for table in study.graph.tables}
    found: dict[str, list[str]] = {service.key: [] for service in study.cut.services}
    for owner in study.owners:
        if owner.service in found:
            found[owner.service].append(names.get(owner.table, owner.table.removeprefix("table::")))
    return {service: sorted(tables) for service, tables in found.items()}
