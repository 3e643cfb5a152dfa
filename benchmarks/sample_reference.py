"""Holds the breaks of the sample monolith against the list that was written by hand before the tool was run on it."""

import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analyzer.model.breaks import Break
from analyzer.model.cut import PLACEMENT_COLUMNS, Cut, Service
from analyzer.model.graph import Graph
from analyzer.pipeline import draw_graph
from analyzer.settings import Settings
from analyzer.sever import sever

SAMPLE = Path(__file__).parent.parent / "sample_monolith"
KINDS = {
    "authorization": ("authentication",),
    "call": ("call", "reference"),
    "event": ("signal",),
    "exception": ("reference", "call"),
    "foreign_key": ("foreign_key",),
    "inheritance": ("inheritance",),
    "many_to_many": ("many_to_many",),
    "method_call": ("call", "instance_passed", "data_access", "join"),
    "one_to_one": ("one_to_one",),
    "raw_sql_join": ("join", "data_access"),
    "shared_state": ("shared_state", "shared_constant"),
    "signal": ("signal",),
    "table_access": ("data_access", "join", "call"),
    "task": ("task",),
    "transaction": ("transaction",),
    "traversal": ("data_access", "join", "call", "instance_passed"),
}
"""Which kinds of ours may answer for a kind of the reference; it is finer in some places, coarser in others."""


class Row(NamedTuple):
    """One line of the reference."""

    kind: str
    source: str
    target: str
    file: str
    line: int


class Place(NamedTuple):
    """One place of ours: kind, dotted source element, target name, file, line."""

    kind: str
    source: str
    target: str
    file: str
    line: int


def reference_cut(graph: Graph) -> Cut:
    """The partition of the reference laid over the graph."""
    with (SAMPLE / "reference" / "boundaries.csv").open(encoding="utf-8") as lines:
        service_of = {row["module"]: row["service"] for row in csv.DictReader(lines)}
    with (SAMPLE / "reference" / "tasks.csv").open(encoding="utf-8") as lines:
        tasks = {row["task"]: row["service"] for row in csv.DictReader(lines)}
    files = {table.key: table.module for table in graph.tables}
    rows = {}
    for key, module in zip(graph.elements.index, graph.elements["module"], strict=True):
        service = tasks.get(_dotted(key)) or service_of.get(files.get(key) or module, "")
        rows[key] = (service, "owned" if service else "shared", 1.0, "", "", 0.0, False)
    placements = pd.DataFrame.from_dict(rows, orient="index", columns=list(PLACEMENT_COLUMNS)).astype(PLACEMENT_COLUMNS)
    placements.index.name = "key"
    return Cut(tuple(Service(one, one) for one in sorted(set(service_of.values()) - {""})), placements)


class Held(NamedTuple):
    """The reference and the break list held against each other."""

    rows: list[Row]
    missed: list[Row]
    places: list[Place]
    answered: set[Place]


def compare(settings: Settings) -> None:
    """Recall by kind of the reference, precision by kind of ours, and every difference by name."""
    report(*hold(settings))


def hold(settings: Settings) -> Held:
    """Which lines of the reference are missed, and which places of ours answer for one."""
    graph = draw_graph(SAMPLE, settings, lambda _stage, _remark: None)[1]
    found = sever(graph, reference_cut(graph))
    with (SAMPLE / "reference" / "breaks.csv").open(encoding="utf-8") as lines:
        rows = [Row(r["kind"], r["source"], r["target"], r["file"], int(r["line"])) for r in csv.DictReader(lines)]
    told = [one for one in found if one.kind not in ("test", "circular_dependency")]
    places = sorted({place for one in told for place in places_of(one)})
    by_place: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in places:
        by_place[place.kind, place.file].append(place)
    answered: set[Place] = set()
    missed = []
    for row in rows:
        near = [place for kind in KINDS[row.kind] for place in by_place[kind, row.file] if _fits(row, place)]
        fits = [place for place in near if _same_end(row, place)] or near
        answered.update(fits)
        if not fits:
            missed.append(row)
    return Held(rows, missed, places, answered)


def places_of(one: Break) -> list[Place]:
    """Each occurrence with the name of what it reaches; of an event only the handler, as in the reference."""
    return [
        Place(
            one.kind,
            _dotted(place.element or one.source),
            f"{place.target or one.target} {one.detail}",
            place.file,
            place.line,
        )
        for place in one.occurrences
        if place.detail != "publish"
    ]


def _dotted(key: str) -> str:
    path, _, inner = key.partition("::")
    return f"{path.removesuffix('.py').replace('/', '.')}.{inner}".removesuffix(".")


def _fits(row: Row, place: Place) -> bool:
    """The same line, the same piece of code, or (for text kept in a constant) its module and the same target."""
    if row.line == place.line or place.source == row.source:
        return True
    return row.source.startswith(f"{place.source}.") and row.target.rpartition(".")[2] in place.target


def _same_end(row: Row, place: Place) -> bool:
    words = row.target.replace(":", ".").replace("_", ".").lower().split(".")
    return any(len(word) > 2 and word in place.target.lower() for word in words)


def report(rows: list[Row], missed: list[Row], places: list[Place], answered: set[Place]) -> None:
    """Print the figures and the differences."""
    total, lost = Counter(row.kind for row in rows), Counter(row.kind for row in missed)
    for kind in sorted(total):
        print(f"recall {kind:14} {total[kind] - lost[kind]:3} of {total[kind]:3}")
    print(f"recall all {1 - len(missed) / len(rows):.3f}")
    ours, right = Counter(place.kind for place in places), Counter(place.kind for place in answered)
    for kind in sorted(ours):
        print(f"precision {kind:16} {right[kind]:3} of {ours[kind]:3}")
    print(f"precision all {len(answered) / max(len(places), 1):.3f}")
    for row in missed:
        print("  missed", *row)
    for place in sorted(set(places) - answered):
        print("  not in the reference", *place)
