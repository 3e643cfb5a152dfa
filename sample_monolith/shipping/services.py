"""Choosing, costing and following parcels."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from common.events import publish
from common.exceptions import InvalidState
from common.money import ZERO
from orders.models import Order
from shipping.models import Shipment, ShipmentLine, ShippingMethod, TrackingEvent, Zone
from shipping.rates import FREE_SHIPPING_FROM, current_rates

logger = logging.getLogger(__name__)


def methods_for(country: str, grams: int) -> list[ShippingMethod]:
    zone = Zone.for_country(country)
    if zone is None:
        return []
    return list(
        ShippingMethod.objects.filter(zone=zone, is_active=True, max_grams__gte=grams)
        .select_related("carrier")
        .order_by("base_price")
    )


def shipping_cost(method: ShippingMethod, country: str, grams: int, goods, free=False):
    """What the customer pays; free above the threshold, but express never is."""
    if grams > method.max_grams:
        raise InvalidState(f"Too heavy for {method.name}.")
    if not method.express and (free or goods >= FREE_SHIPPING_FROM):
        return ZERO
    return current_rates().quote(method, country, grams)


@transaction.atomic
def plan_shipments(order: Order) -> list[Shipment]:
    """One parcel for each warehouse that holds something for the order."""
    if order.shipments.exists():
        return list(order.shipments.all())
    lines = {line.variant_id: line for line in order.lines.all()}
    parcels = {}
    held = order.reservations.filter(status="held").select_related("stock_item__warehouse")
    for reservation in held:
        warehouse = reservation.stock_item.warehouse
        if warehouse.pk not in parcels:
            parcels[warehouse.pk] = Shipment.objects.create(
                order=order,
                warehouse=warehouse,
                address=order.shipping_address,
                method=order.shipping_method,
            )
        ShipmentLine.objects.create(
            shipment=parcels[warehouse.pk],
            order_line=lines[reservation.stock_item.variant_id],
            quantity=reservation.quantity,
        )
    return list(parcels.values())


@transaction.atomic
def dispatch(shipment: Shipment, tracking_code: str, user=None) -> Shipment:
    if shipment.status != Shipment.Status.OPEN:
        raise InvalidState("This parcel has left already.")
    shipment.status = Shipment.Status.DISPATCHED
    shipment.tracking_code = tracking_code
    shipment.dispatched_at = timezone.now()
    shipment.save()
    TrackingEvent.objects.create(shipment=shipment, code="dispatched")
    order = shipment.order
    if not order.shipments.filter(status=Shipment.Status.OPEN).exists():
        order.mark_shipped()
        publish("order.shipped", order=order)
    order.log(f"parcel {shipment.pk} dispatched", actor=user)
    from shop.tasks import send_shipment_mail

    transaction.on_commit(lambda: send_shipment_mail.delay(shipment.pk))
    return shipment


def record_tracking(shipment: Shipment, code: str, text: str = "") -> TrackingEvent:
    event = TrackingEvent.objects.create(shipment=shipment, code=code, text=text)
    if code == "delivered" and shipment.status == Shipment.Status.DISPATCHED:
        shipment.status = Shipment.Status.DELIVERED
        shipment.delivered_at = event.at
        shipment.save()
    elif code == "lost":
        shipment.status = Shipment.Status.LOST
        shipment.save()
        shipment.order.log(f"parcel {shipment.tracking_code} lost")
    return event


def overdue_shipments(days=10):
    """Parcels that should have arrived; the nightly job asks the carrier about them."""
    limit = timezone.now() - timedelta(days=days)
    return Shipment.objects.filter(
        status=Shipment.Status.DISPATCHED, dispatched_at__lt=limit
    ).select_related("order__user", "method__carrier")


def label_data(shipment: Shipment) -> dict:
    """What the label printer wants."""
    address = shipment.address
    recipient = address.lines() if address else shipment.order.ship_to.split("\n")
    return {
        "recipient": recipient,
        "phone": shipment.order.phone,
        "grams": sum(
            line.quantity * line.order_line.variant.weight_grams
            for line in shipment.lines.select_related("order_line__variant")
        ),
        "service": shipment.method.name,
        "reference": shipment.order.number,
    }
