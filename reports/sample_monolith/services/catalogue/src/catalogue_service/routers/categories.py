"""Routes of the group categories."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["categories"])


@router.get(
    "/v1/categories",
    operation_id="list_categories",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_categories(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(max_length=50)] | None, Query()] = None,
    parent_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CategoryPage:
    """List categories, page by page."""
    return operations_.list_categories(slug=slug, parent_id=parent_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/categories",
    operation_id="create_category",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_category(
    operations_: Current,
    body: models.CategoryCreate,
) -> models.Category:
    """Create one category."""
    with declared(exceptions.Conflict):
        return operations_.create_category(body=body)


@router.post(
    "/v1/categories/batch-get",
    operation_id="batch_get_categories",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_categories(
    operations_: Current,
    body: models.CategoryBatchRequest,
) -> models.CategoryBatch:
    """Read many categories at once."""
    return operations_.batch_get_categories(body=body)


@router.post(
    "/v1/categories/descendant-ids/batch",
    operation_id="categories_descendant_ids_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def categories_descendant_ids_batch(
    operations_: Current,
    body: models.CategoriesDescendantIdsBatchRequest,
) -> models.CategoriesDescendantIdsBatchResult:
    """Many calls of categories_descendant_ids in one request."""
    return operations_.categories_descendant_ids_batch(body=body)


@router.get(
    "/v1/categories/{category_id}",
    operation_id="get_category",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_category(
    operations_: Current,
    category_id: Annotated[WholeNumberText, Path()],
) -> models.Category:
    """Read one category."""
    with declared(exceptions.NotFound):
        return operations_.get_category(category_id=category_id)


@router.post(
    "/v1/categories/{category_id}/descendant-ids",
    operation_id="categories_descendant_ids",
    status_code=200,
    response_model_exclude_unset=True,
)
def categories_descendant_ids(
    operations_: Current,
    category_id: Annotated[WholeNumberText, Path()],
) -> models.CategoriesDescendantIdsResult:
    """Call descendant ids."""
    return operations_.categories_descendant_ids(category_id=category_id)
