"""Which words tell modules apart, and how much: rare words count, words that everybody uses do not."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from analyzer.model.vocabulary import strongest, uses_of
from analyzer.model.words import split_name

COMMON = 0.05  # a path word that more than a twentieth of the modules carry names a layer or the whole codebase
COMMON_AT_LEAST = 10  # modules, so that a small codebase has rare words too
KEPT = 20  # words a module: enough to find its neighbours, few enough for 20,000 modules
CROWD = 100  # modules a word may have at most: more is common in any codebase, and pairs grow with its square


def rare_words(words: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    """Path words by module, weighted by rarity; common ones and those of a single module are left out."""
    carriers = Counter(word for own in words.values() for word in own)
    most = max(COMMON_AT_LEAST, COMMON * len(words))
    return {
        key: {word: math.log(len(words) / carriers[word]) for word in own if 1 < carriers[word] <= most}
        for key, own in words.items()
    }


def telling_words(texts: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Identifiers and docstring words by module (``word:count word:count``), the most telling ones, tf-idf weighted."""
    keys = list(texts)
    uses = uses_of(list(texts.values()), range(len(keys)), _meant)
    most = min(CROWD, max(3.0, 0.2 * len(texts)))
    told = strongest(
        uses,
        lambda count, carriers: (1 + math.log(count)) * math.log(len(keys) / carriers),
        KEPT,
        (2, most),
    )
    return {key: told.get(number, {}) for number, key in enumerate(keys)}


def _meant(word: str) -> list[str]:
    """Its parts; two letters abbreviate too many things at once."""
    return [part for part in split_name(word) if len(part) > 2]  # noqa: PLR2004
