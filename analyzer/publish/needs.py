"""Breaks to needs: what one service must offer to the others, one need for each function and each table."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from analyzer.model.breaks import Break
from analyzer.publish.codebase import Codebase

_DATA_KINDS = frozenset(
    {"foreign_key", "one_to_one", "many_to_many", "join", "data_access", "instance_passed", "transaction"}
)
_CODE_KINDS = frozenset({"call", "reference", "circular_dependency", "authentication", "transaction"})


class Need(NamedTuple):
    """A function (or class) and a table that other services use, with the breaks that show it."""

    target: str
    function: str  # key of the function or class, "" for a need of data alone
    table: str  # key of the table, "" for a need of behaviour alone
    kinds: frozenset[str]
    breaks: tuple[str, ...]
    consumers: tuple[str, ...]
    in_loop: bool


def collect_needs(codebase: Codebase, breaks: Iterable[Break]) -> dict[str, tuple[Need, ...]]:
    """Needs by service key, sorted by target; a break towards an element nobody owns is nobody's need."""
    grouped: dict[tuple[str, str, str], list[Break]] = defaultdict(list)
    for broken in breaks:
        for function, table in _targets(codebase, broken):
            owner = codebase.service_of.get(function or table, _process(codebase, broken.target_service))
            if owner and owner != _process(codebase, broken.source_service):
                grouped[owner, function, table].append(broken)
    needs: dict[str, list[Need]] = defaultdict(list)
    for (owner, function, table), found in sorted(grouped.items()):
        needs[owner].append(_need(codebase, function, table, found))
    return {owner: tuple(found) for owner, found in needs.items()}


def _targets(codebase: Codebase, broken: Break) -> set[tuple[str, str]]:
    """(function, table) pairs that one break asks for: its own target, else the places it names."""
    keys = {broken.target, *(place.target for place in broken.occurrences if place.target)}
    found = set()
    for key in keys:
        table = key if key in codebase.tables else codebase.table_of_class.get(key, "")
        if table and broken.kind in _DATA_KINDS | _CODE_KINDS:
            found.add(("", table))
        elif not table and broken.kind in _CODE_KINDS and _is_code(codebase, key):
            found.add((key, ""))
    return found


def _is_code(codebase: Codebase, key: str) -> bool:
    element = codebase.elements.get(key)
    return element is not None and element.kind in {"function", "class"}


def _process(codebase: Codebase, group: str) -> str:
    return codebase.process_of.get(group, group)


def _need(codebase: Codebase, function: str, table: str, found: list[Break]) -> Need:
    return Need(
        target=function or table,
        function=function,
        table=table,
        kinds=frozenset(broken.kind for broken in found),
        breaks=tuple(sorted({broken.key for broken in found})),
        consumers=tuple(sorted({_process(codebase, broken.source_service) for broken in found} - {""})),
        in_loop=any(place.in_loop for broken in found for place in broken.occurrences),
    )
