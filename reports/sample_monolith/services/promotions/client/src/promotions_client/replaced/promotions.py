"""Drop-in functions: the signatures of promotions/services.py, carried out by the service."""

from __future__ import annotations

import decimal
from typing import Any

from .. import models
from ..current import client


def check_coupon(
    coupon: object | int,
    user: object | int | None = None,
    subtotal: decimal.Decimal | None = None,
) -> None:
    """Call check coupon."""
    return client().promotions_check_coupon(coupon, user, subtotal)


def find_coupon(
    code: str,
    user: object | int | None = None,
    subtotal: decimal.Decimal | None = None,
) -> models.Coupon:
    """The coupon if this customer may use it now; a CouponError that says why not."""
    return client().promotions_find_coupon(code, user, subtotal)


def give_back(
    order: object | int,
) -> None:
    """Make the coupon of a cancelled order usable again."""
    return client().promotions_give_back(order)


def redeem(
    coupon: object | int,
    order: object | int,
    amount: decimal.Decimal,
) -> models.CouponRedemption:
    """Call redeem."""
    return client().promotions_redeem(coupon, order, amount)


def start_campaign(
    name: str,
    products: list[models.Product],
    percent: int,
    starts_at: Any,
    ends_at: Any,
    buy_quantity: int = 1,
) -> models.Campaign:
    """Call start campaign."""
    return client().promotions_start_campaign(name, products, percent, starts_at, ends_at, buy_quantity)
