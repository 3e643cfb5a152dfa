"""Drop-in functions: the signatures of payments/services.py, carried out by the service."""

from __future__ import annotations

import decimal

from .. import models
from ..current import client


def authorise(
    order: object | int,
    method: str,
    amount: decimal.Decimal,
) -> models.Payment:
    """Call authorise."""
    return client().payments_authorise(order, method, amount)


def capture(
    payment: object | int,
    token: str = "",
) -> models.Payment:
    """Take the money, mark the order paid, write the invoice, tell everybody."""
    return client().payments_capture(payment, token)


def refund_order(
    order: object | int,
    amount: decimal.Decimal,
    reason: str,
    actor: object | int | None = None,
    return_request: object | int | None = None,
    change_status: bool = True,
) -> list[models.Refund]:
    """Give back ``amount``: store credit first to the credit, the rest through the gateway."""
    return client().payments_refund_order(order, amount, reason, actor, return_request, change_status)


def use_store_credit(
    order: object | int,
    user: object | int,
) -> decimal.Decimal:
    """Pay as much as possible from the customer's credit."""
    return client().payments_use_store_credit(order, user)


def void_open_payments(
    order: object | int,
) -> int:
    """Call void open payments."""
    return client().payments_void_open_payments(order)
