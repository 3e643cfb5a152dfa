"""Routes of the group engine."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["engine"])


@router.post(
    "/v1/engine/apply-coupon",
    operation_id="engine_apply_coupon",
    status_code=200,
    response_model_exclude_unset=True,
)
def engine_apply_coupon(
    operations_: Current,
    body: models.EngineApplyCouponRequest,
) -> models.Discount:
    """Spread the discount of a coupon over the lines that it covers."""
    return operations_.engine_apply_coupon(body=body)


@router.post(
    "/v1/engine/apply-quantity-campaigns",
    operation_id="engine_apply_quantity_campaigns",
    status_code=200,
    response_model_exclude_unset=True,
)
def engine_apply_quantity_campaigns(
    operations_: Current,
    body: models.EngineApplyQuantityCampaignsRequest,
) -> models.EngineApplyQuantityCampaignsResult:
    """Three for two, and the like: a percentage when enough pieces are bought."""
    return operations_.engine_apply_quantity_campaigns(body=body)


@router.post(
    "/v1/engine/campaign-percent",
    operation_id="engine_campaign_percent",
    status_code=200,
    response_model_exclude_unset=True,
)
def engine_campaign_percent(
    operations_: Current,
    body: models.EngineCampaignPercentRequest,
) -> models.EngineCampaignPercentResult:
    """The highest percentage of the running campaigns that ask for no quantity."""
    return operations_.engine_campaign_percent(body=body)


@router.post(
    "/v1/engine/warm-prices",
    operation_id="engine_warm_prices",
    status_code=204,
    response_model_exclude_unset=True,
)
def engine_warm_prices(
    operations_: Current,
    body: models.EngineWarmPricesRequest,
) -> None:
    """Fill the price cache before a newsletter goes out."""
    return operations_.engine_warm_prices(body=body)


@router.post(
    "/v1/engine/warm-prices/batch",
    operation_id="engine_warm_prices_batch",
    status_code=204,
    response_model_exclude_unset=True,
)
def engine_warm_prices_batch(
    operations_: Current,
    body: models.EngineWarmPricesBatchRequest,
) -> None:
    """Many calls of engine_warm_prices in one request."""
    return operations_.engine_warm_prices_batch(body=body)
