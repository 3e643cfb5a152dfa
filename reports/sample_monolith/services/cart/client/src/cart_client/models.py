"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class Cart(Model):
    """Cart."""

    id: WholeNumber
    user_id: WholeNumber | None
    status: Literal["open", "ordered", "merged"]
    coupon_id: WholeNumber | None
    gift_wrap: YesNo
    reminded_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp


class CartAbandonedCartsRequest(Model):
    """CartAbandonedCartsRequest."""

    now: Any = None


class CartAbandonedCartsResult(Model):
    """CartAbandonedCartsResult."""

    result: list[Cart]


class CartAddToCartBatchRequest(Model):
    """CartAddToCartBatchRequest."""

    items: Annotated[list[CartAddToCartRequest], Field(min_length=1, max_length=100)]


class CartAddToCartBatchResult(Model):
    """CartAddToCartBatchResult."""

    items: list[CartLine]


class CartAddToCartRequest(Model):
    """CartAddToCartRequest."""

    cart_id: WholeNumber
    sku: str
    quantity: Omittable[WholeNumber] = None


class CartBatch(Model):
    """CartBatch."""

    items: list[Cart]
    missing: list[WholeNumber]


class CartBatchRequest(Model):
    """CartBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class CartCreate(Model):
    """CartCreate."""

    user_id: WholeNumber | None = None
    status: Omittable[Literal["open", "ordered", "merged"]] = None
    coupon_id: WholeNumber | None = None
    gift_wrap: Omittable[YesNo] = None
    reminded_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class CartForRequestRequest(Model):
    """CartForRequestRequest."""

    request: Any


class CartLine(Model):
    """CartLine."""

    id: WholeNumber
    cart_id: WholeNumber
    variant_id: WholeNumber
    quantity: WholeNumber
    created_at: Timestamp
    updated_at: Timestamp


class CartLineBatch(Model):
    """CartLineBatch."""

    items: list[CartLine]
    missing: list[WholeNumber]


class CartLineBatchRequest(Model):
    """CartLineBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class CartLinePage(Model):
    """CartLinePage."""

    items: Annotated[list[CartLine], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class CartMergeSessionCartRequest(Model):
    """CartMergeSessionCartRequest."""

    request: Any
    user: Any


class CartMergeSessionCartResult(Model):
    """CartMergeSessionCartResult."""

    result: Cart | None


class CartPage(Model):
    """CartPage."""

    items: Annotated[list[Cart], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class CartPriceCartRequest(Model):
    """CartPriceCartRequest."""

    cart_id: WholeNumber
    user_id: WholeNumber | None = None
    method_id: WholeNumber | None = None
    country: Omittable[str] = None


class CartTotals(Model):
    """CartTotals."""

    lines: list[PricedLine]
    subtotal: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    discount: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    wrap: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    shipping: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    vat: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    free_shipping: Omittable[YesNo] = None
    notes: Omittable[list[str]] = None


class CartTotalsAsDictRequest(Model):
    """CartTotalsAsDictRequest."""

    cart_totals: CartTotals


class CartTotalsAsDictResult(Model):
    """CartTotalsAsDictResult."""

    result: dict[str, Any]


class CartTotalsTotalRequest(Model):
    """CartTotalsTotalRequest."""

    cart_totals: CartTotals


class CartTotalsTotalResult(Model):
    """CartTotalsTotalResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class CartUpdate(Model):
    """CartUpdate."""

    user_id: WholeNumber | None = None
    status: Omittable[Literal["open", "ordered", "merged"]] = None
    coupon_id: WholeNumber | None = None
    gift_wrap: Omittable[YesNo] = None
    reminded_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class CartsCountBatchItem(Model):
    """One call of carts_count."""

    cart_id: WholeNumber


class CartsCountBatchRequest(Model):
    """CartsCountBatchRequest."""

    items: Annotated[list[CartsCountBatchItem], Field(min_length=1, max_length=100)]


class CartsCountBatchResult(Model):
    """CartsCountBatchResult."""

    items: list[CartsCountResult]


class CartsCountResult(Model):
    """CartsCountResult."""

    result: WholeNumber


class CartsIsEmptyResult(Model):
    """CartsIsEmptyResult."""

    result: YesNo


class GetCartItemsResult(OpenModel):
    """GetCartItemsResult."""


class GetCartPageResult(OpenModel):
    """GetCartPageResult."""


class PatchCartItemsRequest(OpenModel):
    """PatchCartItemsRequest."""


class PatchCartItemsResult(OpenModel):
    """PatchCartItemsResult."""


class PostCartCouponRequest(OpenModel):
    """PostCartCouponRequest."""


class PostCartCouponResult(OpenModel):
    """PostCartCouponResult."""


class PostCartGiftWrapRequest(OpenModel):
    """PostCartGiftWrapRequest."""


class PostCartGiftWrapResult(OpenModel):
    """PostCartGiftWrapResult."""


class PostCartItemsRequest(OpenModel):
    """PostCartItemsRequest."""


class PostCartItemsResult(OpenModel):
    """PostCartItemsResult."""


class PricedLine(Model):
    """A line on its way to become an order line; the engine fills ``discount``."""

    variant: Any
    quantity: WholeNumber
    unit_price: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]
    discount: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    campaign_id: WholeNumber | None = None
