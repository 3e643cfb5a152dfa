"""Routes of the group account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["account"])


@router.get(
    "/v1/account",
    operation_id="get_account",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_account(
    operations_: Current,
) -> models.GetAccountResult:
    """The account page: who, points, last orders. One of our busiest pages."""
    return operations_.get_account()


@router.post(
    "/v1/account",
    operation_id="post_account",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_account(
    operations_: Current,
    body: models.PostAccountRequest,
) -> models.PostAccountResult:
    """The account page: who, points, last orders. One of our busiest pages."""
    return operations_.post_account(body=body)


@router.post(
    "/v1/account/addresses",
    operation_id="post_add_address",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_add_address(
    operations_: Current,
    body: models.PostAddAddressRequest,
) -> models.PostAddAddressResult:
    """POST /account/addresses/."""
    return operations_.post_add_address(body=body)


@router.get(
    "/v1/account/data",
    operation_id="get_my_data",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_my_data(
    operations_: Current,
) -> models.GetMyDataResult:
    """GET /account/data/."""
    return operations_.get_my_data()


@router.post(
    "/v1/account/forget",
    operation_id="post_forget_me",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_forget_me(
    operations_: Current,
    body: models.PostForgetMeRequest,
) -> models.PostForgetMeResult:
    """POST /account/forget/."""
    with declared(exceptions.InvalidState):
        return operations_.post_forget_me(body=body)


@router.post(
    "/v1/account/login",
    operation_id="post_login",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_login(
    operations_: Current,
    body: models.PostLoginRequest,
) -> models.PostLoginResult:
    """POST /account/login/."""
    return operations_.post_login(body=body)


@router.post(
    "/v1/account/logout",
    operation_id="post_logout",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_logout(
    operations_: Current,
    body: models.PostLogoutRequest,
) -> models.PostLogoutResult:
    """POST /account/logout/."""
    return operations_.post_logout(body=body)


@router.post(
    "/v1/account/register",
    operation_id="post_register",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_register(
    operations_: Current,
    body: models.PostRegisterRequest,
) -> models.PostRegisterResult:
    """POST /account/register/."""
    with declared(exceptions.InvalidState):
        return operations_.post_register(body=body)


@router.post(
    "/v1/account/{pk}/block",
    operation_id="post_block_customer",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_block_customer(
    operations_: Current,
    pk: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostBlockCustomerRequest,
) -> models.PostBlockCustomerResult:
    """POST /account/{pk}/block/."""
    return operations_.post_block_customer(pk=pk, body=body)
