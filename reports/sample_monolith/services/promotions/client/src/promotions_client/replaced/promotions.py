"""Drop-in functions: the signatures of promotions/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def check_coupon(
    coupon: models.Coupon,
    user: Any = None,
    subtotal: Any = None,
) -> None:
    """Call check coupon."""
    return client().promotions_check_coupon(coupon, user, subtotal)


def find_coupon(
    code: str,
    user: Any = None,
    subtotal: Any = None,
) -> models.Coupon:
    """The coupon if this customer may use it now; a CouponError that says why not."""
    return client().promotions_find_coupon(code, user, subtotal)


def give_back(
    order: Any,
) -> None:
    """Make the coupon of a cancelled order usable again."""
    return client().promotions_give_back(order)


def redeem(
    coupon: models.Coupon,
    order: Any,
    amount: Any,
) -> models.CouponRedemption:
    """Call redeem."""
    return client().promotions_redeem(coupon, order, amount)


def start_campaign(
    name: Any,
    products: Any,
    percent: Any,
    starts_at: Any,
    ends_at: Any,
    buy_quantity: int = 1,
) -> models.Campaign:
    """Call start campaign."""
    return client().promotions_start_campaign(name, products, percent, starts_at, ends_at, buy_quantity)
