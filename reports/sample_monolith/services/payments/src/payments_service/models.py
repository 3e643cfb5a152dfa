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


class CapturedEvent(Model):
    """CapturedEvent."""

    order_id: WholeNumber
    payment_id: WholeNumber


class ConfShopSettingBatchRequest(Model):
    """ConfShopSettingBatchRequest."""

    items: Annotated[list[ConfShopSettingRequest], Field(min_length=1, max_length=100)]


class ConfShopSettingBatchResult(Model):
    """ConfShopSettingBatchResult."""

    items: list[ConfShopSettingResult]


class ConfShopSettingRequest(Model):
    """ConfShopSettingRequest."""

    name: str


class ConfShopSettingResult(Model):
    """ConfShopSettingResult."""

    result: Any


class EventsPublishRequest(Model):
    """EventsPublishRequest."""

    name: str
    payload: Omittable[dict[str, Any]] = None


class GetCreditResult(OpenModel):
    """GetCreditResult."""


class GetInvoice2Result(OpenModel):
    """GetInvoice2Result."""


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


class PaymentsAuthoriseOrder(Model):
    """What payments_authorise uses of a row of orders_order."""

    user_id: WholeNumber | None
    currency: Annotated[str, Field(max_length=3)]


class PaymentsAuthoriseRequest(Model):
    """PaymentsAuthoriseRequest."""

    order_id: WholeNumber
    order: PaymentsAuthoriseOrder | None = None
    method: str
    amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class PaymentsCaptureRequest(Model):
    """PaymentsCaptureRequest."""

    payment_id: WholeNumber
    token: Omittable[str] = None


class PaymentsRefundOrderOrder(Model):
    """What payments_refund_order uses of a row of orders_order."""

    refunded: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]


class PaymentsRefundOrderRequest(Model):
    """PaymentsRefundOrderRequest."""

    order_id: WholeNumber
    order: PaymentsRefundOrderOrder | None = None
    amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]
    reason: str
    actor_id: WholeNumber | None = None
    return_request_id: WholeNumber | None = None
    change_status: Omittable[YesNo] = None


class PaymentsRefundOrderResult(Model):
    """PaymentsRefundOrderResult."""

    result: list[Refund]


class PaymentsUseStoreCreditOrder(Model):
    """What payments_use_store_credit uses of a row of orders_order."""

    number: Annotated[str, Field(max_length=20)]


class PaymentsUseStoreCreditRequest(Model):
    """PaymentsUseStoreCreditRequest."""

    order_id: WholeNumber
    order: PaymentsUseStoreCreditOrder | None = None
    user_id: WholeNumber


class PaymentsUseStoreCreditResult(Model):
    """PaymentsUseStoreCreditResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class PaymentsVoidOpenPaymentsRequest(Model):
    """PaymentsVoidOpenPaymentsRequest."""

    order_id: WholeNumber


class PaymentsVoidOpenPaymentsResult(Model):
    """PaymentsVoidOpenPaymentsResult."""

    result: WholeNumber


class PermissionsOwnsOrStaffRequest(Model):
    """PermissionsOwnsOrStaffRequest."""

    user_id: WholeNumber
    owner_id: WholeNumber | None


class PermissionsOwnsOrStaffResult(Model):
    """PermissionsOwnsOrStaffResult."""

    result: YesNo


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


class RegistryFeatureBatchRequest(Model):
    """RegistryFeatureBatchRequest."""

    items: Annotated[list[RegistryFeatureRequest], Field(min_length=1, max_length=100)]


class RegistryFeatureBatchResult(Model):
    """RegistryFeatureBatchResult."""

    items: list[RegistryFeatureResult]


class RegistryFeatureRequest(Model):
    """RegistryFeatureRequest."""

    name: str


class RegistryFeatureResult(Model):
    """RegistryFeatureResult."""

    result: YesNo


class RegistryFindProviderRequest(Model):
    """RegistryFindProviderRequest."""

    kind: str
    name: Any


class RegistryFindProviderResult(Model):
    """RegistryFindProviderResult."""

    result: Any


class RegistryForgetPriceRequest(Model):
    """RegistryForgetPriceRequest."""

    variant_id: WholeNumber | None = None


class RegistrySetCurrentRequestRequest(Model):
    """RegistrySetCurrentRequestRequest."""

    request: Any
