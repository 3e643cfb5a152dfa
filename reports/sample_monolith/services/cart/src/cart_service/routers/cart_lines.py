"""Routes of the group cart_lines."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["cart_lines"])


@router.get(
    "/v1/cart-lines",
    operation_id="list_cart_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_cart_lines(
    operations_: Current,
    cart_id: Annotated[WholeNumberText | None, Query()] = None,
    variant_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CartLinePage:
    """List cart lines, page by page."""
    return operations_.list_cart_lines(cart_id=cart_id, variant_id=variant_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/cart-lines/batch-get",
    operation_id="batch_get_cart_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_cart_lines(
    operations_: Current,
    body: models.CartLineBatchRequest,
) -> models.CartLineBatch:
    """Read many cart lines at once."""
    return operations_.batch_get_cart_lines(body=body)


@router.delete(
    "/v1/cart-lines/{cart_line_id}",
    operation_id="delete_cart_line",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_cart_line(
    operations_: Current,
    cart_line_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one cart line."""
    with declared(exceptions.NotFound):
        return operations_.delete_cart_line(cart_line_id=cart_line_id)


@router.get(
    "/v1/cart-lines/{cart_line_id}",
    operation_id="get_cart_line",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_cart_line(
    operations_: Current,
    cart_line_id: Annotated[WholeNumberText, Path()],
) -> models.CartLine:
    """Read one cart line."""
    with declared(exceptions.NotFound):
        return operations_.get_cart_line(cart_line_id=cart_line_id)
