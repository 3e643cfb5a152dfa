"""The exceptions that cross the network, under the names the replaced code raised them by."""

from __future__ import annotations

from .failures import RemoteProblem


class ShopError(RemoteProblem):
    """ShopError."""


class Conflict(RemoteProblem):
    """Conflict."""


class NotFound(RemoteProblem):
    """NotFound."""


class CouponError(ShopError):
    """CouponError."""



BY_TYPE: dict[str, type[RemoteProblem]] = {
    "urn:problem-type:promotions:conflict": Conflict,
    "urn:problem-type:promotions:not-found": NotFound,
    "urn:problem-type:promotions:coupon-error": CouponError,
}
