"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    inventory,
    purchase_order_lines,
    purchase_orders,
    reservations,
    stock_items,
    stock_movements,
    suppliers,
    warehouses,
)

ROUTERS: tuple[APIRouter, ...] = (
    inventory.router,
    purchase_order_lines.router,
    purchase_orders.router,
    reservations.router,
    stock_items.router,
    stock_movements.router,
    suppliers.router,
    warehouses.router,
)
