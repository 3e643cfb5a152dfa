"""Drop-in functions: the signatures of orders/models.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def for_user(
    user: object | int,
) -> Any:
    """Call for user."""
    return client().order_query_set_for_user(user)


def turnover(
) -> Any:
    """Call turnover."""
    return client().order_query_set_turnover()
