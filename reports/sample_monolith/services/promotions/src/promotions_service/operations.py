"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def list_campaign_products(
        self,
        campaign_id: int | None = None,
        product_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CampaignProductPage:
        """List campaign products, page by page."""
        raise NotImplementedYet("list_campaign_products")

    def delete_campaign_product(
        self,
        campaign_product_id: int,
    ) -> None:
        """Delete one campaign product."""
        raise NotImplementedYet("delete_campaign_product")

    def get_campaign_product(
        self,
        campaign_product_id: int,
    ) -> models.CampaignProduct:
        """Read one campaign product."""
        raise NotImplementedYet("get_campaign_product")

    def list_campaigns(
        self,
        created_by_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CampaignPage:
        """List campaigns, page by page."""
        raise NotImplementedYet("list_campaigns")

    def create_campaign(
        self,
        body: models.CampaignCreate,
    ) -> models.Campaign:
        """Create one campaign."""
        raise NotImplementedYet("create_campaign")

    def get_campaign(
        self,
        campaign_id: int,
    ) -> models.Campaign:
        """Read one campaign."""
        raise NotImplementedYet("get_campaign")

    def list_coupon_redemptions(
        self,
        coupon_id: int | None = None,
        order_id: int | None = None,
        user_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CouponRedemptionPage:
        """List coupon redemptions, page by page."""
        raise NotImplementedYet("list_coupon_redemptions")

    def batch_get_coupon_redemptions(
        self,
        body: models.CouponRedemptionBatchRequest,
    ) -> models.CouponRedemptionBatch:
        """Read many coupon redemptions at once."""
        raise NotImplementedYet("batch_get_coupon_redemptions")

    def get_coupon_redemption(
        self,
        coupon_redemption_id: int,
    ) -> models.CouponRedemption:
        """Read one coupon redemption."""
        raise NotImplementedYet("get_coupon_redemption")

    def list_coupons(
        self,
        code: str | None = None,
        kind: Literal["percent", "amount", "shipping"] | None = None,
        reserved_for_id: int | None = None,
        created_by_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CouponPage:
        """List coupons, page by page."""
        raise NotImplementedYet("list_coupons")

    def create_coupon(
        self,
        body: models.CouponCreate,
    ) -> models.Coupon:
        """Create one coupon."""
        raise NotImplementedYet("create_coupon")

    def batch_get_coupons(
        self,
        body: models.CouponBatchRequest,
    ) -> models.CouponBatch:
        """Read many coupons at once."""
        raise NotImplementedYet("batch_get_coupons")

    def get_coupon(
        self,
        coupon_id: int,
    ) -> models.Coupon:
        """Read one coupon."""
        raise NotImplementedYet("get_coupon")

    def engine_apply_coupon(
        self,
        body: models.EngineApplyCouponRequest,
    ) -> models.Discount:
        """Spread the discount of a coupon over the lines that it covers."""
        raise NotImplementedYet("engine_apply_coupon")

    def engine_apply_quantity_campaigns(
        self,
        body: models.EngineApplyQuantityCampaignsRequest,
    ) -> models.EngineApplyQuantityCampaignsResult:
        """Three for two, and the like: a percentage when enough pieces are bought."""
        raise NotImplementedYet("engine_apply_quantity_campaigns")

    def engine_campaign_percent(
        self,
        body: models.EngineCampaignPercentRequest,
    ) -> models.EngineCampaignPercentResult:
        """The highest percentage of the running campaigns that ask for no quantity."""
        raise NotImplementedYet("engine_campaign_percent")

    def engine_warm_prices(
        self,
        body: models.EngineWarmPricesRequest,
    ) -> None:
        """Fill the price cache before a newsletter goes out."""
        raise NotImplementedYet("engine_warm_prices")

    def engine_warm_prices_batch(
        self,
        body: models.EngineWarmPricesBatchRequest,
    ) -> None:
        """Many calls of engine_warm_prices in one request."""
        in_order(self.engine_warm_prices, body.items)

    def priced_line_total(
        self,
        body: models.PricedLineTotalRequest,
    ) -> models.PricedLineTotalResult:
        """Call total."""
        raise NotImplementedYet("priced_line_total")

    def promotions_check_coupon(
        self,
        body: models.PromotionsCheckCouponRequest,
    ) -> None:
        """Call check coupon."""
        raise NotImplementedYet("promotions_check_coupon")

    def promotions_find_coupon(
        self,
        body: models.PromotionsFindCouponRequest,
    ) -> models.Coupon:
        """The coupon if this customer may use it now; a CouponError that says why not."""
        raise NotImplementedYet("promotions_find_coupon")

    def promotions_give_back(
        self,
        body: models.PromotionsGiveBackRequest,
    ) -> None:
        """Make the coupon of a cancelled order usable again."""
        raise NotImplementedYet("promotions_give_back")

    def promotions_redeem(
        self,
        body: models.PromotionsRedeemRequest,
    ) -> models.CouponRedemption:
        """Call redeem."""
        raise NotImplementedYet("promotions_redeem")

    def promotions_start_campaign(
        self,
        body: models.PromotionsStartCampaignRequest,
    ) -> models.Campaign:
        """Call start campaign."""
        raise NotImplementedYet("promotions_start_campaign")

    def promotions_start_campaign_batch(
        self,
        body: models.PromotionsStartCampaignBatchRequest,
    ) -> models.PromotionsStartCampaignBatchResult:
        """Many calls of promotions_start_campaign in one request."""
        return models.PromotionsStartCampaignBatchResult(items=in_order(self.promotions_start_campaign, body.items))


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
