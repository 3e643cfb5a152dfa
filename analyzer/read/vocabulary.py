"""The words of a module, its classes and its top-level functions: names and prose, split, counted."""

import keyword
import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, filterfalse, product

from analyzer.read.draft import Frame

WORD = re.compile(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}")  # parts of camel case, capitals; two letters are loop counters
MOST = 80  # the tail beyond the 80 most frequent words of a module is names used once
NOISE = frozenset(
    [*(word.lower() for word in keyword.kwlist), "self", "cls", "args", "kwargs", "str", "int", "len", "dict", "list"]
)
_SHORT = frozenset("".join(letters) for size in (1, 2) for letters in product(string.ascii_lowercase, repeat=size))
_NO_WORDS = NOISE | _SHORT
# Letters stay, everything else becomes a blank: what is left splits into runs of letters without a regular expression.
_ONLY_LETTERS = bytes(code if chr(code) in string.ascii_letters else ord(" ") for code in range(256))


def vocabularies(lines: list[bytes], frames: list[Frame]) -> dict[int, str]:
    """Scope index to ``word:count word:count``, most frequent first, ties by name."""
    text = b"\n".join(lines).translate(_ONLY_LETTERS).decode("ascii")
    starts = [0, *accumulate([len(line) + 1 for line in lines])]
    found: dict[int, str] = {}
    between: list[str] = []
    whole: dict[str, int] = {}
    at = 0
    for frame, first, last in _named(frames):
        between.append(text[starts[at] : starts[max(at, first)]])
        own = _counted(text[starts[first] : starts[last]])
        found[frame] = _written(own)
        _add(whole, own)
        at = max(at, last)
    between.append(text[starts[at] :])
    _add(whole, _counted(" ".join(between)))
    found[0] = _written(whole)
    return found


def _named(frames: list[Frame]) -> Iterator[tuple[int, int, int]]:
    """Index, first line (from 0) and line after the last of every class and function of the module itself."""
    for frame in frames:
        if frame.parent is not None and frame.parent.index == 0 and frame.kind != "lambda":
            node = frame.node
            yield frame.index, node.lineno - 1, node.end_lineno  # type: ignore[attr-defined]


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


def _add(whole: dict[str, int], part: dict[str, int]) -> None:
    for word, number in part.items():
        whole[word] = whole.get(word, 0) + number


def _written(counts: dict[str, int]) -> str:
    kept = sorted(sorted(counts), key=counts.__getitem__, reverse=True)  # equal counts keep the order of the words
    return " ".join([f"{word}:{counts[word]}" for word in kept[:MOST]])
