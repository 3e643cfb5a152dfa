"""Links as a table: each once, between known elements only, sorted; by numbers, as comparing keys takes longest."""

from collections.abc import Mapping, Sequence
from itertools import repeat
from operator import attrgetter
from typing import Any

import numpy as np
import pandas as pd

from analyzer.model.graph import LINK_COLUMNS
from analyzer.model.resolution import ResolvedLink

Codes = np.ndarray[Any, np.dtype[np.int64]]


def link_table(keys: Sequence[str], links: Sequence[ResolvedLink]) -> pd.DataFrame:
    """The links between two different of the sorted ``keys``, sorted by all but their confidence."""
    columns: dict[str, Any] = {}
    texts: dict[str, Sequence[str]] = {"source": keys, "target": keys}
    ranks = {key: number for number, key in enumerate(keys)}
    for name in ("source", "target"):
        columns[name] = ranked(_field(links, name), ranks)
    for name in ("kind", "file", "detail"):
        values = _field(links, name)
        texts[name] = sorted(set(values))
        columns[name] = ranked(values, dict.fromkeys(texts[name]))
    for name in ("line", "confidence", "in_loop"):
        columns[name] = np.fromiter(map(attrgetter(name), links), np.dtype(LINK_COLUMNS[name]), len(links))
    chosen = _sorted_once(columns, len(keys), len(texts["file"]))
    return pd.DataFrame(
        {name: _cells(columns[name][chosen], texts.get(name)) for name in LINK_COLUMNS}, columns=list(LINK_COLUMNS)
    )


def ranked(values: Sequence[str], different: Mapping[str, Any]) -> Codes:
    """The place of each value among the ``different`` ones, -1 where it is none of them."""
    ranks = dict(zip(different, range(len(different)), strict=True))
    return np.fromiter(map(ranks.get, values, repeat(-1)), np.int64, len(values))


def _field(links: Sequence[ResolvedLink], name: str) -> list[str]:
    return list(map(attrgetter(name), links))


def _cells(values: Codes, texts: Sequence[str] | None) -> Any:  # noqa: ANN401 - an array of pandas or of numpy
    return values if texts is None else pd.array(list(texts), dtype="str").take(values)


def _sorted_once(columns: Mapping[str, Codes], keys: int, files: int) -> Codes:
    """The rows to keep, in order; of equal ones the first, and ties in the order they came in."""
    source, target = columns["source"], columns["target"]
    kept = np.flatnonzero((source >= 0) & (target >= 0) & (source != target))
    ends, places = (source * keys + target)[kept], (columns["kind"] * files + columns["file"])[kept]
    order = [columns["detail"][kept], columns["line"][kept], places, ends]
    rest = [columns["in_loop"][kept], columns["confidence"][kept]]
    first = np.lexsort([*rest, *order])
    tied = _like_before([one[first] for one in order])
    same = tied & _like_before([one[first] for one in rest])
    groups = np.cumsum(~tied)[~same]
    first = first[~same]
    return kept[first[np.lexsort([first, groups])]]


def _like_before(columns: Sequence[Codes]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Where a row is the same as the one before it."""
    same = np.ones(len(columns[0]), dtype=bool)
    same[:1] = False
    for column in columns:
        same[1:] &= column[1:] == column[:-1]
    return same
