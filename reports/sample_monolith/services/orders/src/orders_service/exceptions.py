"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class CheckoutError(ServiceProblem):
    """The order could not be placed; the cart is as it was."""

    type = "urn:problem-type:orders:checkout-error"
    title = "CheckoutError"
    status = 422


class Conflict(ServiceProblem):
    """Conflict."""

    type = "urn:problem-type:orders:conflict"
    title = "Conflict"
    status = 409


class InvalidState(ServiceProblem):
    """An object is not in the state that an operation needs."""

    type = "urn:problem-type:orders:invalid-state"
    title = "InvalidState"
    status = 409


class NotAllowed(ServiceProblem):
    """NotAllowed."""

    type = "urn:problem-type:orders:not-allowed"
    title = "NotAllowed"
    status = 403


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:orders:not-found"
    title = "NotFound"
    status = 404
