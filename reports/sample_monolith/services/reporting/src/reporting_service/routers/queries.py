"""Routes of the group queries."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["queries"])


@router.post(
    "/v1/queries/build-day",
    operation_id="queries_build_day",
    status_code=200,
    response_model_exclude_unset=True,
)
def queries_build_day(
    operations_: Current,
    body: models.QueriesBuildDayRequest,
) -> models.DailySales:
    """Condense a day into the reporting tables; safe to repeat."""
    return operations_.queries_build_day(body=body)
