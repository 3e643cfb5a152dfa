"""The services that this one calls: one client each, made once, tied to the request being answered.

The clients are packages of their own: install the extra ``peers`` to use them.
"""

from __future__ import annotations

import os
from functools import cache

import cart_client
import catalogue_client
import notifications_client
import orders_client
import payments_client

from .tracing import outgoing_headers


@cache
def cart() -> cart_client.Client:
    """Give the client of the service at the address in ``CART_URL``."""
    return cart_client.Client(os.environ["CART_URL"], headers=outgoing_headers)


@cache
def catalogue() -> catalogue_client.Client:
    """Give the client of the service at the address in ``CATALOGUE_URL``."""
    return catalogue_client.Client(os.environ["CATALOGUE_URL"], headers=outgoing_headers)


@cache
def notifications() -> notifications_client.Client:
    """Give the client of the service at the address in ``NOTIFICATIONS_URL``."""
    return notifications_client.Client(os.environ["NOTIFICATIONS_URL"], headers=outgoing_headers)


@cache
def orders() -> orders_client.Client:
    """Give the client of the service at the address in ``ORDERS_URL``."""
    return orders_client.Client(os.environ["ORDERS_URL"], headers=outgoing_headers)


@cache
def payments() -> payments_client.Client:
    """Give the client of the service at the address in ``PAYMENTS_URL``."""
    return payments_client.Client(os.environ["PAYMENTS_URL"], headers=outgoing_headers)
