"""Drop-in functions: the signatures of cart/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def abandoned_carts(
    now: Any = None,
) -> list[models.Cart]:
    """Open carts of known customers that nobody touched for a day."""
    return client().cart_abandoned_carts(now)


def add_to_cart(
    cart: object | int,
    sku: str,
    quantity: int = 1,
) -> models.CartLine:
    """Call add to cart."""
    return client().cart_add_to_cart(cart, sku, quantity)


def cart_for_request(
    request: Any,
) -> models.Cart:
    """The open cart of the visitor; made when there is none."""
    return client().cart_for_request(request)


def merge_session_cart(
    request: Any,
    user: Any,
) -> models.Cart | None:
    """Pour the cart of the session into the cart of the user."""
    return client().cart_merge_session_cart(request, user)


def price_cart(
    cart: object | int,
    user: object | int | None = None,
    method: object | int | None = None,
    country: str = "",
) -> models.CartTotals:
    """Everything the customer will pay, line by line. The checkout calls this too."""
    return client().cart_price_cart(cart, user, method, country)
