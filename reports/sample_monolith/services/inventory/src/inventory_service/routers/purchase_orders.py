"""Routes of the group purchase_orders."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["purchase_orders"])


@router.get(
    "/v1/purchase-orders",
    operation_id="list_purchase_orders",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_purchase_orders(
    operations_: Current,
    supplier_id: Annotated[WholeNumberText | None, Query()] = None,
    warehouse_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["open", "received"] | None, Query()] = None,
    created_by_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.PurchaseOrderPage:
    """List purchase orders, page by page."""
    return operations_.list_purchase_orders(supplier_id=supplier_id, warehouse_id=warehouse_id, status=status, created_by_id=created_by_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/purchase-orders",
    operation_id="create_purchase_order",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_purchase_order(
    operations_: Current,
    body: models.PurchaseOrderCreate,
) -> models.PurchaseOrder:
    """Create one purchase order."""
    with declared(exceptions.Conflict):
        return operations_.create_purchase_order(body=body)


@router.get(
    "/v1/purchase-orders/{purchase_order_id}",
    operation_id="get_purchase_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_purchase_order(
    operations_: Current,
    purchase_order_id: Annotated[WholeNumberText, Path()],
) -> models.PurchaseOrder:
    """Read one purchase order."""
    with declared(exceptions.NotFound):
        return operations_.get_purchase_order(purchase_order_id=purchase_order_id)
