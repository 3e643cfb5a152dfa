"""Source lines around the places that prove a break, so that a report can quote them without the source at hand."""

import io
import tokenize
from collections import defaultdict
from collections.abc import Iterator

from analyzer.discover.discovery import Discovery
from analyzer.discover.door import load
from analyzer.model.breaks import Break
from analyzer.model.excerpt import Excerpt
from analyzer.model.problem import Problem

_PLACES = 3  # a reader checks one or two; the report links the rest by file and line
_AROUND = 2  # five lines show a statement and what it belongs to
_LINE_LENGTH = 200  # longer lines are data
_TOTAL = 3_000  # bounds the report at about one megabyte of quotes


def excerpts(found: Discovery, breaks: tuple[Break, ...]) -> tuple[Excerpt, ...]:
    """The lines around the first places of every break; a file that changed or vanished meanwhile gives none."""
    places = sorted({(at.file, at.line) for cut in breaks for at in cut.occurrences[:_PLACES] if at.line > 0})[:_TOTAL]
    wanted: dict[str, list[int]] = defaultdict(list)
    for file, line in places:
        wanted[file].append(line)
    return tuple(
        excerpt
        for source in found.sources
        if source.path in wanted
        for excerpt in _quote(source.path, wanted[source.path], load(found.root, source, source.size))
    )


def texts(found: Discovery, files: tuple[str, ...]) -> dict[str, str]:
    """The whole text of some files, by path; one that changed or vanished meanwhile is left out."""
    wanted = frozenset(files)
    read = {s.path: load(found.root, s, s.size) for s in found.sources if s.path in wanted}
    return {path: _decoded(data) for path, data in read.items() if not isinstance(data, Problem)}


def _quote(file: str, wanted: list[int], data: bytes | Problem) -> Iterator[Excerpt]:
    if isinstance(data, Problem):
        return
    lines = _decoded(data).split("\n")
    for line in wanted:
        first = max(1, line - _AROUND)
        if line <= len(lines):
            text = "\n".join(part[:_LINE_LENGTH] for part in lines[first - 1 : line + _AROUND])
            yield Excerpt(file, line, first, text)


def _decoded(data: bytes) -> str:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        encoding = "utf-8"
    text = data.decode(encoding, "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")
