"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from .fields import Day, DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class GetCreditResult(OpenModel):
    """GetCreditResult."""


class GetGiftCardResult(OpenModel):
    """GetGiftCardResult."""


class GetInvoice2Result(OpenModel):
    """GetInvoice2Result."""


class GetPaymentWebhookResult(OpenModel):
    """GetPaymentWebhookResult."""


class GetRefund2Result(OpenModel):
    """GetRefund2Result."""


class Invoice(Model):
    """Invoice."""

    id: WholeNumber
    number: Annotated[str, Field(max_length=20)]
    order_id: WholeNumber
    customer_id: WholeNumber | None
    issued_on: Day
    net: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    vat: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    gross: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    reverse_charge: YesNo
    credits_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp


class InvoiceBatch(Model):
    """InvoiceBatch."""

    items: list[Invoice]
    missing: list[WholeNumber]


class InvoiceBatchRequest(Model):
    """InvoiceBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class InvoicePage(Model):
    """InvoicePage."""

    items: Annotated[list[Invoice], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class InvoiceUpdate(Model):
    """InvoiceUpdate."""

    number: Omittable[Annotated[str, Field(max_length=20)]] = None
    order_id: Omittable[WholeNumber] = None
    customer_id: WholeNumber | None = None
    issued_on: Omittable[Day] = None
    net: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    vat: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    gross: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    reverse_charge: Omittable[YesNo] = None
    credits_id: WholeNumber | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class Payment(Model):
    """Payment."""

    id: WholeNumber
    order_id: WholeNumber
    method: Literal["card", "ideal", "credit", "invoice"]
    status: Literal["new", "authorised", "captured", "declined", "voided"]
    amount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    currency: Annotated[str, Field(max_length=3)]
    gateway_ref: Annotated[str, Field(max_length=60)]
    declined_code: Annotated[str, Field(max_length=40)]
    captured_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    public_id: UUID


class PaymentBatch(Model):
    """PaymentBatch."""

    items: list[Payment]
    missing: list[WholeNumber]


class PaymentBatchRequest(Model):
    """PaymentBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class PaymentCreate(Model):
    """PaymentCreate."""

    order_id: WholeNumber
    method: Omittable[Literal["card", "ideal", "credit", "invoice"]] = None
    status: Omittable[Literal["new", "authorised", "captured", "declined", "voided"]] = None
    amount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    currency: Omittable[Annotated[str, Field(max_length=3)]] = None
    gateway_ref: Annotated[str, Field(max_length=60)]
    declined_code: Annotated[str, Field(max_length=40)]
    captured_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None
    public_id: Omittable[UUID] = None


class PaymentPage(Model):
    """PaymentPage."""

    items: Annotated[list[Payment], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class PaymentsAuthoriseRequest(Model):
    """PaymentsAuthoriseRequest."""

    order: Any
    method: str
    amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class PaymentsCaptureRequest(Model):
    """PaymentsCaptureRequest."""

    payment: Payment
    token: Omittable[str] = None


class PaymentsRefundOrderRequest(Model):
    """PaymentsRefundOrderRequest."""

    order: Any
    amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]
    reason: str
    actor: Any = None
    return_request: Any = None
    change_status: Omittable[YesNo] = None


class PaymentsRefundOrderResult(Model):
    """PaymentsRefundOrderResult."""

    result: list[Refund]


class PaymentsUseStoreCreditRequest(Model):
    """PaymentsUseStoreCreditRequest."""

    order: Any
    user: Any


class PaymentsUseStoreCreditResult(Model):
    """PaymentsUseStoreCreditResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class PaymentsVoidOpenPaymentsRequest(Model):
    """PaymentsVoidOpenPaymentsRequest."""

    order: Any


class PaymentsVoidOpenPaymentsResult(Model):
    """PaymentsVoidOpenPaymentsResult."""

    result: WholeNumber


class PostGiftCardRequest(OpenModel):
    """PostGiftCardRequest."""


class PostGiftCardResult(OpenModel):
    """PostGiftCardResult."""


class PostPaymentWebhookRequest(OpenModel):
    """PostPaymentWebhookRequest."""


class PostPaymentWebhookResult(OpenModel):
    """PostPaymentWebhookResult."""


class PostRefundRequest(OpenModel):
    """PostRefundRequest."""


class PostRefundResult(OpenModel):
    """PostRefundResult."""


class Refund(Model):
    """Refund."""

    id: WholeNumber
    payment_id: WholeNumber
    return_request_id: WholeNumber | None
    amount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    reason: Annotated[str, Field(max_length=120)]
    gateway_ref: Annotated[str, Field(max_length=60)]
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp


class RefundPage(Model):
    """RefundPage."""

    items: Annotated[list[Refund], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None
