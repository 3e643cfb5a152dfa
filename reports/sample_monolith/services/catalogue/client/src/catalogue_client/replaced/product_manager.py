"""Drop-in functions: the signatures of catalogue/models.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def on_sale(
) -> Any:
    """Call on sale."""
    return client().product_manager_on_sale()
