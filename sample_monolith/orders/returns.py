"""Goods that come back."""

from django.db import transaction

from common.exceptions import InvalidState, NotAllowed
from common.money import ZERO
from inventory.services import restock
from orders.models import NumberSequence, Order, ReturnLine, ReturnRequest
from orders.signals import return_received
from shop.celery import app


@transaction.atomic
def request_return(order: Order, user, quantities: dict, reason: str = "") -> ReturnRequest:
    """``quantities`` maps order line ids to pieces."""
    if order.user_id != user.pk:
        raise NotAllowed("This is not your order.")
    if not order.can_return():
        raise InvalidState(f"{order.number} cannot be returned.")
    lines = {line.pk: line for line in order.lines.select_related("variant__product")}
    request = ReturnRequest.objects.create(
        number=NumberSequence.next("return", "R"), order=order, requested_by=user, reason=reason
    )
    for line_id, quantity in quantities.items():
        line = lines.get(int(line_id))
        if line is None:
            raise InvalidState("That line is not part of the order.")
        if not line.variant.product.is_returnable:
            raise InvalidState(f"{line.title} cannot be returned.")
        left = line.quantity - line.returned_quantity()
        if not 0 < quantity <= left:
            raise InvalidState(f"{line.title}: {left} can be returned.")
        ReturnLine.objects.create(return_request=request, order_line=line, quantity=quantity)
    return request


@transaction.atomic
def receive_return(request: ReturnRequest, damaged: dict | None = None, actor=None):
    """The parcel is back: stock, money, points."""
    from payments.services import refund_order

    if request.status != ReturnRequest.Status.REQUESTED:
        raise InvalidState(f"{request.number} is {request.status}.")
    damaged = damaged or {}
    order = request.order
    total = ZERO
    for line in request.lines.select_related("order_line__variant"):
        line.resellable = line.order_line_id not in damaged
        line.save(update_fields=["resellable"])
        variant = line.order_line.variant
        restock(variant, line.quantity, line.order_line, resellable=line.resellable)
        total += line.value()
    request.status = ReturnRequest.Status.RECEIVED
    request.save(update_fields=["status", "updated_at"])
    total = min(total, order.refundable())
    if total > 0:
        refund_order(order, total, reason=request.number, actor=actor, return_request=request)
        request.status = ReturnRequest.Status.REFUNDED
        request.save(update_fields=["status", "updated_at"])
    return_received.send(sender=ReturnRequest, return_request=request)
    transaction.on_commit(
        lambda: app.send_task("shop.tasks.send_return_settled", args=[request.pk, str(total)])
    )
    return total


def reject_return(request: ReturnRequest, note: str, actor=None) -> None:
    if request.status != ReturnRequest.Status.REQUESTED:
        raise InvalidState(f"{request.number} is {request.status}.")
    request.status = ReturnRequest.Status.REJECTED
    request.save(update_fields=["status", "updated_at"])
    request.order.log(f"return {request.number} rejected", actor=actor, note=note)
