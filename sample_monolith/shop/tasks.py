"""Background work of all areas."""

import logging
from datetime import date, timedelta

from django.utils import timezone

from catalogue.models import Product
from common.conf import shop_setting
from common.constants import RETURN_WINDOW_DAYS
from common.money import format_money
from notifications.services import notify, retry_failed
from orders.models import Order, ReturnRequest
from shop.celery import app

logger = logging.getLogger(__name__)


@app.task(name="shop.tasks.send_welcome")
def send_welcome(user_id):
    from customers.models import User

    notify("welcome", user=User.objects.get(pk=user_id))


@app.task(name="shop.tasks.send_order_confirmation", acks_late=True)
def send_order_confirmation(order_id):
    order = Order.objects.select_related("user").get(pk=order_id)
    lines = "\n".join(f"{line.quantity} x {line.title}" for line in order.lines.all())
    notify(
        "order_confirmation",
        user=order.user,
        to=order.email,
        order=order,
        number=order.number,
        total=format_money(order.total),
        lines=lines,
        return_days=RETURN_WINDOW_DAYS,
    )


@app.task(name="shop.tasks.send_order_cancelled")
def send_order_cancelled(order_id, reason=""):
    order = Order.objects.select_related("user").get(pk=order_id)
    notify(
        "order_cancelled",
        user=order.user,
        to=order.email,
        order=order,
        number=order.number,
        reason=reason,
    )


@app.task(name="shop.tasks.send_return_settled")
def send_return_settled(return_id, total):
    request = ReturnRequest.objects.select_related("order__user").get(pk=return_id)
    order = request.order
    notify(
        "return_settled",
        user=order.user,
        to=order.email,
        order=order,
        number=request.number,
        total=format_money(total),
    )


@app.task(name="shop.tasks.send_shipment_mail")
def send_shipment_mail(shipment_id):
    from shipping.models import Shipment

    shipment = Shipment.objects.select_related("order__user", "method__carrier").get(pk=shipment_id)
    order = shipment.order
    notify(
        "order_shipped",
        user=order.user,
        to=order.email,
        order=order,
        number=order.number,
        url=shipment.tracking_url() or "-",
    )


@app.task(name="shop.tasks.send_back_in_stock")
def send_back_in_stock(variant, email):
    """``variant`` is the model instance, hence the pickle serializer."""
    notify("back_in_stock", to=email, title=variant.title)


@app.task(name="shop.tasks.remind_abandoned_carts")
def remind_abandoned_carts():
    from cart.services import abandoned_carts

    count = 0
    for cart in abandoned_carts():
        notify("abandoned_cart", user=cart.user, count=cart.count())
        cart.reminded_at = timezone.now()
        cart.save(update_fields=["reminded_at"])
        count += 1
    return count


@app.task(name="shop.tasks.release_expired_reservations")
def release_expired_reservations():
    from inventory.services import release_expired

    return release_expired()


@app.task(name="shop.tasks.poll_carrier_tracking")
def poll_carrier_tracking():
    """Ask about parcels that are late; complete the orders whose parcels have arrived."""
    from orders.services import complete_delivered
    from shipping.services import overdue_shipments, record_tracking

    for shipment in overdue_shipments():
        record_tracking(shipment, "inquiry", "asked the carrier")
    return complete_delivered()


@app.task(name="shop.tasks.expire_loyalty_points")
def expire_loyalty_points():
    from customers.loyalty import expire_points

    return expire_points()


@app.task(name="shop.tasks.build_daily_sales")
def build_daily_sales(day=None):
    from reporting.queries import build_day

    when = date.fromisoformat(day) if day else timezone.localdate() - timedelta(days=1)
    build_day(when)
    retry_failed()
    return when.isoformat()


@app.task(name="shop.tasks.send_reorder_report")
def send_reorder_report():
    from inventory.services import reorder_proposal

    proposal = reorder_proposal()
    if not proposal:
        return 0
    text = "\n".join(
        f"{supplier}: " + ", ".join(f"{quantity} x {sku}" for sku, quantity in rows)
        for supplier, rows in sorted(proposal.items())
    )
    notify("reorder", to=shop_setting("PURCHASING_EMAIL"), text=text)
    return len(proposal)


@app.task(name="shop.tasks.warm_price_cache")
def warm_price_cache(category_slug):
    from promotions.engine import warm_prices

    for product in Product.objects.on_sale().filter(category__slug=category_slug):
        warm_prices(product.variants.all())


@app.task(name="shop.tasks.export_sales")
def export_sales(saved_report_id):
    from reporting.exports import run_saved_report

    return run_saved_report(saved_report_id)


@app.task(name="shop.tasks.sync_marketplace")
def sync_marketplace():
    # The marketplace closed its interface; nobody schedules this any more.
    for order in Order.objects.filter(channel=Order.Channel.MARKETPLACE, status="paid"):
        logger.info("would sync %s", order.number)
