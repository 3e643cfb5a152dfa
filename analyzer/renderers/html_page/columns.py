"""Column-coded values: repeated text is written once, tables column by column."""

from collections.abc import Iterable, Sequence
from typing import Any

Texts = dict[str, int]
"""Every distinct text of the page and its number, in order of first use."""


def code(texts: Texts, value: str) -> int:
    """The number of a text, given out on first use."""
    return texts.setdefault(value, len(texts))


def codes(texts: Texts, values: Iterable[str]) -> list[int]:
    """The numbers of many texts."""
    return [texts.setdefault(value, len(texts)) for value in values]


def steps(numbers: Sequence[int]) -> list[int]:
    """Each number as the difference to the one before: sorted columns become small numbers that compress."""
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def shares(values: Iterable[Any]) -> list[float | None]:
    """Shares in steps of a thousandth; None where there is no value."""
    return [None if value is None or value != value else round(float(value), 3) for value in values]  # noqa: PLR0124 - the test for NaN
