"""Drop-in functions: the signatures of cart/services.py, carried out by the service."""

from __future__ import annotations

import decimal
from typing import Any

from .. import models
from ..current import client


def as_dict(
    cart_totals: models.CartTotals,
) -> dict[str, Any]:
    """Call as dict."""
    return client().cart_totals_as_dict(cart_totals)


def total(
    cart_totals: models.CartTotals,
) -> decimal.Decimal:
    """Call total."""
    return client().cart_totals_total(cart_totals)
