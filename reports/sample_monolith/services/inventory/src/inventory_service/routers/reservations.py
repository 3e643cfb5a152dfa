"""Routes of the group reservations."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["reservations"])


@router.get(
    "/v1/reservations",
    operation_id="list_reservations",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_reservations(
    operations_: Current,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    stock_item_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["open", "received"] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ReservationPage:
    """List reservations, page by page."""
    return operations_.list_reservations(order_id=order_id, stock_item_id=stock_item_id, status=status, cursor=cursor, limit=limit)


@router.post(
    "/v1/reservations",
    operation_id="create_reservation",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_reservation(
    operations_: Current,
    body: models.ReservationCreate,
) -> models.Reservation:
    """Create one reservation."""
    with declared(exceptions.Conflict):
        return operations_.create_reservation(body=body)


@router.post(
    "/v1/reservations/batch-get",
    operation_id="batch_get_reservations",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_reservations(
    operations_: Current,
    body: models.ReservationBatchRequest,
) -> models.ReservationBatch:
    """Read many reservations at once."""
    return operations_.batch_get_reservations(body=body)


@router.get(
    "/v1/reservations/{reservation_id}",
    operation_id="get_reservation",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_reservation(
    operations_: Current,
    reservation_id: Annotated[WholeNumberText, Path()],
) -> models.Reservation:
    """Read one reservation."""
    with declared(exceptions.NotFound):
        return operations_.get_reservation(reservation_id=reservation_id)
