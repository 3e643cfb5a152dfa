"""Routes of the group brands."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["brands"])


@router.get(
    "/v1/brands",
    operation_id="list_brands",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_brands(
    operations_: Current,
    name: Annotated[Annotated[str, Field(max_length=80)] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.BrandPage:
    """List brands, page by page."""
    return operations_.list_brands(name=name, cursor=cursor, limit=limit)


@router.post(
    "/v1/brands",
    operation_id="create_brand",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_brand(
    operations_: Current,
    body: models.BrandCreate,
) -> models.Brand:
    """Create one brand."""
    with declared(exceptions.Conflict):
        return operations_.create_brand(body=body)


@router.post(
    "/v1/brands/batch-get",
    operation_id="batch_get_brands",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_brands(
    operations_: Current,
    body: models.BrandBatchRequest,
) -> models.BrandBatch:
    """Read many brands at once."""
    return operations_.batch_get_brands(body=body)


@router.get(
    "/v1/brands/{brand_id}",
    operation_id="get_brand",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_brand(
    operations_: Current,
    brand_id: Annotated[WholeNumberText, Path()],
) -> models.Brand:
    """Read one brand."""
    with declared(exceptions.NotFound):
        return operations_.get_brand(brand_id=brand_id)
