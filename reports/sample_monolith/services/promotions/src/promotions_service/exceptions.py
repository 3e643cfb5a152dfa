"""The exceptions that the contract declares: raise one in a handler and it crosses the network as itself."""

from __future__ import annotations

from .problems import ServiceProblem


class Conflict(ServiceProblem):
    """Conflict."""

    type = "urn:problem-type:promotions:conflict"
    title = "Conflict"
    status = 409


class CouponError(ServiceProblem):
    """CouponError."""

    type = "urn:problem-type:promotions:coupon-error"
    title = "CouponError"
    status = 422


class NotFound(ServiceProblem):
    """NotFound."""

    type = "urn:problem-type:promotions:not-found"
    title = "NotFound"
    status = 404
