"""Routes of the group shipping_methods."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["shipping_methods"])


@router.get(
    "/v1/shipping-methods",
    operation_id="list_shipping_methods",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_shipping_methods(
    operations_: Current,
    carrier_id: Annotated[WholeNumberText | None, Query()] = None,
    zone_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ShippingMethodPage:
    """List shipping methods, page by page."""
    return operations_.list_shipping_methods(carrier_id=carrier_id, zone_id=zone_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/shipping-methods",
    operation_id="create_shipping_method",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_shipping_method(
    operations_: Current,
    body: models.ShippingMethodCreate,
) -> models.ShippingMethod:
    """Create one shipping method."""
    with declared(exceptions.Conflict):
        return operations_.create_shipping_method(body=body)


@router.post(
    "/v1/shipping-methods/batch-get",
    operation_id="batch_get_shipping_methods",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_shipping_methods(
    operations_: Current,
    body: models.ShippingMethodBatchRequest,
) -> models.ShippingMethodBatch:
    """Read many shipping methods at once."""
    return operations_.batch_get_shipping_methods(body=body)


@router.get(
    "/v1/shipping-methods/{shipping_method_id}",
    operation_id="get_shipping_method",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_shipping_method(
    operations_: Current,
    shipping_method_id: Annotated[WholeNumberText, Path()],
) -> models.ShippingMethod:
    """Read one shipping method."""
    with declared(exceptions.NotFound):
        return operations_.get_shipping_method(shipping_method_id=shipping_method_id)
