"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from .fields import DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class GetCheckoutResult(OpenModel):
    """GetCheckoutResult."""


class GetOrderPageResult(OpenModel):
    """GetOrderPageResult."""


class GetPackingSlipResult(OpenModel):
    """GetPackingSlipResult."""


class Order(Model):
    """Order."""

    id: WholeNumber
    number: Annotated[str, Field(max_length=20)]
    user_id: WholeNumber | None
    cart_id: WholeNumber | None
    status: Literal["requested", "received", "rejected", "refunded"]
    channel: Literal["web", "phone", "market"]
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    phone: Annotated[str, Field(max_length=30)]
    shipping_address_id: WholeNumber | None
    billing_address_id: WholeNumber | None
    ship_to: str
    bill_to: str
    country: Annotated[str, Field(max_length=2)]
    currency: Annotated[str, Field(max_length=3)]
    subtotal: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    discount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    points_discount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    shipping_cost: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    wrap_cost: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    vat: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    total: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    refunded: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    points_spent: WholeNumber
    coupon_id: WholeNumber | None
    shipping_method_id: WholeNumber | None
    gift_wrap: YesNo
    gift_message: Annotated[str, Field(max_length=200)]
    customer_note: str
    internal_note: str
    ip_address: str | None
    placed_at: Timestamp
    paid_at: Timestamp | None
    shipped_at: Timestamp | None
    completed_at: Timestamp | None
    cancelled_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp
    public_id: UUID


class OrderBatch(Model):
    """OrderBatch."""

    items: list[Order]
    missing: list[WholeNumber]


