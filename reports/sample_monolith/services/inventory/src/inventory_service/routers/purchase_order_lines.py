"""Routes of the group purchase_order_lines."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["purchase_order_lines"])


@router.get(
    "/v1/purchase-order-lines",
    operation_id="list_purchase_order_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_purchase_order_lines(
    operations_: Current,
    purchase_order_id: Annotated[WholeNumberText | None, Query()] = None,
    variant_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.PurchaseOrderLinePage:
    """List purchase order lines, page by page."""
    return operations_.list_purchase_order_lines(purchase_order_id=purchase_order_id, variant_id=variant_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/purchase-order-lines",
    operation_id="create_purchase_order_line",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_purchase_order_line(
    operations_: Current,
    body: models.PurchaseOrderLineCreate,
) -> models.PurchaseOrderLine:
    """Create one purchase order line."""
    with declared(exceptions.Conflict):
        return operations_.create_purchase_order_line(body=body)


@router.post(
    "/v1/purchase-order-lines/batch-get",
    operation_id="batch_get_purchase_order_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_purchase_order_lines(
    operations_: Current,
    body: models.PurchaseOrderLineBatchRequest,
) -> models.PurchaseOrderLineBatch:
    """Read many purchase order lines at once."""
    return operations_.batch_get_purchase_order_lines(body=body)


@router.get(
    "/v1/purchase-order-lines/{purchase_order_line_id}",
    operation_id="get_purchase_order_line",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_purchase_order_line(
    operations_: Current,
    purchase_order_line_id: Annotated[WholeNumberText, Path()],
) -> models.PurchaseOrderLine:
    """Read one purchase order line."""
    with declared(exceptions.NotFound):
        return operations_.get_purchase_order_line(purchase_order_line_id=purchase_order_line_id)
