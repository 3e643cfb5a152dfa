"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    conf,
    events,
    invoices,
    payments,
    permissions,
    refunds,
    registry,
)

ROUTERS: tuple[APIRouter, ...] = (
    conf.router,
    events.router,
    invoices.router,
    payments.router,
    permissions.router,
    refunds.router,
    registry.router,
)
