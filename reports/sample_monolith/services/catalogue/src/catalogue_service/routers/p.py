"""Routes of the group p."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["p"])


@router.get(
    "/v1/p/{slug}",
    operation_id="get_product_page",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_product_page(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetProductPageResult:
    """GET /p/{slug}/."""
    return operations_.get_product_page(slug=slug)


@router.post(
    "/v1/p/{slug}/favourite",
    operation_id="post_favourite",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_favourite(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostFavouriteRequest,
) -> models.PostFavouriteResult:
    """POST /p/{slug}/favourite/."""
    return operations_.post_favourite(slug=slug, body=body)


@router.get(
    "/v1/p/{slug}/json",
    operation_id="get_product_json",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_product_json(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetProductJsonResult:
    """GET /p/{slug}/json/."""
    return operations_.get_product_json(slug=slug)


@router.post(
    "/v1/p/{slug}/json",
    operation_id="post_product_json",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_product_json(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostProductJsonRequest,
) -> models.PostProductJsonResult:
    """POST /p/{slug}/json/."""
    return operations_.post_product_json(slug=slug, body=body)


@router.post(
    "/v1/p/{slug}/merge",
    operation_id="post_merge_products",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_merge_products(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostMergeProductsRequest,
) -> models.PostMergeProductsResult:
    """POST /p/{slug}/merge/."""
    with declared(exceptions.InvalidState):
        return operations_.post_merge_products(slug=slug, body=body)


@router.post(
    "/v1/p/{slug}/review",
    operation_id="post_review",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_review(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostReviewRequest,
) -> models.PostReviewResult:
    """POST /p/{slug}/review/."""
    with declared(exceptions.NotAllowed, exceptions.InvalidState):
        return operations_.post_review(slug=slug, body=body)
