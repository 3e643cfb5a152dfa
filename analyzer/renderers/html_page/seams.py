"""What the page needs to count the breaks of an edited cut again: the seams of the study, by numbers."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from analyzer.model.seams import Held, Listener, Query, Seams, Written
from analyzer.model.study import Study
from analyzer.renderers.html_page.columns import steps
from analyzer.renderers.html_page.units import Inner, Units


class Numbers(NamedTuple):
    """Element keys to numbers: of the element (units first), and of the unit that it goes with; -1 for none."""

    node: dict[str, int]
    unit: dict[str, int]

    def nodes(self, keys: Iterable[str]) -> list[int]:
        """Numbers of those elements that are in the page."""
        return [self.node[key] for key in keys if key in self.node]

    def units(self, keys: Iterable[str]) -> list[int]:
        """Units of those elements that are in the page, each once."""
        return sorted({self.unit[key] for key in keys if key in self.unit})


def seam_columns(study: Study, units: Units, inner: Inner) -> dict[str, Any] | None:
    """The seams column by column; None when they are unknown, or when elements are left out of the page."""
    seams = study.seams
    if seams is None or inner.left_out or (units.frame["modules"] > 1).any():
        return None
    by = Numbers(inner.node, units.of)
    return {
        **_pairs(seams, by),
        "queries": [_query(one, by) for one in seams.queries],
        "transactions": [_query(one, by) for one in seams.transactions],
        "listeners": [_listener(one, by) for one in seams.listeners],
        "states": [_state(one, by) for one in seams.states],
        "checks": [[by.node[one], by.unit[table]] for one, table in seams.checks if {one, table} <= by.unit.keys()],
        "settings": [[one.name, by.units(one.holders), by.nodes(one.readers)] for one in seams.settings],
        "copies": [[_written(one, by) for one in several] for several in seams.copies],
        "leading": _leading(seams, by),
        "claims": _claims(seams, by),
        "tables": _tables(study, by),
        "tests": _tests(seams, by),
    }


def _query(query: Query, by: Numbers) -> list[Any]:
    """Its code (-1: no part of the cut), the unit of that, and the units of its tables."""
    return [query.element, by.unit.get(query.element, -1), by.units(query.tables)]


def _listener(one: Listener, by: Numbers) -> list[Any]:
    said = f"{one.element}->{one.name}:{one.sender}"
    return [said, by.unit.get(one.element, -1), by.units(one.publishers), int(bool(one.sender))]


def _state(one: Held, by: Numbers) -> list[Any]:
    return [one.name, by.unit.get(one.element, -1), by.nodes(one.writers), by.nodes(one.readers)]


def _written(one: Written, by: Numbers) -> list[Any]:
    """Where a constant is written: its key, its unit and that of its file, and its users' units with counts."""
    users = [[by.unit[user], count] for user, count in one.users if user in by.unit]
    return [one.element, by.unit.get(one.element, -1), by.unit.get(one.file, -1), users]


def _pairs(seams: Seams, by: Numbers) -> dict[str, Any]:
    """``counted`` is the number of the target, or a text where it is not the target that is counted."""
    pairs = seams.pairs
    node, unit = by.node, by.unit
    ends = pd.DataFrame(
        {
            "kind": pairs["kind"],
            "source": [node.get(key, -1) for key in pairs["source"].tolist()],
            "target": [node.get(key, -1) for key in pairs["target"].tolist()],
            "apart": [
                unit.get(source, -1) != unit.get(target, -1)
                for source, target in zip(pairs["source"].tolist(), pairs["target"].tolist(), strict=True)
            ],
            "counted": pairs["counted"].where(pairs["counted"] != pairs["target"], ""),
            "copied": pairs["copied"].astype(int),
            "place": pairs["place"],
        }
    )
    kept = ends[(ends["source"] >= 0) & (ends["target"] >= 0) & ends["apart"]].sort_values(["source", "target", "kind"])
    number = {row: position for position, row in enumerate(kept.index.tolist())}
    kinds = sorted(set(kept["kind"].tolist()))
    other = sorted(set(kept["counted"].tolist()) - {""})
    coded = {text: position for position, text in enumerate(other)}
    doubts = seams.doubts
    return {
        "kinds": kinds,
        "kind": kept["kind"].map({kind: position for position, kind in enumerate(kinds)}).tolist(),
        "source": steps(kept["source"].tolist()),
        "target": kept["target"].tolist(),
        "counted": [coded.get(text, -1) for text in kept["counted"].tolist()],
        "others": other,
        "copied": kept["copied"].tolist(),
        "place": kept["place"].tolist(),
        "unless": _unless(seams, by, number),
        "joined": [[number[pair], query] for pair, query in seams.joined if pair in number],
        "doubts": [
            [place, unit[target], certainty]
            for place, target, certainty in doubts.itertuples(index=False, name=None)
            if target in unit
        ],
    }


def _unless(seams: Seams, by: Numbers, number: dict[int, int]) -> list[list[int]]:
    """Pair, source, target, copied, place; links of one pair that stand for the same units once."""
    found: dict[tuple[int, ...], None] = {}
    for pair, source, target, copied, place in seams.unless.itertuples(index=False, name=None):
        if pair in number and source in by.node and target in by.node:
            ends = (by.node[source] if copied else by.unit[source], by.unit[target])
            found[number[pair], *ends, int(copied), place] = None
    return [list(row) for row in sorted(found)]


def _leading(seams: Seams, by: Numbers) -> dict[str, list[int]]:
    ways = sorted(set(seams.leading["way"].tolist()))
    rows = sorted(
        (by.node[source], by.node[target], ways.index(way))
        for way, source, target in seams.leading.itertuples(index=False, name=None)
        if source in by.node and target in by.node
    )
    return {
        "ways": ways,
        "way": [way for _, _, way in rows],
        "source": steps([source for source, _, _ in rows]),
        "target": [target for _, target, _ in rows],
    }


def _claims(seams: Seams, by: Numbers) -> list[list[int]]:
    """Table, unit that uses it, places that read and that write."""
    found: dict[tuple[int, int], list[int]] = {}
    for table, element, reads, writes in seams.claims.itertuples(index=False, name=None):
        if table in by.unit and element in by.unit:
            counts = found.setdefault((by.unit[table], by.unit[element]), [0, 0])
            counts[0] += reads
            counts[1] += writes
    return [[*ends, *found[ends]] for ends in sorted(found)]


def _tables(study: Study, by: Numbers) -> list[list[int]]:
    """Each table with the unit of the class that maps it, -1 for none."""
    mapped = {table.key: table.element for table in study.graph.tables}
    return [[by.unit[key], by.unit.get(mapped[key], -1)] for key in sorted(mapped) if key in by.unit]


def _tests(seams: Seams, by: Numbers) -> list[list[Any]]:
    found = seams.tests.groupby("file", sort=True)["target"]
    return [[file, units] for file, targets in found if len(units := by.units(targets.tolist())) > 1]
