"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    csv_rows,
    order_events,
    order_lines,
    order_query_set,
    orders,
    return_requests,
)

ROUTERS: tuple[APIRouter, ...] = (
    csv_rows.router,
    order_events.router,
    order_lines.router,
    order_query_set.router,
    orders.router,
    return_requests.router,
)
