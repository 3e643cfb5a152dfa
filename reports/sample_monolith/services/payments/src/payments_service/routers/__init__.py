"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    audited,
    conf,
    events,
    invoices,
    payments,
    permissions,
    refunds,
    registry,
    soft_deleted,
)

ROUTERS: tuple[APIRouter, ...] = (
    audited.router,
    conf.router,
    events.router,
    invoices.router,
    payments.router,
    permissions.router,
    refunds.router,
    registry.router,
    soft_deleted.router,
)
