"""Drop-in functions: the signatures of promotions/engine.py, carried out by the service."""

from __future__ import annotations

import decimal

from .. import models
from ..current import client


def total(
    priced_line: models.PricedLine,
) -> decimal.Decimal:
    """Call total."""
    return client().priced_line_total(priced_line)
