"""Routes of the group loyalty."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["loyalty"])


@router.post(
    "/v1/loyalty/expire-points",
    operation_id="loyalty_expire_points",
    status_code=200,
    response_model_exclude_unset=True,
)
def loyalty_expire_points(
    operations_: Current,
    body: models.LoyaltyExpirePointsRequest,
) -> models.LoyaltyExpirePointsResult:
    """Cancel what is left of entries that are a year old; runs at night."""
    return operations_.loyalty_expire_points(body=body)


@router.post(
    "/v1/loyalty/points-to-spend",
    operation_id="loyalty_points_to_spend",
    status_code=200,
    response_model_exclude_unset=True,
)
def loyalty_points_to_spend(
    operations_: Current,
    body: models.LoyaltyPointsToSpendRequest,
) -> models.LoyaltyPointsToSpendResult:
    """How many points can pay for at most ``limit``; an error if there are too few."""
    with declared(exceptions.NotEnoughPoints):
        return operations_.loyalty_points_to_spend(body=body)


@router.post(
    "/v1/loyalty/spend",
    operation_id="loyalty_spend",
    status_code=204,
    response_model_exclude_unset=True,
)
def loyalty_spend(
    operations_: Current,
    body: models.LoyaltySpendRequest,
) -> None:
    """Call spend."""
    with declared(exceptions.NotEnoughPoints):
        return operations_.loyalty_spend(body=body)


@router.post(
    "/v1/loyalty/value-of",
    operation_id="loyalty_value_of",
    status_code=200,
    response_model_exclude_unset=True,
)
def loyalty_value_of(
    operations_: Current,
    body: models.LoyaltyValueOfRequest,
) -> models.LoyaltyValueOfResult:
    """Call value of."""
    return operations_.loyalty_value_of(body=body)
