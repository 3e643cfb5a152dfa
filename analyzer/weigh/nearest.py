"""Nearest neighbours by shared words: sparse edges instead of a tie between everything alike."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from analyzer.model.vocabulary import spread
from analyzer.weigh.structure import Pairs

NEIGHBOURS = 6  # a handful: with 4 or 10 the agreement with the reference codebases moves by less than 0.01
ROUNDED = 1e-8  # scores closer than that may be equal once they are rounded to nine places
CELLS = 2_000_000  # scores that are worked out at once: 16 MB
FLOOR = 0.1  # cosine below which two modules have nothing in common


def nearest(features: Mapping[str, Mapping[str, float]]) -> Pairs:
    """(key, key) with the first the smaller -> cosine similarity, for every key's nearest neighbours.

    ``features`` are weights by word. Ties are broken by key, so the answer does not depend on any order.
    """
    keys = sorted(features)
    units = [_unit(features[key]) for key in keys]
    words: dict[str, int] = {}
    row = np.repeat(np.arange(len(keys)), [len(unit) for unit in units])
    word = np.array([words.setdefault(name, len(words)) for unit in units for name in unit], dtype=np.int64)
    weight = np.array([value for unit in units for value in unit.values()], dtype=np.float64)
    carried = _Carried(row, word, weight, np.argsort(word, kind="stable"), len(keys))
    pairs: Pairs = defaultdict(float)
    for first in range(0, len(keys), step := max(1, CELLS // max(1, len(keys)))):
        for one, other, score in _near(carried, first, min(first + step, len(keys))):
            pairs[keys[min(one, other)], keys[max(one, other)]] += score
    return dict(pairs)


class _Carried(NamedTuple):
    """Words of keys, each with its weight, sorted by key and then by word; all as numbers."""

    key: NDArray[np.int64]
    word: NDArray[np.int64]
    weight: NDArray[np.float64]
    by_word: NDArray[np.int64]  # the order by word and then by key
    keys: int


def _near(carried: _Carried, first: int, last: int) -> Iterator[tuple[int, int, float]]:
    """For each key from ``first`` until before ``last`` its nearest ones with their scores, the nearest first."""
    scores = _scores(carried, first, last)
    found = np.flatnonzero(scores >= FLOOR)
    (one, other), score = np.divmod(found, carried.keys), scores[found]
    order = np.lexsort((-score, one))
    one, other, score = one[order], other[order], score[order]
    starts = np.searchsorted(one, one)
    least = score[np.minimum(starts + NEIGHBOURS, np.searchsorted(one, one, "right")) - 1]
    near = score >= least - ROUNDED  # only they need to be put in order with rounded scores
    one, other, score = one[near], other[near], score[near]
    order = np.lexsort((other, -np.array([round(value, 9) for value in score.tolist()]), one))
    order = order[np.arange(len(order)) - np.searchsorted(one, one[order]) < NEIGHBOURS]
    yield from zip((one[order] + first).tolist(), other[order].tolist(), score[order].tolist(), strict=True)


def _scores(carried: _Carried, first: int, last: int) -> NDArray[np.float64]:
    """The cosine of each of these keys with all keys, row by row, 0 with itself."""
    sizes = np.bincount(carried.word)
    begin, end = np.searchsorted(carried.key, [first, last])
    word = carried.word[begin:end]
    times = sizes[word]
    place = carried.by_word[spread(np.cumsum(sizes) - sizes, word, times)]
    parts = carried.weight[place] * np.repeat(carried.weight[begin:end], times)
    cells = np.repeat(carried.key[begin:end] - first, times) * carried.keys + carried.key[place]
    scores: NDArray[np.float64] = np.bincount(cells, parts, (last - first) * carried.keys).astype(
        np.float64, copy=False
    )
    scores[np.arange(last - first) * carried.keys + np.arange(first, last)] = 0.0
    return scores


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weights[word] / length for word in sorted(weights)} if length else {}
