"""Routes of the group carts."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["carts"])


@router.get(
    "/v1/carts",
    operation_id="list_carts",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_carts(
    operations_: Current,
    user_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["open", "ordered", "merged"] | None, Query()] = None,
    coupon_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CartPage:
    """List carts, page by page."""
    return operations_.list_carts(user_id=user_id, status=status, coupon_id=coupon_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/carts",
    operation_id="create_cart",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_cart(
    operations_: Current,
    body: models.CartCreate,
) -> models.Cart:
    """Create one cart."""
    with declared(exceptions.Conflict):
        return operations_.create_cart(body=body)


@router.post(
    "/v1/carts/batch-get",
    operation_id="batch_get_carts",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_carts(
    operations_: Current,
    body: models.CartBatchRequest,
) -> models.CartBatch:
    """Read many carts at once."""
    return operations_.batch_get_carts(body=body)


@router.post(
    "/v1/carts/count/batch",
    operation_id="carts_count_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def carts_count_batch(
    operations_: Current,
    body: models.CartsCountBatchRequest,
) -> models.CartsCountBatchResult:
    """Many calls of carts_count in one request."""
    return operations_.carts_count_batch(body=body)


@router.delete(
    "/v1/carts/{cart_id}",
    operation_id="delete_cart",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_cart(
    operations_: Current,
    cart_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one cart."""
    with declared(exceptions.NotFound):
        return operations_.delete_cart(cart_id=cart_id)


@router.get(
    "/v1/carts/{cart_id}",
    operation_id="get_cart",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_cart(
    operations_: Current,
    cart_id: Annotated[WholeNumberText, Path()],
) -> models.Cart:
    """Read one cart."""
    with declared(exceptions.NotFound):
        return operations_.get_cart(cart_id=cart_id)


@router.patch(
    "/v1/carts/{cart_id}",
    operation_id="update_cart",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_cart(
    operations_: Current,
    cart_id: Annotated[WholeNumberText, Path()],
    body: models.CartUpdate,
) -> models.Cart:
    """Change fields of one cart."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_cart(cart_id=cart_id, body=body)


@router.post(
    "/v1/carts/{cart_id}/count",
    operation_id="carts_count",
    status_code=200,
    response_model_exclude_unset=True,
)
def carts_count(
    operations_: Current,
    cart_id: Annotated[WholeNumberText, Path()],
) -> models.CartsCountResult:
    """Call count."""
    return operations_.carts_count(cart_id=cart_id)


@router.post(
    "/v1/carts/{cart_id}/is-empty",
    operation_id="carts_is_empty",
    status_code=200,
    response_model_exclude_unset=True,
)
def carts_is_empty(
    operations_: Current,
    cart_id: Annotated[WholeNumberText, Path()],
) -> models.CartsIsEmptyResult:
    """Call is empty."""
    return operations_.carts_is_empty(cart_id=cart_id)
