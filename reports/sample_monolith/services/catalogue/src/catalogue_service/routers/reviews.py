"""Routes of the group reviews."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["reviews"])


@router.get(
    "/v1/reviews",
    operation_id="list_reviews",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_reviews(
    operations_: Current,
    product_id: Annotated[WholeNumberText | None, Query()] = None,
    author_id: Annotated[WholeNumberText | None, Query()] = None,
    order_line_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ReviewPage:
    """List reviews, page by page."""
    return operations_.list_reviews(product_id=product_id, author_id=author_id, order_line_id=order_line_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/reviews/{pk}/approve",
    operation_id="post_approve_review",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_approve_review(
    operations_: Current,
    pk: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostApproveReviewRequest,
) -> models.PostApproveReviewResult:
    """POST /reviews/{pk}/approve/."""
    return operations_.post_approve_review(pk=pk, body=body)


@router.get(
    "/v1/reviews/{review_id}",
    operation_id="get_review",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_review(
    operations_: Current,
    review_id: Annotated[WholeNumberText, Path()],
) -> models.Review:
    """Read one review."""
    with declared(exceptions.NotFound):
        return operations_.get_review(review_id=review_id)


@router.patch(
    "/v1/reviews/{review_id}",
    operation_id="update_review",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_review(
    operations_: Current,
    review_id: Annotated[WholeNumberText, Path()],
    body: models.ReviewUpdate,
) -> models.Review:
    """Change fields of one review."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_review(review_id=review_id, body=body)
