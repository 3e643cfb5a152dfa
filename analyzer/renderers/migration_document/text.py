"""Small pieces of Markdown: tables, places, counts."""

from collections.abc import Iterable, Sequence

from analyzer.model.breaks import Occurrence
from analyzer.model.roadmap import Effort
from analyzer.notation.prose import markdown


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """A table whose cells show their text and nothing else; followed by an empty line."""
    lines = ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads)]
    lines += ["| " + " | ".join(markdown(str(cell)) for cell in row) + " |" for row in rows]
    return [*lines, ""]


def place(one: Occurrence) -> str:
    """``file:line``, with what makes it hot."""
    marks = [word for word, is_so in (("in a loop", one.in_loop), ("in a request", one.in_request)) if is_so]
    return f"{one.file}:{one.line}" + (f" ({', '.join(marks)})" if marks else "")


def shortened(items: Sequence[str], most: int) -> str:
    """The first few, and how many more there are."""
    more = len(items) - most
    return ", ".join(items[:most]) + (f" and {more} more" if more > 0 else "")


def days(effort: Effort) -> str:
    """A range of person-days; whole days, because more digits would be false precision."""
    low, high = round(effort.low), round(effort.high)
    if low == 0:
        return f"under {high} days" if high > 1 else "under a day"
    return f"{low} to {high} days"


def counted(count: int, word: str) -> str:
    """A count with its noun."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
