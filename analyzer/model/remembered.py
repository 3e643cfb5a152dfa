"""What is worked out of a value that never changes, kept beside it: many ask the same of one graph, cut or study."""

from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")


def remembered(value: object, question: Hashable, work_out: Callable[[], T]) -> T:
    """The answer to the question about the value, worked out the first time; nobody may change what is returned.

    The value's class allows attributes beside its fields (``dict=True``); they are neither compared nor written out.
    """
    known: dict[Hashable, T] = vars(value).setdefault("_remembered", {})
    if question not in known:
        known[question] = work_out()
    return known[question]
