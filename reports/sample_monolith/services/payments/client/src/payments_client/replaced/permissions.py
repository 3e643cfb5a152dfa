"""Drop-in functions: the signatures of common/permissions.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def owns_or_staff(
    user: object | int,
    owner_id: int | None,
) -> bool:
    """Call owns or staff."""
    return client().permissions_owns_or_staff(user, owner_id)


def staff_required(
    view: Any,
) -> Any:
    """Decorator for views that only people of the shop may see."""
    return client().permissions_staff_required(view)


def wrapper(
    request: Any,
    *args: Any,
    **kwargs: Any,
) -> Any:
    """Call wrapper."""
    return client().permissions_wrapper(request, *args, **kwargs)
