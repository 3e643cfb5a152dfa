"""Routes of the group stock_items."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["stock_items"])


@router.get(
    "/v1/stock-items/{stock_item_sku}",
    operation_id="get_stock_item",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_stock_item(
    operations_: Current,
    stock_item_sku: Annotated[Annotated[str, Field(min_length=1, max_length=32)], Path()],
) -> models.StockItem:
    """Read one stock item."""
    with declared(exceptions.NotFound):
        return operations_.get_stock_item(stock_item_sku=stock_item_sku)
