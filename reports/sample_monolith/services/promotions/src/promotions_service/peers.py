"""The services that this one calls: one client each, made once, tied to the request being answered.

The clients are packages of their own: install the extra ``peers`` to use them.
"""

from __future__ import annotations

import os
from functools import cache

import catalogue_client
import customers_client
import orders_client
import payments_client

from .tracing import outgoing_headers


@cache
def catalogue() -> catalogue_client.Client:
    """Give the client of the service at the address in ``CATALOGUE_URL``."""
    return catalogue_client.Client(os.environ["CATALOGUE_URL"], headers=outgoing_headers)


@cache
def customers() -> customers_client.Client:
    """Give the client of the service at the address in ``CUSTOMERS_URL``."""
    return customers_client.Client(os.environ["CUSTOMERS_URL"], headers=outgoing_headers)


@cache
def orders() -> orders_client.Client:
    """Give the client of the service at the address in ``ORDERS_URL``."""
    return orders_client.Client(os.environ["ORDERS_URL"], headers=outgoing_headers)


@cache
def payments() -> payments_client.Client:
    """Give the client of the service at the address in ``PAYMENTS_URL``."""
    return payments_client.Client(os.environ["PAYMENTS_URL"], headers=outgoing_headers)
