"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    stock,
    stock_items,
)

ROUTERS: tuple[APIRouter, ...] = (
    stock.router,
    stock_items.router,
)
