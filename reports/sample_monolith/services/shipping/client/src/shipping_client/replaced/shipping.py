"""Drop-in functions: the signatures of shipping/services.py, carried out by the service."""

from __future__ import annotations

from typing import Any

from .. import models
from ..current import client


def overdue_shipments(
    days: int = 10,
) -> list[models.Shipment]:
    """Parcels that should have arrived; the nightly job asks the carrier about them."""
    return client().shipping_overdue_shipments(days)


def record_tracking(
    shipment: object | int,
    code: str,
    text: str = "",
) -> models.TrackingEvent:
    """Call record tracking."""
    return client().shipping_record_tracking(shipment, code, text)


def shipping_cost(
    method: object | int,
    country: str,
    grams: int,
    goods: Any,
    free: bool = False,
) -> Any:
    """What the customer pays; free above the threshold, but express never is."""
    return client().shipping_cost(method, country, grams, goods, free)
