"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class Conflict(ServiceProblem):
    """Conflict."""

    type = "urn:problem-type:cart:conflict"
    title = "Conflict"
    status = 409


class InvalidState(ServiceProblem):
    """An object is not in the state that an operation needs."""

    type = "urn:problem-type:cart:invalid-state"
    title = "InvalidState"
    status = 409


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:cart:not-found"
    title = "NotFound"
    status = 404


class OutOfStock(ServiceProblem):
    """OutOfStock."""

    type = "urn:problem-type:cart:out-of-stock"
    title = "OutOfStock"
    status = 409


class ShopError(ServiceProblem):
    """ShopError."""

    type = "urn:problem-type:cart:shop-error"
    title = "ShopError"
    status = 422
