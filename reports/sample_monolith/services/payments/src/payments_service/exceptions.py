"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class Conflict(ServiceProblem):
    """Conflict."""

    type = "urn:problem-type:payments:conflict"
    title = "Conflict"
    status = 409


class InvalidState(ServiceProblem):
    """An object is not in the state that an operation needs."""

    type = "urn:problem-type:payments:invalid-state"
    title = "InvalidState"
    status = 409


class NotAllowed(ServiceProblem):
    """NotAllowed."""

    type = "urn:problem-type:payments:not-allowed"
    title = "NotAllowed"
    status = 403


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:payments:not-found"
    title = "NotFound"
    status = 404


class PaymentDeclined(ServiceProblem):
    """PaymentDeclined."""

    type = "urn:problem-type:payments:payment-declined"
    title = "PaymentDeclined"
    status = 422


class RemoteError(ServiceProblem):
    """Another company's system did not answer, or answered nonsense."""

    type = "urn:problem-type:payments:remote-error"
    title = "RemoteError"
    status = 422
