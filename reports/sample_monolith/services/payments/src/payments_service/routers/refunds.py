"""Routes of the group refunds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["refunds"])


@router.get(
    "/v1/refunds",
    operation_id="list_refunds",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_refunds(
    operations_: Current,
    payment_id: Annotated[WholeNumberText | None, Query()] = None,
    return_request_id: Annotated[WholeNumberText | None, Query()] = None,
    created_by_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.RefundPage:
    """List refunds, page by page."""
    return operations_.list_refunds(payment_id=payment_id, return_request_id=return_request_id, created_by_id=created_by_id, cursor=cursor, limit=limit)


@router.get(
    "/v1/refunds/{refund_id}",
    operation_id="get_refund",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_refund(
    operations_: Current,
    refund_id: Annotated[WholeNumberText, Path()],
) -> models.Refund:
    """Read one refund."""
    with declared(exceptions.NotFound):
        return operations_.get_refund(refund_id=refund_id)
