"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class Conflict(ServiceProblem):
    """Conflict."""

    type = "urn:problem-type:customers:conflict"
    title = "Conflict"
    status = 409


class InvalidState(ServiceProblem):
    """An object is not in the state that an operation needs."""

    type = "urn:problem-type:customers:invalid-state"
    title = "InvalidState"
    status = 409


class NotEnoughPoints(ServiceProblem):
    """NotEnoughPoints."""

    type = "urn:problem-type:customers:not-enough-points"
    title = "NotEnoughPoints"
    status = 409


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:customers:not-found"
    title = "NotFound"
    status = 404
