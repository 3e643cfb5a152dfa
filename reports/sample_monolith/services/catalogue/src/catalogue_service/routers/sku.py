"""Routes of the group sku."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["sku"])


@router.post(
    "/v1/sku/{sku}/price",
    operation_id="post_set_price",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_set_price(
    operations_: Current,
    sku: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostSetPriceRequest,
) -> models.PostSetPriceResult:
    """POST /sku/{sku}/price/."""
    with declared(exceptions.InvalidState):
        return operations_.post_set_price(sku=sku, body=body)


@router.post(
    "/v1/sku/{sku}/watch",
    operation_id="post_watch",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_watch(
    operations_: Current,
    sku: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostWatchRequest,
) -> models.PostWatchResult:
    """Tell me when it is back."""
    return operations_.post_watch(sku=sku, body=body)
