"""Taking money and giving it back."""

import logging
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from common.events import publish
from common.exceptions import InvalidState, RemoteError
from common.money import ZERO
from payments.gateway import PaymentDeclined, gateway
from payments.invoices import make_invoice
from payments.models import GiftCard, Payment, Refund, StoreCreditEntry

logger = logging.getLogger(__name__)


def authorise(order, method: str, amount: Decimal) -> Payment:
    if method not in Payment.Method.values:
        raise InvalidState(f"We do not know the payment method {method}.")
    if method == Payment.Method.INVOICE and not order.user.is_wholesale:
        raise InvalidState("Only businesses can pay on account.")
    return Payment.objects.create(
        order=order,
        method=method,
        amount=amount,
        currency=order.currency,
        status=Payment.Status.AUTHORISED,
    )


def capture(payment: Payment, token: str = "") -> Payment:
    """Take the money, mark the order paid, write the invoice, tell everybody."""
    if payment.status != Payment.Status.AUTHORISED:
        raise InvalidState(f"The payment is {payment.status}.")
    order = payment.order
    try:
        if payment.amount > 0 and payment.method != Payment.Method.INVOICE:
            receipt = gateway().charge(str(payment.public_id), payment.amount, token)
            payment.gateway_ref = receipt.reference
    except PaymentDeclined as error:
        payment.status = Payment.Status.DECLINED
        payment.declined_code = error.reason
        payment.save()
        raise
    try:
        with transaction.atomic():
            payment.status = Payment.Status.CAPTURED
            payment.captured_at = timezone.now()
            payment.save()
            order.mark_paid()
            make_invoice(order)
            publish("payment.captured", order=order, payment=payment)
    except Exception:
        # Do not keep the money of an order that we could not book.
        gateway().void(payment.gateway_ref)
        payment.status = Payment.Status.VOIDED
        payment.save()
        raise
    return payment


def use_store_credit(order, user) -> Decimal:
    """Pay as much as possible from the customer's credit."""
    amount = min(StoreCreditEntry.balance_of(user), order.amount_due)
    if amount <= 0:
        return ZERO
    StoreCreditEntry.objects.create(
        user=user, amount=-amount, reason="order", reference=order.number
    )
    Payment.objects.create(
        order=order,
        method=Payment.Method.CREDIT,
        amount=amount,
        status=Payment.Status.CAPTURED,
        captured_at=timezone.now(),
    )
    return amount


def void_open_payments(order) -> int:
    count = 0
    for payment in order.payments.filter(status=Payment.Status.AUTHORISED):
        if payment.gateway_ref:
            gateway().void(payment.gateway_ref)
        payment.status = Payment.Status.VOIDED
        payment.save()
        count += 1
    return count


@transaction.atomic
def refund_order(
    order, amount: Decimal, reason: str, actor=None, return_request=None, change_status=True
) -> list[Refund]:
    """Give back ``amount``: store credit first to the credit, the rest through the gateway."""
    if amount > order.refundable():
        raise InvalidState(f"Only {order.refundable()} can be refunded.")
    made, left = [], amount
    captured = order.payments.filter(status=Payment.Status.CAPTURED)
    for payment in sorted(captured, key=lambda p: p.method != Payment.Method.CREDIT):
        part = min(left, payment.amount - payment.refunded())
        if part <= 0:
            continue
        made.append(_refund_payment(payment, part, reason, actor, return_request))
        left -= part
    order.refunded += amount - left
    order.save()
    if change_status:
        whole = order.refundable() <= 0
        order.set_status("refunded" if whole else "part_refunded", actor=actor, note=reason)
    return made


def _refund_payment(payment, amount, reason, actor, return_request):
    reference = ""
    if payment.method == Payment.Method.CREDIT:
        StoreCreditEntry.objects.create(
            user=payment.order.user, amount=amount, reason="refund", reference=reason[:60]
        )
    elif payment.gateway_ref:
        try:
            reference = gateway().refund(payment.gateway_ref, amount).reference
        except RemoteError:
            logger.exception("refund of payment %s failed; giving store credit", payment.pk)
            StoreCreditEntry.objects.create(
                user=payment.order.user, amount=amount, reason="refund failed"
            )
    return Refund.objects.create(
        payment=payment,
        return_request=return_request,
        amount=amount,
        reason=reason,
        gateway_ref=reference,
        created_by=actor,
    )


@transaction.atomic
def redeem_gift_card(user, code: str) -> Decimal:
    card = GiftCard.objects.select_for_update().filter(code=code.strip().upper()).first()
    if card is None or card.redeemed_at is not None:
        raise InvalidState("This code is not valid.")
    card.redeemed_by = user
    card.redeemed_at = timezone.now()
    card.save()
    StoreCreditEntry.objects.create(
        user=user, amount=card.face_value, reason="gift card", reference=card.code
    )
    return card.face_value


def handle_webhook(event: dict) -> str:
    """The payment company tells us what happened while we were not looking."""
    from orders.models import Order

    payment = Payment.objects.filter(gateway_ref=event.get("charge", "")).first()
    if payment is None:
        return "unknown"
    order = Order.objects.get(pk=payment.order_id)
    if event.get("type") == "charge.voided" and payment.status == Payment.Status.AUTHORISED:
        payment.status = Payment.Status.VOIDED
        payment.save()
        order.log("payment voided by the gateway")
        return "voided"
    if event.get("type") == "charge.disputed":
        order.log("payment disputed", note=str(event.get("reason", "")))
        return "disputed"
    return "ignored"
