"""Routes of the group order_events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["order_events"])


@router.get(
    "/v1/order-events",
    operation_id="list_order_events",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_order_events(
    operations_: Current,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    actor_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.OrderEventPage:
    """List order events, page by page."""
    return operations_.list_order_events(order_id=order_id, actor_id=actor_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/order-events",
    operation_id="create_order_event",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_order_event(
    operations_: Current,
    body: models.OrderEventCreate,
) -> models.OrderEvent:
    """Create one order event."""
    with declared(exceptions.Conflict):
        return operations_.create_order_event(body=body)


@router.get(
    "/v1/order-events/{order_event_id}",
    operation_id="get_order_event",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_order_event(
    operations_: Current,
    order_event_id: Annotated[WholeNumberText, Path()],
) -> models.OrderEvent:
    """Read one order event."""
    with declared(exceptions.NotFound):
        return operations_.get_order_event(order_event_id=order_event_id)
