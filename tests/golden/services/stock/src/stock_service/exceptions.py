"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:stock:not-found"
    title = "NotFound"
    status = 404


class OutOfStock(ServiceProblem):
    """There is not enough."""

    type = "urn:problem-type:stock:out-of-stock"
    title = "OutOfStock"
    status = 409
