"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    carriers,
    shipments,
    shipping,
    shipping_methods,
)

ROUTERS: tuple[APIRouter, ...] = (
    carriers.router,
    shipments.router,
    shipping.router,
    shipping_methods.router,
)
