"""Drop-in functions: the signatures of shop/celery.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def send_task(
    name: str,
    args: list[Any] | None = None,
    kwargs: Any = None,
    **options: Any,
) -> Any:
    """Call send task."""
    return client().shop_celery_send_task(name, args, kwargs, **options)
