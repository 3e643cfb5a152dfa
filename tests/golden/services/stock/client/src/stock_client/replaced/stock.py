"""Drop-in functions: the signatures of market/stock/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def available(
    skus: list[str],
) -> dict[str, int]:
    """What is there."""
    return client().stock_available(skus)


def reserve(
    sku: str,
    quantity: int = 1,
    *,
    note: Any = None,
) -> int:
    """Reserve stock."""
    return client().stock_reserve(sku, quantity, note=note)
