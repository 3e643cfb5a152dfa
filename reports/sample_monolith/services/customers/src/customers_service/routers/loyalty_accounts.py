"""Routes of the group loyalty_accounts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["loyalty_accounts"])


@router.get(
    "/v1/loyalty-accounts",
    operation_id="list_loyalty_accounts",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_loyalty_accounts(
    operations_: Current,
    user_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.LoyaltyAccountPage:
    """List loyalty accounts, page by page."""
    return operations_.list_loyalty_accounts(user_id=user_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/loyalty-accounts",
    operation_id="create_loyalty_account",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_loyalty_account(
    operations_: Current,
    body: models.LoyaltyAccountCreate,
) -> models.LoyaltyAccount:
    """Create one loyalty account."""
    with declared(exceptions.Conflict):
        return operations_.create_loyalty_account(body=body)


@router.post(
    "/v1/loyalty-accounts/batch-get",
    operation_id="batch_get_loyalty_accounts",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_loyalty_accounts(
    operations_: Current,
    body: models.LoyaltyAccountBatchRequest,
) -> models.LoyaltyAccountBatch:
    """Read many loyalty accounts at once."""
    return operations_.batch_get_loyalty_accounts(body=body)


@router.get(
    "/v1/loyalty-accounts/{loyalty_account_id}",
    operation_id="get_loyalty_account",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_loyalty_account(
    operations_: Current,
    loyalty_account_id: Annotated[WholeNumberText, Path()],
) -> models.LoyaltyAccount:
    """Read one loyalty account."""
    with declared(exceptions.NotFound):
        return operations_.get_loyalty_account(loyalty_account_id=loyalty_account_id)