class OrderBatchRequest(Model):
    """OrderBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class OrderCancelledEvent(Model):
    """OrderCancelledEvent."""

    order_id: WholeNumber
    reason: str


class OrderCreate(Model):
    """OrderCreate."""

    number: Annotated[str, Field(max_length=20)]
    user_id: WholeNumber | None = None
    cart_id: WholeNumber | None = None
    status: Omittable[Literal["requested", "received", "rejected", "refunded"]] = None
    channel: Omittable[Literal["web", "phone", "market"]] = None
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    phone: Annotated[str, Field(max_length=30)]
    shipping_address_id: WholeNumber | None = None
    billing_address_id: WholeNumber | None = None
    ship_to: str
    bill_to: str
    country: Omittable[Annotated[str, Field(max_length=2)]] = None
    currency: Omittable[Annotated[str, Field(max_length=3)]] = None
    subtotal: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    discount: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    points_discount: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    shipping_cost: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    wrap_cost: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    vat: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    total: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    refunded: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    points_spent: Omittable[WholeNumber] = None
    coupon_id: WholeNumber | None = None
    shipping_method_id: WholeNumber | None = None
    gift_wrap: Omittable[YesNo] = None
    gift_message: Annotated[str, Field(max_length=200)]
    customer_note: str
    internal_note: str
    ip_address: str | None = None
    placed_at: Omittable[Timestamp] = None
    paid_at: Timestamp | None = None
    shipped_at: Timestamp | None = None
    completed_at: Timestamp | None = None
    cancelled_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None
    public_id: Omittable[UUID] = None


class OrderEvent(Model):
    """OrderEvent."""

    id: WholeNumber
    order_id: WholeNumber
    at: Timestamp
    what: Annotated[str, Field(max_length=80)]
    note: str
    actor_id: WholeNumber | None


class OrderLine(Model):
    """OrderLine."""

    id: WholeNumber
    order_id: WholeNumber
    variant_id: WholeNumber
    campaign_id: WholeNumber | None
    sku: Annotated[str, Field(max_length=32)]
    title: Annotated[str, Field(max_length=250)]
    quantity: WholeNumber
    unit_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    discount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    vat_rate: Annotated[DecimalText, matching("^-?\\d{1,2}(\\.\\d{1,2})?$")]
    vat: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]


class OrderLineBatch(Model):
    """OrderLineBatch."""

    items: list[OrderLine]
    missing: list[WholeNumber]


class OrderLineBatchRequest(Model):
    """OrderLineBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class OrderLinePage(Model):
    """OrderLinePage."""

    items: Annotated[list[OrderLine], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class OrderLinesTotalResult(Model):
    """OrderLinesTotalResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class OrderPage(Model):
    """OrderPage."""

    items: Annotated[list[Order], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class OrderPlacedEvent(Model):
    """OrderPlacedEvent."""

    order_id: WholeNumber


class OrderUpdate(Model):
    """OrderUpdate."""

    number: Omittable[Annotated[str, Field(max_length=20)]] = None
    user_id: WholeNumber | None = None
    cart_id: WholeNumber | None = None
    status: Omittable[Literal["requested", "received", "rejected", "refunded"]] = None
    channel: Omittable[Literal["web", "phone", "market"]] = None
    email: Omittable[Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]] = None
    phone: Omittable[Annotated[str, Field(max_length=30)]] = None
    shipping_address_id: WholeNumber | None = None
    billing_address_id: WholeNumber | None = None
    ship_to: Omittable[str] = None
    bill_to: Omittable[str] = None
    country: Omittable[Annotated[str, Field(max_length=2)]] = None
    currency: Omittable[Annotated[str, Field(max_length=3)]] = None
    subtotal: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    discount: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    points_discount: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    shipping_cost: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    wrap_cost: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    vat: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    total: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    refunded: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    points_spent: Omittable[WholeNumber] = None
    coupon_id: WholeNumber | None = None
    shipping_method_id: WholeNumber | None = None
    gift_wrap: Omittable[YesNo] = None
    gift_message: Omittable[Annotated[str, Field(max_length=200)]] = None
    customer_note: Omittable[str] = None
    internal_note: Omittable[str] = None
    ip_address: str | None = None
    placed_at: Omittable[Timestamp] = None
    paid_at: Timestamp | None = None
    shipped_at: Timestamp | None = None
    completed_at: Timestamp | None = None
    cancelled_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None
    public_id: Omittable[UUID] = None


class OrdersAmountDueResult(Model):
    """OrdersAmountDueResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class OrdersAsDictBatchItem(Model):
    """One call of orders_as_dict."""

    order_id: WholeNumber


class OrdersAsDictBatchRequest(Model):
    """OrdersAsDictBatchRequest."""

    items: Annotated[list[OrdersAsDictBatchItem], Field(min_length=1, max_length=100)]


class OrdersAsDictBatchResult(Model):
    """OrdersAsDictBatchResult."""

    items: list[OrdersAsDictResult]


class OrdersAsDictResult(Model):
    """OrdersAsDictResult."""

    result: dict[str, Any]


class OrdersCanCancelBatchItem(Model):
    """One call of orders_can_cancel."""

    order_id: WholeNumber


class OrdersCanCancelBatchRequest(Model):
    """OrdersCanCancelBatchRequest."""

    items: Annotated[list[OrdersCanCancelBatchItem], Field(min_length=1, max_length=100)]


class OrdersCanCancelBatchResult(Model):
    """OrdersCanCancelBatchResult."""

    items: list[OrdersCanCancelResult]


class OrdersCanCancelResult(Model):
    """OrdersCanCancelResult."""

    result: YesNo


class OrdersCancelBatchItem(Model):
    """One call of orders_cancel."""

    order_id: WholeNumber
    actor_id: WholeNumber | None = None
    reason: Omittable[str] = None


class OrdersCancelBatchRequest(Model):
    """OrdersCancelBatchRequest."""

    items: Annotated[list[OrdersCancelBatchItem], Field(min_length=1, max_length=100)]


class OrdersCancelBatchResult(Model):
    """OrdersCancelBatchResult."""

    items: list[Order]


class OrdersCancelOrderBatchRequest(Model):
    """OrdersCancelOrderBatchRequest."""

    items: Annotated[list[OrdersCancelOrderRequest], Field(min_length=1, max_length=100)]


class OrdersCancelOrderBatchResult(Model):
    """OrdersCancelOrderBatchResult."""

    items: list[Order]


class OrdersCancelOrderRequest(Model):
    """OrdersCancelOrderRequest."""

    order_id: WholeNumber
    actor_id: WholeNumber | None = None
    reason: Omittable[str] = None


class OrdersCancelRequest(Model):
    """OrdersCancelRequest."""

    actor_id: WholeNumber | None = None
    reason: Omittable[str] = None


class OrdersCustomerNameResult(Model):
    """OrdersCustomerNameResult."""

    result: Any


class OrdersEarnsPointsOnResult(Model):
    """OrdersEarnsPointsOnResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class OrdersForUserRequest(Model):
    """OrdersForUserRequest."""

    user_id: WholeNumber


class OrdersForUserResult(Model):
    """OrdersForUserResult."""

    result: list[Order]


class OrdersIsPaidResult(Model):
    """OrdersIsPaidResult."""

    result: YesNo


class OrdersLogRequest(Model):
    """OrdersLogRequest."""

    what: str
    actor_id: WholeNumber | None = None
    note: Omittable[str] = None


class OrdersMarkPaidRequest(Model):
    """OrdersMarkPaidRequest."""

    actor: Any = None


class OrdersRefundableResult(Model):
    """OrdersRefundableResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class OrdersSetStatusRequest(Model):
    """OrdersSetStatusRequest."""

    status: Any
    actor_id: WholeNumber | None = None
    note: Omittable[str] = None


class OrdersTurnoverResult(Model):
    """OrdersTurnoverResult."""

    result: list[Order]


class PaidEvent(Model):
    """PaidEvent."""

    order_id: WholeNumber
    total: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]


