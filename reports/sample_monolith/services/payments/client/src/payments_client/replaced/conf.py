"""Drop-in functions: the signatures of common/conf.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def shop_setting(
    name: str,
) -> Any:
    """The value of ``settings.SHOP[name]``; a KeyError for a name nobody knows."""
    return client().conf_shop_setting(name)
