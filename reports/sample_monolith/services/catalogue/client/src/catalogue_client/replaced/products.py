"""Drop-in functions: the signatures of catalogue/models.py, carried out by the service."""

from __future__ import annotations

from .. import models
from ..current import client


def on_sale() -> list[models.Product]:
    """Call on sale."""
    return client().products_on_sale()
