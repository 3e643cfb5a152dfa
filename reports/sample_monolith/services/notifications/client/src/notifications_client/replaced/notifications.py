"""Drop-in functions: the signatures of notifications/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def notify(
    key: str,
    user: object | int | None = None,
    to: str = "",
    order: object | int | None = None,
    **context: Any,
) -> models.Message:
    """Render a template, keep the message, send it."""
    return client().notifications_notify(key, user, to, order, **context)


def retry_failed(
    limit: int = 100,
) -> int:
    """Call retry failed."""
    return client().notifications_retry_failed(limit)
