"""Drop-in functions: the signatures of reporting/queries.py, carried out by the service."""

from __future__ import annotations

import datetime

from .. import models
from ..current import client


def build_day(
    day: datetime.date,
) -> models.DailySales:
    """Condense a day into the reporting tables; safe to repeat."""
    return client().queries_build_day(day)
