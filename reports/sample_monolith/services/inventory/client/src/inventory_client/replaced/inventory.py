"""Drop-in functions: the signatures of inventory/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def available_quantity(
    variant: object | int,
) -> int:
    """Call available quantity."""
    return client().inventory_available_quantity(variant)


def delivery_promise(
    variant: object | int,
) -> str:
    """Call delivery promise."""
    return client().inventory_delivery_promise(variant)


def receive_purchase_order(
    purchase_order: object | int,
) -> int:
    """Call receive purchase order."""
    return client().inventory_receive_purchase_order(purchase_order)


def release_expired(
    now: Any = None,
) -> int:
    """Free what unpaid orders hold, and cancel those orders."""
    return client().inventory_release_expired(now)


def release_for_order(
    order: object | int,
) -> int:
    """Give back everything an order holds."""
    return client().inventory_release_for_order(order)


def reorder_proposal() -> dict[str, Any]:
    """Supplier name -> list of (sku, quantity) that should be bought."""
    return client().inventory_reorder_proposal()


def reserve(
    order: object | int,
    variant: object | int,
    quantity: int,
) -> list[models.Reservation]:
    """Promise pieces to an order, from one warehouse if possible, from several if not."""
    return client().inventory_reserve(order, variant, quantity)


def restock(
    variant: object | int,
    quantity: int,
    order_line: object | int | None = None,
    resellable: bool = True,
) -> None:
    """Put returned goods back, or write them off."""
    return client().inventory_restock(variant, quantity, order_line, resellable)


def watch(
    user: object | int,
    variant: object | int,
) -> models.StockAlert:
    """Call watch."""
    return client().inventory_watch(user, variant)
