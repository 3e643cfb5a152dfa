"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    brands,
    catalogue,
    categories,
    p,
    products,
    reviews,
    root,
    sku,
    variants,
)

ROUTERS: tuple[APIRouter, ...] = (
    brands.router,
    catalogue.router,
    categories.router,
    p.router,
    products.router,
    reviews.router,
    root.router,
    sku.router,
    variants.router,
)
