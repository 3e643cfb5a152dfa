"""Routes of the group priced_line."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["priced_line"])


@router.post(
    "/v1/priced-line/total",
    operation_id="priced_line_total",
    status_code=200,
    response_model_exclude_unset=True,
)
def priced_line_total(
    operations_: Current,
    body: models.PricedLineTotalRequest,
) -> models.PricedLineTotalResult:
    """Call total."""
    return operations_.priced_line_total(body=body)
