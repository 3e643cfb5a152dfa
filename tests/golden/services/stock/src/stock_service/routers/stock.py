"""Routes of the group stock."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["stock"])


@router.post(
    "/v1/stock/available",
    operation_id="stock_available",
    status_code=200,
    response_model_exclude_unset=True,
)
def stock_available(
    operations_: Current,
    body: models.StockAvailableRequest,
) -> models.StockAvailableResult:
    """What is there."""
    return operations_.stock_available(body=body)


@router.post(
    "/v1/stock/available/batch",
    operation_id="stock_available_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def stock_available_batch(
    operations_: Current,
    body: models.StockAvailableBatchRequest,
) -> models.StockAvailableBatchResult:
    """Many calls of stock_available in one request."""
    return operations_.stock_available_batch(body=body)


@router.post(
    "/v1/stock/reserve",
    operation_id="stock_reserve",
    status_code=200,
    response_model_exclude_unset=True,
)
def stock_reserve(
    operations_: Current,
    body: models.StockReserveRequest,
) -> models.StockReserveResult:
    """Reserve stock."""
    with declared(exceptions.OutOfStock):
        return operations_.stock_reserve(body=body)
