"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    campaign_products,
    campaigns,
    coupon_redemptions,
    coupons,
    engine,
    priced_line,
    promotions,
)

ROUTERS: tuple[APIRouter, ...] = (
    campaign_products.router,
    campaigns.router,
    coupon_redemptions.router,
    coupons.router,
    engine.router,
    priced_line.router,
    promotions.router,
)
