"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class ShopError(RemoteProblem):
    """ShopError."""


class Conflict(RemoteProblem):
    """Conflict."""


class NotFound(RemoteProblem):
    """NotFound."""


class CheckoutError(ShopError):
    """The order could not be placed; the cart is as it was."""


class InvalidState(ShopError):
    """An object is not in the state that an operation needs."""


class NotAllowed(ShopError):
    """NotAllowed."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:orders:conflict": Conflict,
    "urn:problem-type:orders:not-found": NotFound,
    "urn:problem-type:orders:checkout-error": CheckoutError,
    "urn:problem-type:orders:invalid-state": InvalidState,
    "urn:problem-type:orders:not-allowed": NotAllowed,
}
