"""Routes of the group users."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["users"])


@router.get(
    "/v1/users",
    operation_id="list_users",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_users(
    operations_: Current,
    email: Annotated[Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")] | None, Query()] = None,
    segment: Annotated[Literal["retail", "wholesale", "employee"] | None, Query()] = None,
    role: Annotated[Literal["customer", "picker", "finance", "manager"] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.UserPage:
    """List users, page by page."""
    return operations_.list_users(email=email, segment=segment, role=role, cursor=cursor, limit=limit)


@router.post(
    "/v1/users",
    operation_id="create_user",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_user(
    operations_: Current,
    body: models.UserCreate,
) -> models.User:
    """Create one user."""
    with declared(exceptions.Conflict):
        return operations_.create_user(body=body)


@router.post(
    "/v1/users/batch-get",
    operation_id="batch_get_users",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_users(
    operations_: Current,
    body: models.UserBatchRequest,
) -> models.UserBatch:
    """Read many users at once."""
    return operations_.batch_get_users(body=body)


@router.delete(
    "/v1/users/{user_id}",
    operation_id="delete_user",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_user(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one user."""
    with declared(exceptions.NotFound):
        return operations_.delete_user(user_id=user_id)


@router.get(
    "/v1/users/{user_id}",
    operation_id="get_user",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_user(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> models.User:
    """Read one user."""
    with declared(exceptions.NotFound):
        return operations_.get_user(user_id=user_id)


@router.post(
    "/v1/users/{user_id}/display-name",
    operation_id="users_display_name",
    status_code=200,
    response_model_exclude_unset=True,
)
def users_display_name(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> models.UsersDisplayNameResult:
    """Call display name."""
    return operations_.users_display_name(user_id=user_id)


@router.get(
    "/v1/users/{user_id}/is-blocked",
    operation_id="users_is_blocked",
    status_code=200,
    response_model_exclude_unset=True,
)
def users_is_blocked(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> models.UsersIsBlockedResult:
    """Read is blocked."""
    return operations_.users_is_blocked(user_id=user_id)


@router.get(
    "/v1/users/{user_id}/is-wholesale",
    operation_id="users_is_wholesale",
    status_code=200,
    response_model_exclude_unset=True,
)
def users_is_wholesale(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> models.UsersIsWholesaleResult:
    """Read is wholesale."""
    return operations_.users_is_wholesale(user_id=user_id)


@router.post(
    "/v1/users/{user_id}/may-refund",
    operation_id="users_may_refund",
    status_code=200,
    response_model_exclude_unset=True,
)
def users_may_refund(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> models.UsersMayRefundResult:
    """Call may refund."""
    return operations_.users_may_refund(user_id=user_id)


@router.post(
    "/v1/users/{user_id}/may-see-reports",
    operation_id="users_may_see_reports",
    status_code=200,
    response_model_exclude_unset=True,
)
def users_may_see_reports(
    operations_: Current,
    user_id: Annotated[WholeNumberText, Path()],
) -> models.UsersMaySeeReportsResult:
    """Call may see reports."""
    return operations_.users_may_see_reports(user_id=user_id)
