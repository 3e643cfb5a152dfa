"""The services that this one calls: one client each, made once, tied to the request being answered.

The clients are packages of their own: install the extra ``peers`` to use them.
"""

from __future__ import annotations

import os
from functools import cache

import cart_client
import catalogue_client
import customers_client
import inventory_client
import notifications_client
import payments_client
import promotions_client
import reporting_client
import shipping_client

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
def customers() -> customers_client.Client:
    """Give the client of the service at the address in ``CUSTOMERS_URL``."""
    return customers_client.Client(os.environ["CUSTOMERS_URL"], headers=outgoing_headers)


@cache
def inventory() -> inventory_client.Client:
    """Give the client of the service at the address in ``INVENTORY_URL``."""
    return inventory_client.Client(os.environ["INVENTORY_URL"], headers=outgoing_headers)


@cache
def notifications() -> notifications_client.Client:
    """Give the client of the service at the address in ``NOTIFICATIONS_URL``."""
    return notifications_client.Client(os.environ["NOTIFICATIONS_URL"], headers=outgoing_headers)


@cache
def payments() -> payments_client.Client:
    """Give the client of the service at the address in ``PAYMENTS_URL``."""
    return payments_client.Client(os.environ["PAYMENTS_URL"], headers=outgoing_headers)


@cache
def promotions() -> promotions_client.Client:
    """Give the client of the service at the address in ``PROMOTIONS_URL``."""
    return promotions_client.Client(os.environ["PROMOTIONS_URL"], headers=outgoing_headers)


@cache
def reporting() -> reporting_client.Client:
    """Give the client of the service at the address in ``REPORTING_URL``."""
    return reporting_client.Client(os.environ["REPORTING_URL"], headers=outgoing_headers)


@cache
def shipping() -> shipping_client.Client:
    """Give the client of the service at the address in ``SHIPPING_URL``."""
    return shipping_client.Client(os.environ["SHIPPING_URL"], headers=outgoing_headers)
