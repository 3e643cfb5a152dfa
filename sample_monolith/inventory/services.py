"""Stock: how much there is, promising it, moving it, buying it."""

import logging
from collections import defaultdict
from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from catalogue.models import Variant
from common import registry
from common.conf import shop_setting
from common.constants import CACHE_AVAILABILITY, CACHE_PRODUCT, CACHE_SECONDS
from common.exceptions import InvalidState, ShopError
from inventory.models import (
    PurchaseOrder,
    PurchaseOrderLine,
    Reservation,
    StockAlert,
    StockItem,
    StockMovement,
)

logger = logging.getLogger(__name__)


class OutOfStock(ShopError):
    code = "out_of_stock"
    http_status = 409

    def __init__(self, sku: str, wanted: int, available: int):
        super().__init__(f"{sku}: {wanted} wanted, {available} available")
        self.sku = sku
        self.wanted = wanted
        self.available = available


def available_quantity(variant: Variant) -> int:
    key = CACHE_AVAILABILITY % variant.pk
    quantity = cache.get(key)
    if quantity is None:
        sums = StockItem.objects.filter(variant=variant).aggregate(
            on_hand=Sum("on_hand"), reserved=Sum("reserved")
        )
        quantity = (sums["on_hand"] or 0) - (sums["reserved"] or 0)
        cache.set(key, quantity, CACHE_SECONDS)
    return quantity


def forget_availability(variant_id: int) -> None:
    """Also forgets the product card, which shows the stock; its key belongs to the catalogue."""
    cache.delete(CACHE_AVAILABILITY % variant_id)
    product_id = Variant.objects.values_list("product_id", flat=True).get(pk=variant_id)
    cache.delete(CACHE_PRODUCT % product_id)


def delivery_promise(variant: Variant) -> str:
    if available_quantity(variant) > 0:
        return "In stock, delivered in 2 days"
    supplier = variant.product.supplier
    if registry.feature("backorders") and supplier is not None:
        return f"Delivered in {supplier.lead_days + 2} days"
    return "Out of stock"


@transaction.atomic
def reserve(order, variant: Variant, quantity: int) -> list[Reservation]:
    """Promise pieces to an order, from one warehouse if possible, from several if not."""
    items = list(StockItem.objects.select_for_update().filter(variant=variant))
    available = sum(item.available for item in items)
    if available < quantity and not registry.feature("backorders"):
        raise OutOfStock(variant.sku, quantity, available)
    whole = [item for item in items if item.available >= quantity]
    chosen = whole[:1] or items
    made, missing = [], quantity
    for item in chosen:
        take = min(missing, max(item.available, 0))
        if item is chosen[-1] and registry.feature("backorders"):
            take = missing
        if take <= 0:
            continue
        StockItem.objects.filter(pk=item.pk).update(reserved=F("reserved") + take)
        made.append(
            Reservation.objects.create(
                order=order,
                stock_item=item,
                quantity=take,
                expires_at=timezone.now() + timedelta(minutes=shop_setting("RESERVATION_MINUTES")),
            )
        )
        missing -= take
    forget_availability(variant.pk)
    return made


@transaction.atomic
def release_for_order(order) -> int:
    """Give back everything an order holds."""
    count = 0
    for reservation in order.reservations.held().select_related("stock_item"):
        _release(reservation)
        count += 1
    return count


def _release(reservation):
    item = reservation.stock_item
    StockItem.objects.filter(pk=item.pk).update(reserved=F("reserved") - reservation.quantity)
    reservation.status = Reservation.Status.RELEASED
    reservation.save(update_fields=["status", "updated_at"])
    forget_availability(item.variant_id)


def confirm_for_order(order) -> None:
    """The order is paid: its reservations do not expire any more."""
    order.reservations.held().update(expires_at=None)


def release_expired(now=None) -> int:
    """Free what unpaid orders hold, and cancel those orders."""
    orders = {}
    for reservation in Reservation.objects.expired(now).select_related("order"):
        with transaction.atomic():
            _release(reservation)
        orders[reservation.order_id] = reservation.order
    from orders.services import cancel_order

    for order in orders.values():
        if order.can_cancel() and not order.is_paid:
            cancel_order(order, reason="not paid in time")
    return len(orders)


