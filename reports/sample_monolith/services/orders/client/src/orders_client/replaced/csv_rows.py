"""Drop-in functions: the signatures of orders/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def as_csv(
    items: Any,
) -> str:
    """Call as csv."""
    return client().csv_rows_as_csv(items)
