"""Routes of the group order_lines."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["order_lines"])


@router.get(
    "/v1/order-lines",
    operation_id="list_order_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_order_lines(
    operations_: Current,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    variant_id: Annotated[WholeNumberText | None, Query()] = None,
    campaign_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.OrderLinePage:
    """List order lines, page by page."""
    return operations_.list_order_lines(order_id=order_id, variant_id=variant_id, campaign_id=campaign_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/order-lines/batch-get",
    operation_id="batch_get_order_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_order_lines(
    operations_: Current,
    body: models.OrderLineBatchRequest,
) -> models.OrderLineBatch:
    """Read many order lines at once."""
    return operations_.batch_get_order_lines(body=body)


@router.get(
    "/v1/order-lines/{order_line_id}",
    operation_id="get_order_line",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_order_line(
    operations_: Current,
    order_line_id: Annotated[WholeNumberText, Path()],
) -> models.OrderLine:
    """Read one order line."""
    with declared(exceptions.NotFound):
        return operations_.get_order_line(order_line_id=order_line_id)


@router.get(
    "/v1/order-lines/{order_line_id}/total",
    operation_id="order_lines_total",
    status_code=200,
    response_model_exclude_unset=True,
)
def order_lines_total(
    operations_: Current,
    order_line_id: Annotated[WholeNumberText, Path()],
) -> models.OrderLinesTotalResult:
    """Read total."""
    return operations_.order_lines_total(order_line_id=order_line_id)
