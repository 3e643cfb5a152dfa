"""Drop-in functions: the signatures of promotions/engine.py, carried out by the service."""

from __future__ import annotations

import decimal

from ..current import client


def total(
) -> decimal.Decimal:
    """Call total."""
    return client().priced_line_total()
