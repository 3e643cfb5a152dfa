"""The services that this one calls: one client each, made once, tied to the request being answered.

The clients are packages of their own: install the extra ``peers`` to use them.
"""

from __future__ import annotations

import os
from functools import cache

import cart_client
import customers_client
import inventory_client
import orders_client
import payments_client
import promotions_client

from .tracing import outgoing_headers


@cache
def cart() -> cart_client.Client:
    """Give the client of the service at the address in ``CART_URL``."""
    return cart_client.Client(os.environ["CART_URL"], headers=outgoing_headers)


@cache
def customers() -> customers_client.Client:
    """Give the client of the service at the address in ``CUSTOMERS_URL``."""
    return customers_client.Client(os.environ["CUSTOMERS_URL"], headers=outgoing_headers)


@cache
def inventory() -> inventory_client.Client:
    """Give the client of the service at the address in ``INVENTORY_URL``."""
    return inventory_client.Client(os.environ["INVENTORY_URL"], headers=outgoing_headers)


@cache
def orders() -> orders_client.Client:
    """Give the client of the service at the address in ``ORDERS_URL``."""
    return orders_client.Client(os.environ["ORDERS_URL"], headers=outgoing_headers)


@cache
def payments() -> payments_client.Client:
    """Give the client of the service at the address in ``PAYMENTS_URL``."""
    return payments_client.Client(os.environ["PAYMENTS_URL"], headers=outgoing_headers)


@cache
def promotions() -> promotions_client.Client:
    """Give the client of the service at the address in ``PROMOTIONS_URL``."""
    return promotions_client.Client(os.environ["PROMOTIONS_URL"], headers=outgoing_headers)
