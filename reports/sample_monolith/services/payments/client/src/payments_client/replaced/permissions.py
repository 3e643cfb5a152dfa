"""Drop-in functions: the signatures of common/permissions.py, carried out by the service."""

from __future__ import annotations

from ..current import client


def owns_or_staff(
    user: object | int,
    owner_id: int | None,
) -> bool:
    """Call owns or staff."""
    return client().permissions_owns_or_staff(user, owner_id)
