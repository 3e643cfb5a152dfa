"""A problem: trouble in the input, as data, never as an exception."""

from typing import Literal

from msgspec import Struct

Severity = Literal["note", "warning", "loss"]
"""``loss`` means that part of the code could not be read: the analysis is not whole (exit status 3)."""


class Problem(Struct, frozen=True, order=True):
    """What went wrong, where, and what was done about it.

    ``what`` and ``handled`` are whole sentences; ``line`` is 1-based, 0 when the whole file is meant.
    """

    file: str
    line: int
    stage: str
    what: str
    handled: str
    severity: Severity = "warning"
