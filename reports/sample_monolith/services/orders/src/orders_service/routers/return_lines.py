"""Routes of the group return_lines."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["return_lines"])


@router.get(
    "/v1/return-lines",
    operation_id="list_return_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_return_lines(
    operations_: Current,
    return_request_id: Annotated[WholeNumberText | None, Query()] = None,
    order_line_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ReturnLinePage:
    """List return lines, page by page."""
    return operations_.list_return_lines(return_request_id=return_request_id, order_line_id=order_line_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/return-lines/value/batch",
    operation_id="return_lines_value_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def return_lines_value_batch(
    operations_: Current,
    body: models.ReturnLinesValueBatchRequest,
) -> models.ReturnLinesValueBatchResult:
    """Many calls of return_lines_value in one request."""
    return operations_.return_lines_value_batch(body=body)


@router.get(
    "/v1/return-lines/{return_line_id}",
    operation_id="get_return_line",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_return_line(
    operations_: Current,
    return_line_id: Annotated[WholeNumberText, Path()],
) -> models.ReturnLine:
    """Read one return line."""
    with declared(exceptions.NotFound):
        return operations_.get_return_line(return_line_id=return_line_id)


@router.post(
    "/v1/return-lines/{return_line_id}/value",
    operation_id="return_lines_value",
    status_code=200,
    response_model_exclude_unset=True,
)
def return_lines_value(
    operations_: Current,
    return_line_id: Annotated[WholeNumberText, Path()],
) -> models.ReturnLinesValueResult:
    """What the customer paid for these pieces, after the line's share of the discount."""
    return operations_.return_lines_value(return_line_id=return_line_id)
