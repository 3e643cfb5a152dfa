"""An excerpt: source lines quoted in a report."""

from msgspec import Struct


class Excerpt(Struct, frozen=True, order=True):
    """Source lines around a place: ``first`` is the 1-based number of the first line."""

    file: str
    line: int
    first: int
    text: str