class PostCancelOrderRequest(OpenModel):
    """PostCancelOrderRequest."""


class PostCancelOrderResult(OpenModel):
    """PostCancelOrderResult."""


class PostCheckoutRequest(OpenModel):
    """PostCheckoutRequest."""


class PostCheckoutResult(OpenModel):
    """PostCheckoutResult."""


class PostOrderAgainRequest(OpenModel):
    """PostOrderAgainRequest."""


class PostOrderAgainResult(OpenModel):
    """PostOrderAgainResult."""


class PostReceiveReturnRequest(OpenModel):
    """PostReceiveReturnRequest."""


class PostReceiveReturnResult(OpenModel):
    """PostReceiveReturnResult."""


class PostRejectReturnRequest(OpenModel):
    """PostRejectReturnRequest."""


class PostRejectReturnResult(OpenModel):
    """PostRejectReturnResult."""


class PostRequestReturnRequest(OpenModel):
    """PostRequestReturnRequest."""


class PostRequestReturnResult(OpenModel):
    """PostRequestReturnResult."""


class ReturnLine(Model):
    """ReturnLine."""

    id: WholeNumber
    return_request_id: WholeNumber
    order_line_id: WholeNumber
    quantity: WholeNumber
    resellable: YesNo


class ReturnLinePage(Model):
    """ReturnLinePage."""

    items: Annotated[list[ReturnLine], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class ReturnLinesValueBatchItem(Model):
    """One call of return_lines_value."""

    return_line_id: WholeNumber


class ReturnLinesValueBatchRequest(Model):
    """ReturnLinesValueBatchRequest."""

    items: Annotated[list[ReturnLinesValueBatchItem], Field(min_length=1, max_length=100)]


class ReturnLinesValueBatchResult(Model):
    """ReturnLinesValueBatchResult."""

    items: list[ReturnLinesValueResult]


class ReturnLinesValueResult(Model):
    """ReturnLinesValueResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class ReturnReceivedEvent(Model):
    """ReturnReceivedEvent."""

    return_request_id: WholeNumber


class ReturnRequest(Model):
    """ReturnRequest."""

    id: WholeNumber
    number: Annotated[str, Field(max_length=20)]
    order_id: WholeNumber
    requested_by_id: WholeNumber | None
    status: Literal["requested", "received", "rejected", "refunded"]
    reason: Annotated[str, Field(max_length=200)]
    created_at: Timestamp
    updated_at: Timestamp


class SendBackInStockTask(Model):
    """SendBackInStockTask."""

    variant_id: WholeNumber
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]


class SendOrderConfirmationTask(Model):
    """SendOrderConfirmationTask."""

    order_id: Any


class SendShipmentMailTask(Model):
    """SendShipmentMailTask."""

    shipment_id: WholeNumber


class SendWelcomeTask(Model):
    """SendWelcomeTask."""

    user_id: WholeNumber


class ShopCelerySendTaskRequest(Model):
    """ShopCelerySendTaskRequest."""

    name: str
    args: list[Any] | None = None
    kwargs: Any = None
    options: Omittable[dict[str, Any]] = None


class ShopCelerySendTaskResult(Model):
    """ShopCelerySendTaskResult."""

    result: Any
