"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    invoices,
    payments,
    refunds,
)

ROUTERS: tuple[APIRouter, ...] = (
    invoices.router,
    payments.router,
    refunds.router,
)
