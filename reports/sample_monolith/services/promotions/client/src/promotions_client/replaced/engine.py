"""Drop-in functions: the signatures of promotions/engine.py, carried out by the service."""

from __future__ import annotations

import decimal

from .. import models
from ..current import client


def apply_coupon(
    coupon: object | int,
    lines: list[models.PricedLine],
) -> models.Discount:
    """Spread the discount of a coupon over the lines that it covers."""
    return client().engine_apply_coupon(coupon, lines)


def apply_quantity_campaigns(
    lines: list[models.PricedLine],
) -> decimal.Decimal:
    """Three for two, and the like: a percentage when enough pieces are bought."""
    return client().engine_apply_quantity_campaigns(lines)


def campaign_percent(
    product_id: int,
) -> int:
    """The highest percentage of the running campaigns that ask for no quantity."""
    return client().engine_campaign_percent(product_id)


def warm_prices(
    variants: list[models.Variant],
) -> None:
    """Fill the price cache before a newsletter goes out."""
    return client().engine_warm_prices(variants)
