"""The words of a module, its classes and its top-level functions: names and prose, split, counted."""

import keyword
import re
from collections import Counter

from analyzer.read.draft import Frame

WORD = re.compile(r"[A-Za-z][a-z]{2,}|[A-Z]{3,}")  # parts of camel case, capitals; two letters are loop counters
MOST = 80  # the tail beyond the 80 most frequent words of a module is names used once
NOISE = frozenset(
    [*(word.lower() for word in keyword.kwlist), "self", "cls", "args", "kwargs", "str", "int", "len", "dict", "list"]
)


def vocabularies(lines: list[bytes], frames: list[Frame]) -> dict[int, str]:
    """Scope index to ``word:count word:count``, most frequent first, ties by name."""
    found: dict[int, str] = {}
    whole: list[str] = []
    at = 0
    for frame in frames:
        if frame.parent is None or frame.parent.index or frame.kind == "lambda":
            continue
        node = frame.node
        first, last = node.lineno - 1, node.end_lineno  # type: ignore[attr-defined]
        if first > at:
            whole += _words(lines[at:first])
        own = _words(lines[first:last])
        found[frame.index] = _text(own)
        whole += own
        at = max(at, last)
    whole += _words(lines[at:])
    found[0] = _text(whole)
    return found


def _words(lines: list[bytes]) -> list[str]:
    return [*map(str.lower, WORD.findall(b"\n".join(lines).decode()))]


def _text(words: list[str]) -> str:
    counts = Counter(words)
    for word in NOISE & counts.keys():
        del counts[word]
    kept = sorted(sorted(counts), key=counts.__getitem__, reverse=True)  # equal counts keep the order of the words
    return " ".join([f"{word}:{counts[word]}" for word in kept[:MOST]])
