"""Routes of the group promotions."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["promotions"])


@router.post(
    "/v1/promotions/check-coupon",
    operation_id="promotions_check_coupon",
    status_code=204,
    response_model_exclude_unset=True,
)
def promotions_check_coupon(
    operations_: Current,
    body: models.PromotionsCheckCouponRequest,
) -> None:
    """Call check coupon."""
    with declared(exceptions.CouponError):
        return operations_.promotions_check_coupon(body=body)


@router.post(
    "/v1/promotions/find-coupon",
    operation_id="promotions_find_coupon",
    status_code=200,
    response_model_exclude_unset=True,
)
def promotions_find_coupon(
    operations_: Current,
    body: models.PromotionsFindCouponRequest,
) -> models.Coupon:
    """The coupon if this customer may use it now; a CouponError that says why not."""
    with declared(exceptions.CouponError):
        return operations_.promotions_find_coupon(body=body)


@router.post(
    "/v1/promotions/give-back",
    operation_id="promotions_give_back",
    status_code=204,
    response_model_exclude_unset=True,
)
def promotions_give_back(
    operations_: Current,
    body: models.PromotionsGiveBackRequest,
) -> None:
    """Make the coupon of a cancelled order usable again."""
    return operations_.promotions_give_back(body=body)


@router.post(
    "/v1/promotions/redeem",
    operation_id="promotions_redeem",
    status_code=200,
    response_model_exclude_unset=True,
)
def promotions_redeem(
    operations_: Current,
    body: models.PromotionsRedeemRequest,
) -> models.CouponRedemption:
    """Call redeem."""
    with declared(exceptions.CouponError):
        return operations_.promotions_redeem(body=body)


@router.post(
    "/v1/promotions/start-campaign",
    operation_id="promotions_start_campaign",
    status_code=200,
    response_model_exclude_unset=True,
)
def promotions_start_campaign(
    operations_: Current,
    body: models.PromotionsStartCampaignRequest,
) -> models.Campaign:
    """Call start campaign."""
    return operations_.promotions_start_campaign(body=body)


@router.post(
    "/v1/promotions/start-campaign/batch",
    operation_id="promotions_start_campaign_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def promotions_start_campaign_batch(
    operations_: Current,
    body: models.PromotionsStartCampaignBatchRequest,
) -> models.PromotionsStartCampaignBatchResult:
    """Many calls of promotions_start_campaign in one request."""
    return operations_.promotions_start_campaign_batch(body=body)
