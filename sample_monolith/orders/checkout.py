"""From a cart to a paid order."""

import logging
from dataclasses import dataclass

from django.db import transaction

from cart.models import Cart
from cart.services import CartTotals, price_cart
from common.events import publish
from common.exceptions import InvalidState, NotAllowed, RemoteError, ShopError
from common.money import ZERO, to_money, vat_included
from customers import loyalty
from customers.models import Address
from inventory.services import release_for_order, reserve
from orders.models import NumberSequence, Order, OrderLine
from orders.signals import order_placed
from payments.gateway import PaymentDeclined
from payments.services import authorise, capture, use_store_credit
from promotions.services import redeem
from shipping.models import ShippingMethod
from shop.celery import app

logger = logging.getLogger(__name__)

MAX_OPEN_ORDERS = 5


class CheckoutError(ShopError):
    """The order could not be placed; the cart is as it was."""

    code = "checkout"
    http_status = 409


@dataclass
class CheckoutData:
    """What the checkout form collects."""

    shipping_address: Address
    method: ShippingMethod
    billing_address: Address | None = None
    payment_method: str = "card"
    card_token: str = ""
    points: int = 0
    use_credit: bool = False
    note: str = ""
    gift_message: str = ""
    ip_address: str | None = None


def place_order(cart: Cart, user, data: CheckoutData) -> Order:
    """Place the order and take the money.

    Two steps. First everything in our own database, in one transaction: the order, the stock
    it holds, the coupon, the points. Then the payment, which may fail; then the first step
    has to be undone by hand.
    """
    _check_customer(user)
    if cart.is_empty():
        raise CheckoutError("The cart is empty.")
    country = data.shipping_address.country
    totals = price_cart(cart, user, data.method, country)
    with transaction.atomic():
        order = _create_order(cart, user, data, totals)
        for line in order.lines.select_related("variant"):
            reserve(order, line.variant, line.quantity)
        if cart.coupon is not None and (totals.discount or totals.free_shipping):
            redeem(cart.coupon, order, totals.discount)
        _spend_points(order, user, data.points)
        if data.use_credit:
            use_store_credit(order, user)
        payment = authorise(order, data.payment_method, order.amount_due)
        cart.status = Cart.Status.ORDERED
        cart.save(update_fields=["status", "updated_at"])
        order_placed.send(sender=Order, order=order)
        transaction.on_commit(
            lambda: app.send_task("shop.tasks.send_order_confirmation", args=[order.pk])
        )
    try:
        capture(payment, data.card_token)
    except PaymentDeclined as error:
        logger.info("payment of %s declined: %s", order.number, error)
        release_for_order(order)
        _reopen(cart)
        order.mark_payment_failed(note=error.reason)
        raise CheckoutError(f"The payment was declined: {error.reason}") from error
    except RemoteError:
        # The money may or may not be on its way. Keep the stock until the reservation expires.
        logger.exception("payment of %s is in doubt", order.number)
        order.log("payment in doubt")
        raise
    publish("order.paid", order_id=order.pk, total=order.total)
    return order


def _check_customer(user):
    if user.is_blocked:
        raise NotAllowed("This account cannot place orders.")
    unpaid = Order.objects.filter(user=user, status=Order.Status.PLACED).count()
    if unpaid >= MAX_OPEN_ORDERS:
        raise CheckoutError("There are too many unpaid orders.")


def _create_order(cart: Cart, user, data: CheckoutData, totals: CartTotals) -> Order:
    billing = data.billing_address or data.shipping_address
    if data.shipping_address.user_id != user.pk or billing.user_id != user.pk:
        raise InvalidState("That address belongs to somebody else.")
    order = Order.objects.create(
        number=NumberSequence.next("order", "NL"),
        user=user,
        cart=cart,
        email=user.email,
        phone=user.phone,
        shipping_address=data.shipping_address,
        billing_address=billing,
        ship_to="\n".join(data.shipping_address.lines()),
        bill_to="\n".join(billing.lines()),
        country=data.shipping_address.country,
        discount=totals.discount,
        shipping_cost=totals.shipping,
        wrap_cost=totals.wrap,
        coupon=cart.coupon,
        shipping_method=data.method,
        gift_wrap=cart.gift_wrap,
        gift_message=data.gift_message,
        customer_note=data.note,
        ip_address=data.ip_address,
    )
    for line in totals.lines:
        rate = line.variant.product.vat_rate
        OrderLine.objects.create(
            order=order,
            variant=line.variant,
            campaign_id=line.campaign_id,
            sku=line.variant.sku,
            title=line.variant.title,
            quantity=line.quantity,
            unit_price=line.unit_price,
            discount=line.discount,
            vat_rate=rate,
            vat=vat_included(line.total - line.discount, rate),
        )
    order.recalculate()
    order.save()
    order.log("placed", actor=user)
    return order


def _spend_points(order, user, wanted):
    points = loyalty.points_to_spend(user, wanted, order.total)
    if not points:
        return
    loyalty.spend(user, points, order)
    order.points_spent = points
    order.points_discount = loyalty.value_of(points)
    order.recalculate()
    order.save()


def _reopen(cart):
    cart.status = Cart.Status.OPEN
    cart.save(update_fields=["status", "updated_at"])


def preview(cart: Cart, user, method=None, country="NL", points=0) -> dict:
    """The last page before the button."""
    totals = price_cart(cart, user, method, country)
    spend = loyalty.points_to_spend(user, points, totals.total)
    off = loyalty.value_of(spend) if spend else ZERO
    return {**totals.as_dict(), "points": spend, "to_pay": str(to_money(totals.total - off))}
