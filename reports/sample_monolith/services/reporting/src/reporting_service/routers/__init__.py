"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    queries,
    reports,
)

ROUTERS: tuple[APIRouter, ...] = (
    queries.router,
    reports.router,
)
