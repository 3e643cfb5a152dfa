"""Effort as a range: counted work items times the weights in the settings."""

from collections import Counter
from collections.abc import Iterable
from math import fsum

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Effort
from analyzer.settings import PlanSettings

PLACE = "place_changed"
GENERATED = "generated"
SAME = "same_change"
LIBRARY = "shared_library"
CHANGES = {
    "call": "operation", "instance_passed": "operation", "reference": "operation", "inheritance": "base",
    "data_access": "query", "join": "query", "task": "queue", "shared_constant": "copy", "shared_state": "owner",
    "authentication": "token",
}  # fmt: skip
"""What is made once for all breaks that lead to one element, by their kind; other kinds are work each time."""


def work_items(breaks: Iterable[Break]) -> Counter[str]:
    """One item for each break, and one ``place_changed`` for each further place in the source.

    The item is named like the kind of the break, or ``generated`` when the remedy is written by the generator: then
    only the import changes, so further files count and not further places; the same for tests and for code that moves
    to a library. What heals a break heals others with the same end: an operation is published, the helpers of one
    module are moved once; these count as ``same_change``.
    """
    items: Counter[str] = Counter()
    changed: set[tuple[str, str]] = set()
    for one in breaks:
        generated = one.remedy.automation == "automatic"
        shared = one.remedy.kind == LIBRARY
        change = (LIBRARY, one.target.partition("::")[0]) if shared else (CHANGES.get(one.kind, one.key), one.target)
        items[SAME if change in changed else GENERATED if generated else LIBRARY if shared else one.kind] += 1
        changed.add(change)
        by_file = generated or shared or one.kind == "test"
        places = {(place.file, 0 if by_file else place.line) for place in one.occurrences}
        items[PLACE] += max(0, len(places) - 1)
    return +items


def effort_of(items: Counter[str], settings: PlanSettings) -> Effort:
    """The range for these items, in person-days; ``KeyError`` for an item that has no weight."""
    rows = tuple((name, items[name], *settings.weight(name)) for name in sorted(items))
    low = fsum(count * cheap for _, count, cheap, _ in rows)
    high = fsum(count * dear for _, count, _, dear in rows)
    return Effort(round(low, 1), round(high, 1), rows)


def middle_of(items: Counter[str], settings: PlanSettings) -> float:
    """One number, the middle of the range, where an order needs one."""
    return fsum(count * fsum(settings.weight(name)) / 2 for name, count in items.items())


def total(efforts: Iterable[Effort]) -> Effort:
    """The sum of some ranges, item by item."""
    counts: Counter[str] = Counter()
    weights: dict[str, tuple[float, float]] = {}
    for effort in efforts:
        for name, count, low, high in effort.items:
            counts[name] += count
            weights[name] = (low, high)
    rows = tuple((name, counts[name], *weights[name]) for name in sorted(counts))
    low_sum = fsum(count * low for _, count, low, _ in rows)
    return Effort(round(low_sum, 1), round(fsum(count * high for _, count, _, high in rows), 1), rows)
