"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    account,
    addresses,
    loyalty,
    loyalty_accounts,
    users,
)

ROUTERS: tuple[APIRouter, ...] = (
    account.router,
    addresses.router,
    loyalty.router,
    loyalty_accounts.router,
    users.router,
)
