"""The results of the corpus as a page."""

import textwrap
from collections.abc import Sequence
from typing import Protocol


class Row(Protocol):
    """What ``corpus.py`` measured of one codebase."""

    name: str
    status: str
    files: int
    skipped: int
    lost: int
    lines: int
    seconds: float
    megabytes: int
    trouble: str


_LARGE = 100_000  # lines; below, starting up and not the code decides the figures a million lines
_COLUMNS = "codebase|status|files|left out|lost|lines|CPU s|peak MB|s a million lines|MB a million lines|trouble"
_HEAD = """\
# Source distributions, end to end

`make corpus` fetches the source distributions that `benchmarks/corpus.txt` lists, unpacks them without running
anything, and analyses each from its folder to the whole report, every format and every generated file included.
A run is well when it ends with status 0 or 3 and without a traceback, when the files analysed and the files left out
add up to the Python files in the folder (counted by another program), and when every file that Python's own parser
refuses (asked by another program) is named as lost with its reason.
"""
_FOUND = """
Of {listed} listed, {run} were run for this page: {well} were well, {bad} not{missing}. Together they hold {files:,}
files that were analysed and {skipped:,} that were left out with a note, in {lines:,} lines; {lost:,} files could not
be parsed and are named in their reports.
"""
_FIGURES = """
The {count} codebases of at least {large:,} lines took {seconds[1]:.0f} seconds of CPU a million lines (median; from
{seconds[0]:.0f} to {seconds[2]:.0f}) and {memory[1]:,.0f} MB a million lines in the largest process (median; from
{memory[0]:,.0f} to {memory[2]:,.0f}), on two cores shared with other work. The peak is an upper bound: it is never less
than what the measuring program held when it started the run.
"""


def summary(rows: Sequence[Row], listed: int) -> str:
    """The page, in Markdown."""
    names = _COLUMNS.split("|")
    table = [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}", *(_line(row) for row in rows)]
    return f"{_HEAD}{_filled(_found(rows, listed))}{_filled(_figures(rows))}\n" + "\n".join(table) + "\n"


def _filled(text: str) -> str:
    return f"\n{textwrap.fill(text.strip(), 1_000_000)}\n" if text else ""


def _found(rows: Sequence[Row], listed: int) -> str:
    away = sum(row.status == "not to be had" for row in rows)
    bad = sum(bool(row.trouble) for row in rows) - away
    return _FOUND.format(
        listed=listed,
        run=len(rows) - away,
        well=len(rows) - away - bad,
        bad=bad,
        missing=f"; {away} more have no source distribution" if away else "",
        files=sum(row.files for row in rows),
        skipped=sum(row.skipped for row in rows),
        lines=sum(row.lines for row in rows),
        lost=sum(row.lost for row in rows),
    )


def _figures(rows: Sequence[Row]) -> str:
    large = [row for row in rows if row.lines >= _LARGE]
    if not large:
        return ""
    seconds = _span([row.seconds / row.lines * 1e6 for row in large])
    memory = _span([row.megabytes / row.lines * 1e6 for row in large])
    return _FIGURES.format(count=len(large), large=_LARGE, seconds=seconds, memory=memory)


def _span(values: list[float]) -> tuple[float, float, float]:
    ordered = sorted(values)
    return ordered[0], ordered[len(ordered) // 2], ordered[-1]


def _line(row: Row) -> str:
    name = row.name.lstrip("@")
    if not row.lines:
        return f"| {name} | {row.status} |{' |' * 8} {row.trouble} |"
    counts = " | ".join(f"{count:,}" for count in (row.files, row.skipped, row.lost, row.lines))
    rate = f"{row.seconds / row.lines * 1e6:.0f} | {row.megabytes / row.lines * 1e6:,.0f}"
    return f"| {name} | {row.status} | {counts} | {row.seconds:.1f} | {row.megabytes:,} | {rate} | {row.trouble} |"
