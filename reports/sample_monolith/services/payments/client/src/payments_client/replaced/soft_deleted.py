"""Drop-in functions: the signatures of common/models.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def delete(
    using: Any = None,
    keep_parents: bool = False,
) -> Any:
    """Call delete."""
    return client().soft_deleted_delete(using, keep_parents)
