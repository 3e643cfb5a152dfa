"""What really ran: read traces that the user recorded, whatever form they have, as pairs of files."""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from analyzer.errors import InvalidSettings
from analyzer.model.source import Source
from analyzer.observe.codeowners import read_small
from analyzer.observe.traces.calls import read_calls
from analyzer.observe.traces.contexts import MAGIC, read_contexts_database, read_contexts_report
from analyzer.observe.traces.documents import documents
from analyzer.observe.traces.spans import read_spans
from analyzer.observe.traces.whereabouts import Whereabouts

MAX_BYTES = 200_000_000  # about a million spans; more do not move the shares
MANY = 40  # files of one context: a test that runs through more says little about any two of them
TWICE = 2  # contexts that two files must share: once is chance

Pair = tuple[str, str, str, float]


def read_traces(paths: Iterable[str], sources: Sequence[Source]) -> list[Pair]:
    """(file, file, view, weight), sorted: calls seen as ``trace``, files that ran together as ``run_together``.

    A call seen n times weighs log(1 + n), like links in the text. Files that ran in the same contexts weigh the
    share of common contexts among those of either (Jaccard). Raises ``InvalidSettings`` for a file that is too
    large, is in none of the known forms, or names no file of the codebase.
    """
    where = Whereabouts.of(sources)
    calls: Counter[tuple[str, str]] = Counter()
    contexts: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        found_calls, found_contexts = _read(path, where)
        if not found_calls and not found_contexts:
            raise InvalidSettings(f"The trace {path} tells of no two files of the codebase that ran together.")
        calls.update(found_calls)
        for context, files in found_contexts.items():
            contexts[context] |= files
    told = [(*_in_order(pair), "trace", math.log1p(count)) for pair, count in sorted(calls.items())]
    return told + _together(contexts)


def trace_marks(paths: Iterable[str]) -> list[str]:
    """What decides the reading: a hash of each file's bytes, in order."""
    return [hashlib.sha256(read_small(Path(path), MAX_BYTES)).hexdigest() for path in paths]


def _read(path: str, where: Whereabouts) -> tuple[Counter[tuple[str, str]], dict[str, set[str]]]:
    """Calls, or files by context; the form is told by the content, never by the name."""
    data = read_small(Path(path), MAX_BYTES)
    if not data:
        raise InvalidSettings(
            f"The trace {path} cannot be read: it must be a plain file of 1 to {MAX_BYTES // 1_000_000} MB."
        )
    if data.startswith(MAGIC):
        return Counter(), read_contexts_database(data, path, where)
    text = data.decode("utf-8-sig", errors="replace")
    if text.lstrip()[:1] not in ("{", "["):
        return read_calls(text, path, where), {}
    found = documents(text, path)
    contexts = read_contexts_report(found, where)
    return (Counter(), contexts) if contexts is not None else (read_spans(found, where), {})


def _together(contexts: dict[str, set[str]]) -> list[Pair]:
    seen: Counter[str] = Counter()
    common: Counter[tuple[str, str]] = Counter()
    for files in contexts.values():
        if len(files) <= MANY:
            known = sorted(files)
            seen.update(known)
            common.update((one, other) for place, one in enumerate(known) for other in known[place + 1 :])
    return [
        (one, other, "run_together", round(count / (seen[one] + seen[other] - count), 9))
        for (one, other), count in sorted(common.items())
        if count >= TWICE
    ]


def _in_order(pair: tuple[str, str]) -> tuple[str, str]:
    return min(pair), max(pair)
