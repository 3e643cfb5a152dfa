"""The words of a module, its classes and its top-level functions: names and prose, split, counted."""

import keyword
import re
from collections import Counter

from analyzer.read.draft import Frame

WORD = re.compile(r"[A-Za-z][a-z]+|[A-Z]{3,}")
SHORTEST = 3  # two letters are loop counters and noise
MOST = 80  # the tail beyond the 80 most frequent words of a module is names used once
NOISE = frozenset(
    [*(word.lower() for word in keyword.kwlist), "self", "cls", "args", "kwargs", "str", "int", "len", "dict", "list"]
)


def vocabularies(lines: list[bytes], frames: list[Frame]) -> dict[int, str]:
    """Scope index to ``word:count word:count``, most frequent first, ties by name."""
    found: dict[int, str] = {}
    whole: Counter[str] = Counter()
    at = 0
    for frame in frames:
        if frame.parent is None or frame.parent.index or frame.kind == "lambda":
            continue
        node = frame.node
        first, last = node.lineno - 1, node.end_lineno  # type: ignore[attr-defined]
        if first > at:
            whole.update(_count(lines[at:first]))
        own = _count(lines[first:last])
        found[frame.index] = _text(own)
        whole.update(own)
        at = max(at, last)
    whole.update(_count(lines[at:]))
    found[0] = _text(whole)
    return found


def _count(lines: list[bytes]) -> Counter[str]:
    text = b"\n".join(lines).decode()
    return Counter(map(str.lower, WORD.findall(text)))


def _text(counts: Counter[str]) -> str:
    kept = [(-count, word) for word, count in counts.items() if len(word) >= SHORTEST and word not in NOISE]
    kept.sort()
    return " ".join([f"{word}:{-count}" for count, word in kept[:MOST]])
