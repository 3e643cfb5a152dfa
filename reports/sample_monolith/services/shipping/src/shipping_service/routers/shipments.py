"""Routes of the group shipments."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["shipments"])


@router.get(
    "/v1/shipments",
    operation_id="list_shipments",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_shipments(
    operations_: Current,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    warehouse_id: Annotated[WholeNumberText | None, Query()] = None,
    address_id: Annotated[WholeNumberText | None, Query()] = None,
    method_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["open", "dispatched", "delivered", "lost"] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ShipmentPage:
    """List shipments, page by page."""
    return operations_.list_shipments(order_id=order_id, warehouse_id=warehouse_id, address_id=address_id, method_id=method_id, status=status, cursor=cursor, limit=limit)


@router.post(
    "/v1/shipments/batch-get",
    operation_id="batch_get_shipments",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_shipments(
    operations_: Current,
    body: models.ShipmentBatchRequest,
) -> models.ShipmentBatch:
    """Read many shipments at once."""
    return operations_.batch_get_shipments(body=body)


@router.delete(
    "/v1/shipments/{shipment_id}",
    operation_id="delete_shipment",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_shipment(
    operations_: Current,
    shipment_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one shipment."""
    with declared(exceptions.NotFound):
        return operations_.delete_shipment(shipment_id=shipment_id)


@router.get(
    "/v1/shipments/{shipment_id}",
    operation_id="get_shipment",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_shipment(
    operations_: Current,
    shipment_id: Annotated[WholeNumberText, Path()],
) -> models.Shipment:
    """Read one shipment."""
    with declared(exceptions.NotFound):
        return operations_.get_shipment(shipment_id=shipment_id)


@router.patch(
    "/v1/shipments/{shipment_id}",
    operation_id="update_shipment",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_shipment(
    operations_: Current,
    shipment_id: Annotated[WholeNumberText, Path()],
    body: models.ShipmentUpdate,
) -> models.Shipment:
    """Change fields of one shipment."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_shipment(shipment_id=shipment_id, body=body)


@router.post(
    "/v1/shipments/{shipment_id}/tracking-url",
    operation_id="shipments_tracking_url",
    status_code=200,
    response_model_exclude_unset=True,
)
def shipments_tracking_url(
    operations_: Current,
    shipment_id: Annotated[WholeNumberText, Path()],
) -> models.ShipmentsTrackingUrlResult:
    """Call tracking url."""
    return operations_.shipments_tracking_url(shipment_id=shipment_id)
