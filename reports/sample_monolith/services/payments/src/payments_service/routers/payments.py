"""Routes of the group payments."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["payments"])


@router.get(
    "/v1/payments",
    operation_id="list_payments",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_payments(
    operations_: Current,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    method: Annotated[Literal["card", "ideal", "credit", "invoice"] | None, Query()] = None,
    status: Annotated[Literal["new", "authorised", "captured", "declined", "voided"] | None, Query()] = None,
    public_id: Annotated[UUID | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.PaymentPage:
    """List payments, page by page."""
    return operations_.list_payments(order_id=order_id, method=method, status=status, public_id=public_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/payments",
    operation_id="create_payment",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_payment(
    operations_: Current,
    body: models.PaymentCreate,
) -> models.Payment:
    """Create one payment."""
    with declared(exceptions.Conflict):
        return operations_.create_payment(body=body)


@router.post(
    "/v1/payments/authorise",
    operation_id="payments_authorise",
    status_code=200,
    response_model_exclude_unset=True,
)
def payments_authorise(
    operations_: Current,
    body: models.PaymentsAuthoriseRequest,
) -> models.Payment:
    """Call authorise."""
    with declared(exceptions.InvalidState):
        return operations_.payments_authorise(body=body)


@router.post(
    "/v1/payments/batch-get",
    operation_id="batch_get_payments",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_payments(
    operations_: Current,
    body: models.PaymentBatchRequest,
) -> models.PaymentBatch:
    """Read many payments at once."""
    return operations_.batch_get_payments(body=body)


@router.post(
    "/v1/payments/capture",
    operation_id="payments_capture",
    status_code=200,
    response_model_exclude_unset=True,
)
def payments_capture(
    operations_: Current,
    body: models.PaymentsCaptureRequest,
) -> models.Payment:
    """Take the money, mark the order paid, write the invoice, tell everybody."""
    with declared(exceptions.InvalidState, exceptions.PaymentDeclined, exceptions.RemoteError):
        return operations_.payments_capture(body=body)


@router.get(
    "/v1/payments/credit",
    operation_id="get_credit",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_credit(
    operations_: Current,
) -> models.GetCreditResult:
    """GET /payments/credit/."""
    return operations_.get_credit()


@router.post(
    "/v1/payments/gift-card",
    operation_id="post_gift_card",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_gift_card(
    operations_: Current,
    body: models.PostGiftCardRequest,
) -> models.PostGiftCardResult:
    """POST /payments/gift-card/."""
    with declared(exceptions.InvalidState):
        return operations_.post_gift_card(body=body)


@router.get(
    "/v1/payments/invoices/{number}",
    operation_id="get_invoice_2",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_invoice_2(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetInvoice2Result:
    """GET /payments/invoices/{number}/."""
    with declared(exceptions.NotAllowed):
        return operations_.get_invoice_2(number=number)


@router.post(
    "/v1/payments/orders/{number}/refund",
    operation_id="post_refund",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_refund(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostRefundRequest,
) -> models.PostRefundResult:
    """Refund by hand, for finance."""
    with declared(exceptions.NotAllowed, exceptions.InvalidState):
        return operations_.post_refund(number=number, body=body)


@router.post(
    "/v1/payments/refund-order",
    operation_id="payments_refund_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def payments_refund_order(
    operations_: Current,
    body: models.PaymentsRefundOrderRequest,
) -> models.PaymentsRefundOrderResult:
    """Give back ``amount``: store credit first to the credit, the rest through the gateway."""
    with declared(exceptions.InvalidState, exceptions.RemoteError):
        return operations_.payments_refund_order(body=body)


@router.post(
    "/v1/payments/use-store-credit",
    operation_id="payments_use_store_credit",
    status_code=200,
    response_model_exclude_unset=True,
)
def payments_use_store_credit(
    operations_: Current,
    body: models.PaymentsUseStoreCreditRequest,
) -> models.PaymentsUseStoreCreditResult:
    """Pay as much as possible from the customer's credit."""
    return operations_.payments_use_store_credit(body=body)


@router.post(
    "/v1/payments/void-open-payments",
    operation_id="payments_void_open_payments",
    status_code=200,
    response_model_exclude_unset=True,
)
def payments_void_open_payments(
    operations_: Current,
    body: models.PaymentsVoidOpenPaymentsRequest,
) -> models.PaymentsVoidOpenPaymentsResult:
    """Call void open payments."""
    with declared(exceptions.RemoteError):
        return operations_.payments_void_open_payments(body=body)


@router.post(
    "/v1/payments/webhook",
    operation_id="post_payment_webhook",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_payment_webhook(
    operations_: Current,
    body: models.PostPaymentWebhookRequest,
) -> models.PostPaymentWebhookResult:
    """POST /payments/webhook/."""
    return operations_.post_payment_webhook(body=body)


@router.get(
    "/v1/payments/{payment_id}",
    operation_id="get_payment",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_payment(
    operations_: Current,
    payment_id: Annotated[WholeNumberText, Path()],
) -> models.Payment:
    """Read one payment."""
    with declared(exceptions.NotFound):
        return operations_.get_payment(payment_id=payment_id)
