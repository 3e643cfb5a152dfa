"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    order_lines,
    orders,
    return_lines,
    return_requests,
    shop_celery,
)

ROUTERS: tuple[APIRouter, ...] = (
    order_lines.router,
    orders.router,
    return_lines.router,
    return_requests.router,
    shop_celery.router,
)
