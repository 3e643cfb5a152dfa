"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    csv_rows,
    order_lines,
    order_query_set,
    orders,
    return_requests,
    shop_celery,
)

ROUTERS: tuple[APIRouter, ...] = (
    csv_rows.router,
    order_lines.router,
    order_query_set.router,
    orders.router,
    return_requests.router,
    shop_celery.router,
)
