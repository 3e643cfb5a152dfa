"""Routes of the group return_requests."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["return_requests"])


@router.get(
    "/v1/return-requests",
    operation_id="list_return_requests",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_return_requests(
    operations_: Current,
    number: Annotated[Annotated[str, Field(max_length=20)] | None, Query()] = None,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    requested_by_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["requested", "received", "rejected", "refunded"] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ReturnRequestPage:
    """List return requests, page by page."""
    return operations_.list_return_requests(number=number, order_id=order_id, requested_by_id=requested_by_id, status=status, cursor=cursor, limit=limit)


@router.post(
    "/v1/return-requests",
    operation_id="create_return_request",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_return_request(
    operations_: Current,
    body: models.ReturnRequestCreate,
) -> models.ReturnRequest:
    """Create one return request."""
    with declared(exceptions.Conflict):
        return operations_.create_return_request(body=body)


@router.post(
    "/v1/return-requests/batch-get",
    operation_id="batch_get_return_requests",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_return_requests(
    operations_: Current,
    body: models.ReturnRequestBatchRequest,
) -> models.ReturnRequestBatch:
    """Read many return requests at once."""
    return operations_.batch_get_return_requests(body=body)


@router.get(
    "/v1/return-requests/{return_request_id}",
    operation_id="get_return_request",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_return_request(
    operations_: Current,
    return_request_id: Annotated[WholeNumberText, Path()],
) -> models.ReturnRequest:
    """Read one return request."""
    with declared(exceptions.NotFound):
        return operations_.get_return_request(return_request_id=return_request_id)
