"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    carriers,
    shipment_lines,
    shipments,
    shipping,
    shipping_methods,
)

ROUTERS: tuple[APIRouter, ...] = (
    carriers.router,
    shipment_lines.router,
    shipments.router,
    shipping.router,
    shipping_methods.router,
)