@transaction.atomic
def ship_reserved(order) -> None:
    """The parcel leaves: reserved pieces are no longer on hand."""
    lines = {line.variant_id: line for line in order.lines.all()}
    for reservation in order.reservations.held().select_related("stock_item"):
        item = reservation.stock_item
        StockItem.objects.filter(pk=item.pk).update(
            on_hand=F("on_hand") - reservation.quantity,
            reserved=F("reserved") - reservation.quantity,
        )
        StockMovement.objects.create(
            stock_item=item,
            order_line=lines.get(item.variant_id),
            quantity=-reservation.quantity,
            reason=StockMovement.Reason.SALE,
        )
        reservation.status = Reservation.Status.SHIPPED
        reservation.save(update_fields=["status", "updated_at"])
        forget_availability(item.variant_id)
        _warn_if_low(item.pk)


def restock(variant: Variant, quantity: int, order_line=None, resellable: bool = True) -> None:
    """Put returned goods back, or write them off."""
    item = StockItem.objects.filter(variant=variant).first()
    if item is None:
        raise InvalidState(f"{variant.sku} has no shelf.")
    if not resellable:
        StockMovement.objects.create(
            stock_item=item,
            order_line=order_line,
            quantity=0,
            reason=StockMovement.Reason.DAMAGE,
            note=f"{quantity} returned damaged",
        )
        return
    _move(item, quantity, StockMovement.Reason.RETURN, order_line=order_line)


@transaction.atomic
def count_stock(item: StockItem, counted: int, note: str = "") -> int:
    """Someone walked along the shelves; the difference becomes a movement."""
    difference = counted - item.on_hand
    if difference:
        _move(item, difference, StockMovement.Reason.COUNT, note=note)
    return difference


def _move(item, quantity, reason, order_line=None, note=""):
    was_empty = available_quantity(item.variant) <= 0
    StockItem.objects.filter(pk=item.pk).update(on_hand=F("on_hand") + quantity)
    StockMovement.objects.create(
        stock_item=item, order_line=order_line, quantity=quantity, reason=reason, note=note
    )
    forget_availability(item.variant_id)
    if was_empty and quantity > 0:
        _announce_back_in_stock(item.variant)


def _announce_back_in_stock(variant):
    from shop.tasks import send_back_in_stock

    alerts = StockAlert.objects.filter(variant=variant, sent_at__isnull=True)
    for alert in alerts.select_related("user"):
        send_back_in_stock.delay(variant, alert.user.email)
    alerts.update(sent_at=timezone.now())


def _warn_if_low(item_id):
    item = StockItem.objects.select_related("variant").get(pk=item_id)
    if item.is_low:
        logger.info("%s is low in %s", item.variant.sku, item.warehouse_id)


@transaction.atomic
def receive_purchase_order(purchase_order: PurchaseOrder) -> int:
    if purchase_order.status != PurchaseOrder.Status.OPEN:
        raise InvalidState("This delivery was received before.")
    total = 0
    for line in purchase_order.lines.select_related("variant"):
        item, _ = StockItem.objects.get_or_create(
            variant=line.variant, warehouse=purchase_order.warehouse
        )
        _move(item, line.quantity, StockMovement.Reason.PURCHASE)
        line.received = line.quantity
        line.save(update_fields=["received"])
        total += line.quantity
    purchase_order.status = PurchaseOrder.Status.RECEIVED
    purchase_order.save()
    return total


def reorder_proposal() -> dict:
    """Supplier name -> list of (sku, quantity) that should be bought."""
    on_the_way = defaultdict(int)
    for line in PurchaseOrderLine.outstanding():
        on_the_way[line.variant_id] += line.quantity - line.received
    proposal = defaultdict(list)
    items = StockItem.objects.select_related("variant__product__supplier")
    for item in items:
        supplier = item.variant.product.supplier
        coming = on_the_way[item.variant_id]
        if supplier is None or item.available + coming > item.reorder_at:
            continue
        proposal[supplier.name].append((item.variant.sku, item.reorder_at * 2 - item.available))
    return dict(proposal)


def watch(user, variant: Variant) -> StockAlert:
    if available_quantity(variant) > 0:
        raise InvalidState(f"{variant.sku} is in stock.")
    alert, _ = StockAlert.objects.get_or_create(user=user, variant=variant)
    return alert
