"""Routes of the group carriers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["carriers"])


@router.get(
    "/v1/carriers",
    operation_id="list_carriers",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_carriers(
    operations_: Current,
    code: Annotated[Annotated[str, Field(max_length=50)] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CarrierPage:
    """List carriers, page by page."""
    return operations_.list_carriers(code=code, cursor=cursor, limit=limit)


@router.post(
    "/v1/carriers",
    operation_id="create_carrier",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_carrier(
    operations_: Current,
    body: models.CarrierCreate,
) -> models.Carrier:
    """Create one carrier."""
    with declared(exceptions.Conflict):
        return operations_.create_carrier(body=body)


@router.post(
    "/v1/carriers/batch-get",
    operation_id="batch_get_carriers",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_carriers(
    operations_: Current,
    body: models.CarrierBatchRequest,
) -> models.CarrierBatch:
    """Read many carriers at once."""
    return operations_.batch_get_carriers(body=body)


@router.get(
    "/v1/carriers/{carrier_id}",
    operation_id="get_carrier",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_carrier(
    operations_: Current,
    carrier_id: Annotated[WholeNumberText, Path()],
) -> models.Carrier:
    """Read one carrier."""
    with declared(exceptions.NotFound):
        return operations_.get_carrier(carrier_id=carrier_id)
