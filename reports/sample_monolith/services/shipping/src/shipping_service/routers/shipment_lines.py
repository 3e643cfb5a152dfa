"""Routes of the group shipment_lines."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["shipment_lines"])


@router.get(
    "/v1/shipment-lines",
    operation_id="list_shipment_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_shipment_lines(
    operations_: Current,
    shipment_id: Annotated[WholeNumberText | None, Query()] = None,
    order_line_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ShipmentLinePage:
    """List shipment lines, page by page."""
    return operations_.list_shipment_lines(shipment_id=shipment_id, order_line_id=order_line_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/shipment-lines/batch-get",
    operation_id="batch_get_shipment_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_shipment_lines(
    operations_: Current,
    body: models.ShipmentLineBatchRequest,
) -> models.ShipmentLineBatch:
    """Read many shipment lines at once."""
    return operations_.batch_get_shipment_lines(body=body)


@router.get(
    "/v1/shipment-lines/{shipment_line_id}",
    operation_id="get_shipment_line",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_shipment_line(
    operations_: Current,
    shipment_line_id: Annotated[WholeNumberText, Path()],
) -> models.ShipmentLine:
    """Read one shipment line."""
    with declared(exceptions.NotFound):
        return operations_.get_shipment_line(shipment_line_id=shipment_line_id)
