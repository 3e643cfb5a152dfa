"""Routes of the group stock_movements."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["stock_movements"])


@router.get(
    "/v1/stock-movements/{stock_movement_id}",
    operation_id="get_stock_movement",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_stock_movement(
    operations_: Current,
    stock_movement_id: Annotated[WholeNumberText, Path()],
) -> models.StockMovement:
    """Read one stock movement."""
    with declared(exceptions.NotFound):
        return operations_.get_stock_movement(stock_movement_id=stock_movement_id)
