"""Pairs of elements that a cut severs when it puts them in two services, and what explains a pair away."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analyzer.model.graph import Graph, Join
from analyzer.model.seams import PAIR_COLUMNS, UNLESS_COLUMNS, empty
from analyzer.sever.access import served
from analyzer.sever.calls import at_their_class, usable
from analyzer.sever.constants import constant_uses
from analyzer.sever.crossing import Crossing
from analyzer.sever.explained import Explanations
from analyzer.sever.families import Families
from analyzer.sever.handing import believable_handovers
from analyzer.sever.relations import KINDS, related
from analyzer.sever.seams.torn import Torn
from analyzer.sever.shared import DONE
from analyzer.sever.sides import Sides

Witness = tuple[str, str, bool, int]
"""Source and target of another link, whether copies of its source do it, and its place."""


class Pair(NamedTuple):
    """A row of ``PAIR_COLUMNS`` with what explains it: other links, and queries by number."""

    kind: str
    source: str
    target: str
    counted: str
    copied: bool = False
    place: int = -1
    unless: frozenset[Witness] = frozenset()
    joined: frozenset[int] = frozenset()


class Pairs(NamedTuple):
    """The parts of ``Seams`` about pairs."""

    frame: pd.DataFrame
    unless: pd.DataFrame
    joined: tuple[tuple[int, int], ...]


def find_pairs(torn: Torn) -> Pairs:
    """Each pair once; what is always explained is left out."""
    found = {*_uses(torn), *_simple(torn), *_accesses(torn), *_instances(torn.sides), *_relations(torn.sides)}
    rows = sorted(found, key=lambda pair: (*pair[:6], sorted(pair.unless), sorted(pair.joined)))
    unless = [(number, *witness) for number, pair in enumerate(rows) for witness in sorted(pair.unless)]
    return Pairs(
        pd.DataFrame([pair[:6] for pair in rows], columns=list(PAIR_COLUMNS)) if rows else empty(PAIR_COLUMNS),
        pd.DataFrame(unless, columns=list(UNLESS_COLUMNS)) if unless else empty(UNLESS_COLUMNS),
        tuple((number, query) for number, pair in enumerate(rows) for query in sorted(pair.joined)),
    )


def _rows(frame: pd.DataFrame) -> list[tuple[Crossing, int]]:
    rows = map(Crossing._make, zip(*(frame[name].tolist() for name in Crossing._fields), strict=True))
    return list(zip(rows, frame["place"].tolist(), strict=True))


def _copied(sides: Sides, row: Crossing) -> bool:
    """Whether a copy of the source does it too: by ``in_each_copy``."""
    return row.kind in DONE and sides.can_name(row.file, row.target)


def _uses(torn: Torn) -> Iterable[Pair]:
    """Calls, references and imports that no other break tells better."""
    explanations = Explanations(torn.sides)
    rows = usable(torn.sides, torn.rows)
    places = _calls(torn)
    for row, place in _rows(at_their_class(torn.sides, rows[rows["kind"] != "import"])):
        called = row.kind == "call"
        handed = called and explanations.is_unnamed(row)
        if not explanations.always(row) and not (handed and row.target in explanations.handlers):
            told = frozenset(places.get((row.target, row.source), ()) if handed else ())
            kind = "call" if called else "reference"
            yield Pair(kind, row.source, row.target, row.target, _copied(torn.sides, row), place, told)
    used = _used(torn)
    for row, place in _rows(rows[rows["kind"] == "import"]):
        if not explanations.always(row):
            covering = _covering(torn.sides, explanations, row, used[row.file])
            yield Pair("reference", row.source, row.target, row.target, copied=False, place=place, unless=covering)


def _calls(torn: Torn) -> dict[tuple[str, str], set[Witness]]:
    """Calls by their ends."""
    found: dict[tuple[str, str], set[Witness]] = defaultdict(set)
    for row, place in _rows(torn.rows[torn.rows["kind"] == "call"]):
        found[row.source, row.target].add((row.source, row.target, _copied(torn.sides, row), place))
    return found


def _used(torn: Torn) -> dict[str, dict[str, set[Witness]]]:
    """What each file uses of each other file beside importing it."""
    found: dict[str, dict[str, set[Witness]]] = defaultdict(lambda: defaultdict(set))
    for row, place in _rows(torn.rows[torn.rows["kind"] != "import"]):
        witness = row.source, row.target, _copied(torn.sides, row), place
        found[row.file][torn.sides.file.get(row.target, row.target)].add(witness)
    return found


def _covering(
    sides: Sides, explanations: Explanations, row: Crossing, used: dict[str, set[Witness]]
) -> frozenset[Witness]:
    imported = sides.file.get(row.target, row.target)
    return frozenset().union(*(used[file] for file in explanations.used_by_way_of(imported, used)))


def _simple(torn: Torn) -> Iterable[Pair]:
    """Base classes, tasks and constants: every link is one."""
    for row, place in _rows(torn.rows[torn.rows["kind"] == "inherit"]):
        yield Pair("inheritance", row.source, row.target, f"{row.source} {row.target}", place=place)
    for row, place in _rows(torn.rows[torn.rows["kind"] == "task"]):
        yield Pair("task", row.source, row.target, row.target, place=place)
    for row, place in _rows(constant_uses(torn.sides, torn.rows)):
        yield Pair("shared_constant", row.source, row.target, row.target, _copied(torn.sides, row), place)


def _accesses(torn: Torn) -> Iterable[Pair]:
    """Reads and writes of tables; a read where the table is written too, or joined, is told by that."""
    sides, families = torn.sides, Families(torn.sides)
    rows = [served(sides, row) for row, _ in _rows(torn.rows[torn.rows["kind"].isin(("read", "write"))])]
    rows = [row for row in rows if not families.are_kin(row.source, sides.mapped_by(row.target))]
    written = {(row.source, row.file, row.line, row.target) for row in rows if row.kind == "write"}
    queries = _queries(sides)
    for row in rows:
        if row.kind == "write":
            yield Pair("write", row.source, row.target, row.target, copied=_copied(sides, row))
        elif (row.source, row.file, row.line, row.target) not in written:
            place = (row.source, row.file, row.line, row.target)
            joined = frozenset(queries.get(place, ()))
            yield Pair("read", row.source, row.target, row.target, copied=_copied(sides, row), joined=joined)


def in_order(graph: Graph) -> list[Join]:
    """The queries by what they are in."""
    return sorted(graph.joins, key=lambda join: (join.element, join.file, join.line))


def _queries(sides: Sides) -> dict[tuple[str, str, int, str], set[int]]:
    found: dict[tuple[str, str, int, str], set[int]] = defaultdict(set)
    for number, join in enumerate(in_order(sides.graph)):
        for table in join.tables:
            found[join.element, join.file, join.line, table].add(number)
    return found


def _instances(sides: Sides) -> Iterable[Pair]:
    families = Families(sides)
    for one in believable_handovers(sides.graph):
        if sides.is_code(one.element) and not families.are_kin(one.element, one.function):
            yield Pair("instance_passed", one.element, one.function, one.function)


def _relations(sides: Sides) -> Iterable[Pair]:
    for (source, field, target), rows in related(sides):
        yield Pair(KINDS[rows[0].kind], source, target, f"{source}.{field} {target}")
