"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    audited,
    conf,
    events,
    permissions,
    registry,
    soft_deleted,
)

ROUTERS: tuple[APIRouter, ...] = (
    audited.router,
    conf.router,
    events.router,
    permissions.router,
    registry.router,
    soft_deleted.router,
)
