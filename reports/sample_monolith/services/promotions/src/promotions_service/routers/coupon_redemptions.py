"""Routes of the group coupon_redemptions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["coupon_redemptions"])


@router.get(
    "/v1/coupon-redemptions",
    operation_id="list_coupon_redemptions",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_coupon_redemptions(
    operations_: Current,
    coupon_id: Annotated[WholeNumberText | None, Query()] = None,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    user_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CouponRedemptionPage:
    """List coupon redemptions, page by page."""
    return operations_.list_coupon_redemptions(coupon_id=coupon_id, order_id=order_id, user_id=user_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/coupon-redemptions/batch-get",
    operation_id="batch_get_coupon_redemptions",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_coupon_redemptions(
    operations_: Current,
    body: models.CouponRedemptionBatchRequest,
) -> models.CouponRedemptionBatch:
    """Read many coupon redemptions at once."""
    return operations_.batch_get_coupon_redemptions(body=body)


@router.get(
    "/v1/coupon-redemptions/{coupon_redemption_id}",
    operation_id="get_coupon_redemption",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_coupon_redemption(
    operations_: Current,
    coupon_redemption_id: Annotated[WholeNumberText, Path()],
) -> models.CouponRedemption:
    """Read one coupon redemption."""
    with declared(exceptions.NotFound):
        return operations_.get_coupon_redemption(coupon_redemption_id=coupon_redemption_id)
