"""Drop-in functions: the signatures of catalogue/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def approve_review(
    review: object | int,
) -> None:
    """Call approve review."""
    return client().catalogue_approve_review(review)


def price_of(
    variant: object | int,
    user: object | int | None = None,
) -> models.Price:
    """What ``user`` pays for one piece today."""
    return client().catalogue_price_of(variant, user)


def publish_product(
    product: object | int,
) -> None:
    """Call publish product."""
    return client().catalogue_publish_product(product)


def retire_product(
    product: object | int,
) -> int:
    """Take a product out of the shop, also out of open carts and running campaigns."""
    return client().catalogue_retire_product(product)


def viewed_products(
    session: Any,
) -> list[models.Product]:
    """Call viewed products."""
    return client().catalogue_viewed_products(session)
