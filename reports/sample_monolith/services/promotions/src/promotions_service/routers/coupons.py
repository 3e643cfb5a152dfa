"""Routes of the group coupons."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["coupons"])


@router.get(
    "/v1/coupons",
    operation_id="list_coupons",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_coupons(
    operations_: Current,
    code: Annotated[Annotated[str, Field(max_length=24)] | None, Query()] = None,
    kind: Annotated[Literal["percent", "amount", "shipping"] | None, Query()] = None,
    reserved_for_id: Annotated[WholeNumberText | None, Query()] = None,
    created_by_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CouponPage:
    """List coupons, page by page."""
    return operations_.list_coupons(code=code, kind=kind, reserved_for_id=reserved_for_id, created_by_id=created_by_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/coupons",
    operation_id="create_coupon",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_coupon(
    operations_: Current,
    body: models.CouponCreate,
) -> models.Coupon:
    """Create one coupon."""
    with declared(exceptions.Conflict):
        return operations_.create_coupon(body=body)


@router.post(
    "/v1/coupons/batch-get",
    operation_id="batch_get_coupons",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_coupons(
    operations_: Current,
    body: models.CouponBatchRequest,
) -> models.CouponBatch:
    """Read many coupons at once."""
    return operations_.batch_get_coupons(body=body)


@router.get(
    "/v1/coupons/{coupon_id}",
    operation_id="get_coupon",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_coupon(
    operations_: Current,
    coupon_id: Annotated[WholeNumberText, Path()],
) -> models.Coupon:
    """Read one coupon."""
    with declared(exceptions.NotFound):
        return operations_.get_coupon(coupon_id=coupon_id)
