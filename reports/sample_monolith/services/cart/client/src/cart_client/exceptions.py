"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class Conflict(RemoteProblem):
    """Conflict."""


class NotFound(RemoteProblem):
    """NotFound."""


class ShopError(RemoteProblem):
    """ShopError."""


class InvalidState(ShopError):
    """An object is not in the state that an operation needs."""


class OutOfStock(ShopError):
    """OutOfStock."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:cart:conflict": Conflict,
    "urn:problem-type:cart:not-found": NotFound,
    "urn:problem-type:cart:shop-error": ShopError,
    "urn:problem-type:cart:invalid-state": InvalidState,
    "urn:problem-type:cart:out-of-stock": OutOfStock,
}
