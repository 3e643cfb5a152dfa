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


class Campaign(Model):
    """Campaign."""

    id: WholeNumber
    name: Annotated[str, Field(max_length=80)]
    starts_at: Timestamp
    ends_at: Timestamp
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp


class CampaignCreate(Model):
    """CampaignCreate."""

    name: Annotated[str, Field(max_length=80)]
    starts_at: Timestamp
    ends_at: Timestamp
    created_by_id: WholeNumber | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class CampaignPage(Model):
    """CampaignPage."""

    items: Annotated[list[Campaign], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class CampaignProduct(Model):
    """CampaignProduct."""

    id: WholeNumber
    campaign_id: WholeNumber
    product_id: WholeNumber
    percent: WholeNumber
    buy_quantity: WholeNumber


class CampaignProductPage(Model):
    """CampaignProductPage."""

    items: Annotated[list[CampaignProduct], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class Coupon(Model):
    """Coupon."""

    id: WholeNumber
    code: Annotated[str, Field(max_length=24)]
    kind: Literal["percent", "amount", "shipping"]
    value: Annotated[DecimalText, matching("^-?\\d{1,6}(\\.\\d{1,2})?$")]
    minimum: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    valid_from: Timestamp
    valid_until: Timestamp | None
    max_uses: WholeNumber | None
    max_uses_per_customer: WholeNumber
    times_used: WholeNumber
    first_order_only: YesNo
    reserved_for_id: WholeNumber | None
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp


class CouponBatch(Model):
    """CouponBatch."""

    items: list[Coupon]
    missing: list[WholeNumber]


class CouponBatchRequest(Model):
    """CouponBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class CouponCreate(Model):
    """CouponCreate."""

    code: Annotated[str, Field(max_length=24)]
    kind: Omittable[Literal["percent", "amount", "shipping"]] = None
    value: Omittable[Annotated[DecimalText, matching("^-?\\d{1,6}(\\.\\d{1,2})?$")]] = None
    minimum: Omittable[Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]] = None
    valid_from: Omittable[Timestamp] = None
    valid_until: Timestamp | None = None
    max_uses: WholeNumber | None = None
    max_uses_per_customer: Omittable[WholeNumber] = None
    times_used: Omittable[WholeNumber] = None
    first_order_only: Omittable[YesNo] = None
    reserved_for_id: WholeNumber | None = None
    created_by_id: WholeNumber | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class CouponPage(Model):
    """CouponPage."""

    items: Annotated[list[Coupon], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class CouponRedemption(Model):
    """CouponRedemption."""

    id: WholeNumber
    coupon_id: WholeNumber
    order_id: WholeNumber
    user_id: WholeNumber | None
    amount: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    created_at: Timestamp
    updated_at: Timestamp


class CouponRedemptionBatch(Model):
    """CouponRedemptionBatch."""

    items: list[CouponRedemption]
    missing: list[WholeNumber]


class CouponRedemptionBatchRequest(Model):
    """CouponRedemptionBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class CouponRedemptionPage(Model):
    """CouponRedemptionPage."""

    items: Annotated[list[CouponRedemption], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class Discount(Model):
    """Discount."""

    amount: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    free_shipping: Omittable[YesNo] = None
    notes: Omittable[list[str]] = None


class EngineApplyCouponRequest(Model):
    """EngineApplyCouponRequest."""

    coupon_id: WholeNumber
    lines: list[PricedLine]


class EngineApplyQuantityCampaignsRequest(Model):
    """EngineApplyQuantityCampaignsRequest."""

    lines: list[PricedLine]


class EngineApplyQuantityCampaignsResult(Model):
    """EngineApplyQuantityCampaignsResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class EngineCampaignPercentRequest(Model):
    """EngineCampaignPercentRequest."""

    product_id: WholeNumber


class EngineCampaignPercentResult(Model):
    """EngineCampaignPercentResult."""

    result: WholeNumber


class EngineWarmPricesBatchRequest(Model):
    """EngineWarmPricesBatchRequest."""

    items: Annotated[list[EngineWarmPricesRequest], Field(min_length=1, max_length=100)]


class EngineWarmPricesRequest(Model):
    """EngineWarmPricesRequest."""

    variants: list[Variant]


class PricedLine(Model):
    """A line on its way to become an order line; the engine fills ``discount``."""

    variant: Any
    quantity: WholeNumber
    unit_price: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]
    discount: Omittable[Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]] = None
    campaign_id: WholeNumber | None = None


class PricedLineTotalRequest(Model):
    """PricedLineTotalRequest."""

    priced_line: PricedLine


class PricedLineTotalResult(Model):
    """PricedLineTotalResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class Product(Model):
    """Product."""

    id: WholeNumber
    name: Annotated[str, Field(max_length=160)]
    slug: Annotated[str, Field(max_length=50)]
    description: str
    status: Literal["draft", "active", "retired"]
    category_id: WholeNumber
    brand_id: WholeNumber | None
    supplier_id: WholeNumber | None
    vat_class: Annotated[str, Field(max_length=8)]
    is_returnable: YesNo
    rating: Annotated[DecimalText, matching("^-?\\d{1,1}(\\.\\d{1,2})?$")] | None
    deleted_at: Timestamp | None
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp
    public_id: UUID


class PromotionsCheckCouponRequest(Model):
    """PromotionsCheckCouponRequest."""

    coupon_id: WholeNumber
    user_id: WholeNumber | None = None
    subtotal: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")] | None = None


class PromotionsFindCouponRequest(Model):
    """PromotionsFindCouponRequest."""

    code: str
    user_id: WholeNumber | None = None
    subtotal: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")] | None = None


class PromotionsGiveBackRequest(Model):
    """PromotionsGiveBackRequest."""

    order_id: WholeNumber


class PromotionsRedeemOrder(Model):
    """What promotions_redeem uses of a row of orders_order."""

    user_id: WholeNumber | None


class PromotionsRedeemRequest(Model):
    """PromotionsRedeemRequest."""

    coupon_id: WholeNumber
    order_id: WholeNumber
    order: PromotionsRedeemOrder | None = None
    amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class PromotionsStartCampaignBatchRequest(Model):
    """PromotionsStartCampaignBatchRequest."""

    items: Annotated[list[PromotionsStartCampaignRequest], Field(min_length=1, max_length=100)]


class PromotionsStartCampaignBatchResult(Model):
    """PromotionsStartCampaignBatchResult."""

    items: list[Campaign]


class PromotionsStartCampaignRequest(Model):
    """PromotionsStartCampaignRequest."""

    name: str
    products: list[Product]
    percent: WholeNumber
    starts_at: Any
    ends_at: Any
    buy_quantity: Omittable[WholeNumber] = None


class Variant(Model):
    """The thing that lies on a shelf: a product in a size and colour."""

    id: WholeNumber
    product_id: WholeNumber
    sku: Annotated[str, Field(max_length=32)]
    label: Annotated[str, Field(max_length=80)]
    list_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    sale_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")] | None
    weight_grams: WholeNumber
    is_active: YesNo
    created_at: Timestamp
    updated_at: Timestamp
