"""One difference between two versions of a contract."""

from typing import NamedTuple


class Change(NamedTuple):
    """``what`` is a clause that follows the place: "GET /v1/orders: is gone"."""

    place: str
    what: str
    breaking: bool
