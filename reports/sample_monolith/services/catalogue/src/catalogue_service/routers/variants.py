"""Routes of the group variants."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["variants"])


@router.get(
    "/v1/variants",
    operation_id="list_variants",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_variants(
    operations_: Current,
    product_id: Annotated[WholeNumberText | None, Query()] = None,
    sku: Annotated[Annotated[str, Field(max_length=32)] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.VariantPage:
    """List variants, page by page."""
    return operations_.list_variants(product_id=product_id, sku=sku, cursor=cursor, limit=limit)


@router.post(
    "/v1/variants",
    operation_id="create_variant",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_variant(
    operations_: Current,
    body: models.VariantCreate,
) -> models.Variant:
    """Create one variant."""
    with declared(exceptions.Conflict):
        return operations_.create_variant(body=body)


@router.post(
    "/v1/variants/batch-get",
    operation_id="batch_get_variants",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_variants(
    operations_: Current,
    body: models.VariantBatchRequest,
) -> models.VariantBatch:
    """Read many variants at once."""
    return operations_.batch_get_variants(body=body)


@router.get(
    "/v1/variants/{variant_id}",
    operation_id="get_variant",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_variant(
    operations_: Current,
    variant_id: Annotated[WholeNumberText, Path()],
) -> models.Variant:
    """Read one variant."""
    with declared(exceptions.NotFound):
        return operations_.get_variant(variant_id=variant_id)


@router.get(
    "/v1/variants/{variant_id}/title",
    operation_id="variants_title",
    status_code=200,
    response_model_exclude_unset=True,
)
def variants_title(
    operations_: Current,
    variant_id: Annotated[WholeNumberText, Path()],
) -> models.VariantsTitleResult:
    """Read title."""
    return operations_.variants_title(variant_id=variant_id)
