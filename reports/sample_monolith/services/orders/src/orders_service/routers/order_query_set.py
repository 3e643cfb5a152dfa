"""Routes of the group order_query_set."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["order_query_set"])


@router.post(
    "/v1/order-query-set/for-user",
    operation_id="order_query_set_for_user",
    status_code=200,
    response_model_exclude_unset=True,
)
def order_query_set_for_user(
    operations_: Current,
    body: models.OrderQuerySetForUserRequest,
) -> models.OrderQuerySetForUserResult:
    """Call for user."""
    return operations_.order_query_set_for_user(body=body)


@router.post(
    "/v1/order-query-set/turnover",
    operation_id="order_query_set_turnover",
    status_code=200,
    response_model_exclude_unset=True,
)
def order_query_set_turnover(
    operations_: Current,
) -> models.OrderQuerySetTurnoverResult:
    """Call turnover."""
    return operations_.order_query_set_turnover()
