"""Routes of the group root."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["root"])


@router.get(
    "/v1",
    operation_id="get_search",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_search(
    operations_: Current,
) -> models.GetSearchResult:
    """GET /."""
    return operations_.get_search()


@router.post(
    "/v1",
    operation_id="post_search",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_search(
    operations_: Current,
    body: models.PostSearchRequest,
) -> models.PostSearchResult:
    """``GET /?q=...`` as JSON; the shop's front page calls it while people type."""
    return operations_.post_search(body=body)
