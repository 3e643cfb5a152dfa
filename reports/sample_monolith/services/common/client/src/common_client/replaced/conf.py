"""Drop-in functions: the signatures of common/conf.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from ..current import client


def home_country(
) -> Any:
    """Call home country."""
    return client().conf_home_country()


def shop_setting(
    name: Any,
) -> Any:
    """The value of ``settings.SHOP[name]``; a KeyError for a name nobody knows."""
    return client().conf_shop_setting(name)
