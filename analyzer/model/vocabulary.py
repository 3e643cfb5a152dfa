"""Words of many texts (``word:count word:count``), taken apart, added up and weighed as numbers."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Uses(NamedTuple):
    """How often each row uses each word, each pair once, sorted; ``word`` counts into ``words``, which are sorted."""

    row: Numbers
    word: Numbers
    often: Numbers
    words: list[str]


def uses_of(
    texts: Sequence[str],
    rows: Sequence[int],
    split: Callable[[str], list[str]],
    more: Iterable[tuple[int, str, int]] = (),
) -> Uses:
    """The parts of the words in the texts, added up by the row of each text; ``more`` are a row, a part, a count."""
    items = " ".join(texts).replace(":", " ").split()
    spelled, words = pd.factorize(np.array(items[::2], dtype=object))
    numbers: dict[str, int] = {}
    pieces = [[numbers.setdefault(part, len(numbers)) for part in split(word)] for word in words.tolist()]
    added = [(row, numbers.setdefault(part, len(numbers)), count) for row, part, count in more]
    sizes = np.array([len(found) for found in pieces], dtype=np.int64)
    times = sizes[spelled]
    every = np.array([part for found in pieces for part in found], dtype=np.int64)
    found = every[spread(np.cumsum(sizes) - sizes, spelled, times)]
    homes = np.repeat(np.array(rows, dtype=np.int64), [text.count(":") for text in texts])
    counts = np.array(list(map(int, items[1::2])), dtype=np.int64)
    columns = np.stack([np.repeat(homes, times), found, np.repeat(counts, times)])
    return _added(np.concatenate([columns, np.array(added, dtype=np.int64).reshape(-1, 3).T], axis=1), list(numbers))


def spread(starts: Numbers, chosen: Numbers, sizes: Numbers) -> Numbers:
    """The positions from each chosen start on, as many as its size says: one run behind the other."""
    ends = np.cumsum(sizes)
    return np.repeat(starts[chosen] - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


def _added(columns: Numbers, words: list[str]) -> Uses:
    order = sorted(range(len(words)), key=words.__getitem__)
    rank = np.empty(len(words), dtype=np.int64)
    rank[order] = np.arange(len(words))
    wide = max(1, len(words))
    pairs, which = np.unique(columns[0] * wide + rank[columns[1]], return_inverse=True)
    count = np.bincount(which, columns[2], len(pairs)).astype(np.int64)
    return Uses(pairs // wide, pairs % wide, count, [words[number] for number in order])


def strongest(
    uses: Uses, weight: Callable[[int, int], float], kept: int, carried: tuple[float, float] = (1, np.inf)
) -> dict[int, dict[str, float]]:
    """Row -> its strongest words with their weights, the strongest first, equal ones by name.

    ``weight`` is asked with the count of a word in its row and the number of rows that carry it, which must be
    between the bounds. Weights are compared with nine places.
    """
    carriers = np.bincount(uses.word, minlength=len(uses.words))[uses.word]
    usual = (carriers >= carried[0]) & (carriers <= carried[1])
    row, word, carriers = uses.row[usual], uses.word[usual], carriers[usual]
    wide = int(carriers.max(initial=0)) + 1
    pairs, which = np.unique(uses.often[usual] * wide + carriers, return_inverse=True)
    weights = [weight(*divmod(pair, wide)) for pair in pairs.tolist()]
    order = np.lexsort((word, -np.array([round(value, 9) for value in weights])[which], row))
    order = order[np.arange(len(order)) - np.searchsorted(row, row[order]) < kept]
    columns = (row[order], word[order], np.array(weights)[which[order]])
    told: dict[int, dict[str, float]] = {}
    for one, other, value in zip(*(column.tolist() for column in columns), strict=True):
        told.setdefault(one, {})[uses.words[other]] = value
    return told
