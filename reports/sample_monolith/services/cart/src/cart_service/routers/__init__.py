"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    cart,
    cart_lines,
    cart_totals,
    carts,
)

ROUTERS: tuple[APIRouter, ...] = (
    cart.router,
    cart_lines.router,
    cart_totals.router,
    carts.router,
)
