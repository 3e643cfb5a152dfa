"""The words of a module: names and prose, split, counted."""

import keyword
import re
import string
from collections import Counter
from functools import lru_cache
from itertools import filterfalse, product

WORD = re.compile(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}")  # parts of camel case, capitals; two letters are loop counters
MOST = 80  # the tail beyond the 80 most frequent words of a module is names used once
NOISE = frozenset(
    [*(word.lower() for word in keyword.kwlist), "self", "cls", "args", "kwargs", "str", "int", "len", "dict", "list"]
)
_SHORT = frozenset("".join(letters) for size in (1, 2) for letters in product(string.ascii_lowercase, repeat=size))
_NO_WORDS = NOISE | _SHORT
# Letters stay, everything else becomes a blank: what is left splits into runs of letters without a regular expression.
_ONLY_LETTERS = bytes(code if chr(code) in string.ascii_letters else ord(" ") for code in range(256))


def vocabulary(text: bytes) -> str:
    """``word:count word:count`` of a file's text, most frequent first, ties by name."""
    counts = _counted(text.translate(_ONLY_LETTERS).decode("ascii"))
    kept = sorted(sorted(counts), key=counts.__getitem__, reverse=True)  # equal counts keep the order of the words
    return " ".join([f"{word}:{counts[word]}" for word in kept[:MOST]])


def _counted(text: str) -> dict[str, int]:
    """How often each word occurs in a text of letters and blanks: most runs of letters are one word as they are."""
    counts = dict(Counter(text.split()))
    for run in [*filterfalse(str.islower, counts)]:
        number = counts.pop(run)
        for word in _parts(run):
            counts[word] = counts.get(word, 0) + number
    for word in _NO_WORDS.intersection(counts):
        del counts[word]
    return counts


@lru_cache(maxsize=20_000)
def _parts(run: str) -> tuple[str, ...]:
    """The words in a run of letters of which some are capitals; names like ``HomePage`` come in file after file."""
    return tuple(map(str.lower, WORD.findall(run)))
