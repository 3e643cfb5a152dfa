"""Drop-in functions: the signatures of common/models.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def save(
    *args: Any,
    **kwargs: Any,
) -> Any:
    """Call save."""
    return client().audited_save(*args, **kwargs)
