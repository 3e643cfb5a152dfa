"""Drop-in functions: the signatures of orders/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def cancel_order(
    order: models.Order,
    actor: Any = None,
    reason: str = "",
) -> models.Order:
    """Undo an order that has not left: stock, coupon, money, points."""
    return client().orders_cancel_order(order, actor, reason)


def complete_delivered(
) -> int:
    """Orders whose parcels have all arrived are done."""
    return client().orders_complete_delivered()
