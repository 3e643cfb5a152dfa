"""What happens to an order after it was placed."""

import csv
import io
import logging
from xml.etree import ElementTree

from django.db import transaction
from django.utils import timezone

from common.exceptions import InvalidState
from inventory.services import release_for_order
from orders.models import Order
from orders.signals import order_cancelled
from promotions.services import give_back
from shop.celery import app

logger = logging.getLogger(__name__)


class CsvRows:
    """Mix-in: rows as a CSV text. Subclasses give ``header`` and ``row``."""

    header: tuple = ()
    delimiter = ";"

    def row(self, item):
        raise NotImplementedError

    def as_csv(self, items) -> str:
        text = io.StringIO()
        writer = csv.writer(text, delimiter=self.delimiter, lineterminator="\n")
        writer.writerow(self.header)
        for item in items:
            writer.writerow(self.row(item))
        return text.getvalue()


class OrderList(CsvRows):
    header = ("number", "placed", "status", "total", "items")

    def row(self, item):
        placed = timezone.localtime(item.placed_at)
        return (item.number, f"{placed:%Y-%m-%d}", item.status, item.total, item.item_count())


@transaction.atomic
def cancel_order(order: Order, actor=None, reason: str = "") -> Order:
    """Undo an order that has not left: stock, coupon, money, points."""
    from payments.services import refund_order, void_open_payments

    if not order.can_cancel():
        raise InvalidState(f"{order.number} cannot be cancelled any more.")
    was_paid = order.is_paid
    release_for_order(order)
    give_back(order)
    if was_paid:
        reason = reason or "cancelled"
        refund_order(order, order.refundable(), reason, actor=actor, change_status=False)
    else:
        void_open_payments(order)
    order.shipments.filter(status="open").delete()
    order.set_status(Order.Status.CANCELLED, actor=actor, note=reason)
    order_cancelled.send(sender=Order, order=order, reason=reason)
    transaction.on_commit(
        lambda: app.send_task("shop.tasks.send_order_cancelled", args=[order.pk, reason])
    )
    return order


def complete_delivered() -> int:
    """Orders whose parcels have all arrived are done."""
    count = 0
    shipped = Order.objects.filter(status=Order.Status.SHIPPED)
    for order in shipped.exclude(shipments__status__in=["open", "dispatched"]).distinct():
        order.set_status(Order.Status.COMPLETED)
        count += 1
    return count


def cancel_unpaid() -> int:
    count = 0
    for order in Order.objects.awaiting_payment(older_than_minutes=24 * 60):
        try:
            cancel_order(order, reason="not paid")
        except InvalidState:
            logger.warning("could not cancel %s", order.number)
        else:
            count += 1
    return count


def reorder(order: Order, cart) -> list[str]:
    """Put everything of an old order into the cart; the SKUs that could not be."""
    from cart.services import add_to_cart
    from inventory.services import OutOfStock

    missing = []
    for line in order.lines.select_related("variant"):
        try:
            add_to_cart(cart, line.variant.sku, line.quantity)
        except (OutOfStock, InvalidState):
            missing.append(line.sku)
    return missing


def packing_slip(order: Order) -> dict:
    """What the picker gets: shelf by shelf."""
    held = order.reservations.select_related("stock_item__warehouse", "stock_item__variant")
    picks = [
        {
            "warehouse": reservation.stock_item.warehouse.code,
            "shelf": reservation.stock_item.shelf,
            "sku": reservation.stock_item.variant.sku,
            "quantity": reservation.quantity,
        }
        for reservation in held.exclude(status="released")
    ]
    return {
        "number": order.number,
        "ship_to": order.ship_to,
        "gift_message": order.gift_message if order.gift_wrap else "",
        "picks": sorted(picks, key=lambda pick: (pick["warehouse"], pick["shelf"], pick["sku"])),
    }


def order_as_xml(order):
    """For the ERP, which was switched off in 2020."""
    root = ElementTree.Element("order", number=order.number)
    ElementTree.SubElement(root, "customer").text = order.user.email if order.user else ""
    for line in order.lines.all():
        node = ElementTree.SubElement(root, "line", sku=line.sku)
        node.text = str(line.quantity)
    return ElementTree.tostring(root, encoding="unicode")
