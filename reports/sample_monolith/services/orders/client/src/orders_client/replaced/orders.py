"""Drop-in functions: the signatures of orders/services.py, carried out by the service."""

from __future__ import annotations

from .. import models
from ..current import client


def cancel_order(
    order: object | int,
    actor: object | int | None = None,
    reason: str = "",
) -> models.Order:
    """Undo an order that has not left: stock, coupon, money, points."""
    return client().orders_cancel_order(order, actor, reason)


def for_user(
    user: object | int,
) -> list[models.Order]:
    """Call for user."""
    return client().orders_for_user(user)


def turnover() -> list[models.Order]:
    """Call turnover."""
    return client().orders_turnover()
