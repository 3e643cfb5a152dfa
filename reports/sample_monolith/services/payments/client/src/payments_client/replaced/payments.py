"""Drop-in functions: the signatures of payments/services.py, carried out by the service."""

from __future__ import annotations

import decimal
from typing import Any

from .. import models
from ..current import client


def authorise(
    order: Any,
    method: str,
    amount: decimal.Decimal,
) -> models.Payment:
    """Call authorise."""
    return client().payments_authorise(order, method, amount)


def capture(
    payment: models.Payment,
    token: str = "",
) -> models.Payment:
    """Take the money, mark the order paid, write the invoice, tell everybody."""
    return client().payments_capture(payment, token)


def refund_order(
    order: Any,
    amount: decimal.Decimal,
    reason: str,
    actor: Any = None,
    return_request: Any = None,
    change_status: bool = True,
) -> list[models.Refund]:
    """Give back ``amount``: store credit first to the credit, the rest through the gateway."""
    return client().payments_refund_order(order, amount, reason, actor, return_request, change_status)


def use_store_credit(
    order: Any,
    user: Any,
) -> decimal.Decimal:
    """Pay as much as possible from the customer's credit."""
    return client().payments_use_store_credit(order, user)


def void_open_payments(
    order: Any,
) -> int:
    """Call void open payments."""
    return client().payments_void_open_payments(order)
