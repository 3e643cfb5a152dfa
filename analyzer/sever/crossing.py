"""Links across the cut as plain tuples, in groups, and the places they name."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from analyzer.model.breaks import Occurrence


class Crossing(NamedTuple):
    """One link across the cut."""

    source: str
    target: str
    kind: str
    file: str
    line: int
    confidence: float
    in_loop: bool
    detail: str
    source_service: str
    target_service: str
    in_request: bool


def gather(rows: pd.DataFrame, *by: str) -> Iterator[tuple[tuple[str, ...], list[Crossing]]]:
    """The rows in groups with the same values in the columns ``by``, in the order of these values.

    Plain tuples, because there can be tens of thousands of groups of one or two rows, and a frame for each is slow.
    """
    columns = [rows[name].tolist() for name in Crossing._fields]
    groups: dict[tuple[str, ...], list[Crossing]] = {}
    for key, row in zip(
        zip(*(rows[name].tolist() for name in by), strict=True), zip(*columns, strict=True), strict=True
    ):
        groups.setdefault(key, []).append(Crossing(*row))
    for key in sorted(groups):
        yield key, groups[key]


def occurrences(rows: list[Crossing]) -> tuple[Occurrence, ...]:
    """The places of a few crossing links, sorted, one a line and target."""
    found = {
        (row.file, row.line, row.source, row.target): Occurrence(
            row.file, row.line, row.source, row.target, row.in_loop, row.in_request, row.detail
        )
        for row in rows
    }
    return tuple(found[place] for place in sorted(found))


def busiest(rows: list[Crossing]) -> str:
    """The source element with most of the rows; of several, the first by key."""
    counts = Counter(row.source for row in rows)
    return min(counts, key=lambda source: (-counts[source], source))


def confidence(rows: list[Crossing]) -> float:
    """How sure the surest of the places is."""
    return round(max(row.confidence for row in rows), 4)


def times(count: int, word: str) -> str:
    """A count with its noun."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
