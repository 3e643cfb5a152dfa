"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class StockError(RemoteProblem):
    """StockError."""


class NotFound(RemoteProblem):
    """NotFound."""


class OutOfStock(StockError):
    """There is not enough."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:stock:not-found": NotFound,
    "urn:problem-type:stock:out-of-stock": OutOfStock,
}
