"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    shop_celery,
)

ROUTERS: tuple[APIRouter, ...] = (
    shop_celery.router,
)
