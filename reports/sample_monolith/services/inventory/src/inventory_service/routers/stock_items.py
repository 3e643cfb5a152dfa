"""Routes of the group stock_items."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["stock_items"])


@router.get(
    "/v1/stock-items",
    operation_id="list_stock_items",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_stock_items(
    operations_: Current,
    variant_id: Annotated[WholeNumberText | None, Query()] = None,
    warehouse_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.StockItemPage:
    """List stock items, page by page."""
    return operations_.list_stock_items(variant_id=variant_id, warehouse_id=warehouse_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/stock-items",
    operation_id="create_stock_item",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_stock_item(
    operations_: Current,
    body: models.StockItemCreate,
) -> models.StockItem:
    """Create one stock item."""
    with declared(exceptions.Conflict):
        return operations_.create_stock_item(body=body)


@router.post(
    "/v1/stock-items/batch-get",
    operation_id="batch_get_stock_items",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_stock_items(
    operations_: Current,
    body: models.StockItemBatchRequest,
) -> models.StockItemBatch:
    """Read many stock items at once."""
    return operations_.batch_get_stock_items(body=body)


@router.get(
    "/v1/stock-items/{stock_item_id}",
    operation_id="get_stock_item",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_stock_item(
    operations_: Current,
    stock_item_id: Annotated[WholeNumberText, Path()],
) -> models.StockItem:
    """Read one stock item."""
    with declared(exceptions.NotFound):
        return operations_.get_stock_item(stock_item_id=stock_item_id)


@router.patch(
    "/v1/stock-items/{stock_item_id}",
    operation_id="update_stock_item",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_stock_item(
    operations_: Current,
    stock_item_id: Annotated[WholeNumberText, Path()],
    body: models.StockItemUpdate,
) -> models.StockItem:
    """Change fields of one stock item."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_stock_item(stock_item_id=stock_item_id, body=body)
