"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class ShopError(RemoteProblem):
    """ShopError."""


class Conflict(RemoteProblem):
    """Conflict."""


class NotFound(RemoteProblem):
    """NotFound."""


class InvalidState(ShopError):
    """An object is not in the state that an operation needs."""


class NotAllowed(ShopError):
    """NotAllowed."""


class PaymentDeclined(ShopError):
    """PaymentDeclined."""


class RemoteError(ShopError):
    """Another company's system did not answer, or answered nonsense."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:payments:conflict": Conflict,
    "urn:problem-type:payments:not-found": NotFound,
    "urn:problem-type:payments:invalid-state": InvalidState,
    "urn:problem-type:payments:not-allowed": NotAllowed,
    "urn:problem-type:payments:payment-declined": PaymentDeclined,
    "urn:problem-type:payments:remote-error": RemoteError,
}
