"""The routers of the service, one for each group of operations."""

from fastapi import APIRouter

from . import (
    messages,
    notifications,
    preferences,
)

ROUTERS: tuple[APIRouter, ...] = (
    messages.router,
    notifications.router,
    preferences.router,
)
