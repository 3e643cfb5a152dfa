"""Drop-in functions: the signatures of common/registry.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def feature(
    name: str,
) -> bool:
    """Call feature."""
    return client().registry_feature(name)


def find_provider(
    kind: str,
    name: Any,
) -> Any:
    """Call find provider."""
    return client().registry_find_provider(kind, name)


def forget_price(
    variant_id: int | None = None,
) -> None:
    """Call forget price."""
    return client().registry_forget_price(variant_id)


def set_current_request(
    request: Any,
) -> None:
    """Call set current request."""
    return client().registry_set_current_request(request)
