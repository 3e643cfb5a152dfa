"""Drop-in functions: the signatures of customers/loyalty.py, carried out by the service."""

from __future__ import annotations

import decimal
from typing import Any

from ..current import client


def expire_points(
    now: Any = None,
) -> int:
    """Cancel what is left of entries that are a year old; runs at night."""
    return client().loyalty_expire_points(now)


def points_to_spend(
    user: object | int,
    wanted: int,
    limit: decimal.Decimal,
) -> int:
    """How many points can pay for at most ``limit``; an error if there are too few."""
    return client().loyalty_points_to_spend(user, wanted, limit)


def spend(
    user: object | int,
    points: int,
    order: object | int,
) -> None:
    """Call spend."""
    return client().loyalty_spend(user, points, order)


def value_of(
    points: int,
) -> decimal.Decimal:
    """Call value of."""
    return client().loyalty_value_of(points)
