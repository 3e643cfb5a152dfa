"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def get_account(
        self,
    ) -> models.GetAccountResult:
        """The account page: who, points, last orders. One of our busiest pages."""
        raise NotImplementedYet("get_account")

    def post_account(
        self,
        body: models.PostAccountRequest,
    ) -> models.PostAccountResult:
        """The account page: who, points, last orders. One of our busiest pages."""
        raise NotImplementedYet("post_account")

    def post_add_address(
        self,
        body: models.PostAddAddressRequest,
    ) -> models.PostAddAddressResult:
        """POST /account/addresses/."""
        raise NotImplementedYet("post_add_address")

    def get_my_data(
        self,
    ) -> models.GetMyDataResult:
        """GET /account/data/."""
        raise NotImplementedYet("get_my_data")

    def post_forget_me(
        self,
        body: models.PostForgetMeRequest,
    ) -> models.PostForgetMeResult:
        """POST /account/forget/."""
        raise NotImplementedYet("post_forget_me")

    def post_login(
        self,
        body: models.PostLoginRequest,
    ) -> models.PostLoginResult:
        """POST /account/login/."""
        raise NotImplementedYet("post_login")

    def post_logout(
        self,
        body: models.PostLogoutRequest,
    ) -> models.PostLogoutResult:
        """POST /account/logout/."""
        raise NotImplementedYet("post_logout")

    def post_register(
        self,
        body: models.PostRegisterRequest,
    ) -> models.PostRegisterResult:
        """POST /account/register/."""
        raise NotImplementedYet("post_register")

    def post_block_customer(
        self,
        pk: str,
        body: models.PostBlockCustomerRequest,
    ) -> models.PostBlockCustomerResult:
        """POST /account/{pk}/block/."""
        raise NotImplementedYet("post_block_customer")

    def list_addresses(
        self,
        user_id: int | None = None,
        kind: Literal["shipping", "billing"] | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.AddressPage:
        """List addresses, page by page."""
        raise NotImplementedYet("list_addresses")

    def create_address(
        self,
        body: models.AddressCreate,
    ) -> models.Address:
        """Create one address."""
        raise NotImplementedYet("create_address")

    def get_address(
        self,
        address_id: int,
    ) -> models.Address:
        """Read one address."""
        raise NotImplementedYet("get_address")

    def addresses_in_eu(
        self,
        address_id: int,
    ) -> models.AddressesInEuResult:
        """Read in eu."""
        raise NotImplementedYet("addresses_in_eu")

    def addresses_lines(
        self,
        address_id: int,
    ) -> models.AddressesLinesResult:
        """Call lines."""
        raise NotImplementedYet("addresses_lines")

    def list_loyalty_accounts(
        self,
        user_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.LoyaltyAccountPage:
        """List loyalty accounts, page by page."""
        raise NotImplementedYet("list_loyalty_accounts")

    def create_loyalty_account(
        self,
        body: models.LoyaltyAccountCreate,
    ) -> models.LoyaltyAccount:
        """Create one loyalty account."""
        raise NotImplementedYet("create_loyalty_account")

    def batch_get_loyalty_accounts(
        self,
        body: models.LoyaltyAccountBatchRequest,
    ) -> models.LoyaltyAccountBatch:
        """Read many loyalty accounts at once."""
        raise NotImplementedYet("batch_get_loyalty_accounts")

    def get_loyalty_account(
        self,
        loyalty_account_id: int,
    ) -> models.LoyaltyAccount:
        """Read one loyalty account."""
        raise NotImplementedYet("get_loyalty_account")

    def loyalty_expire_points(
        self,
        body: models.LoyaltyExpirePointsRequest,
    ) -> models.LoyaltyExpirePointsResult:
        """Cancel what is left of entries that are a year old; runs at night."""
        raise NotImplementedYet("loyalty_expire_points")

    def loyalty_points_to_spend(
        self,
        body: models.LoyaltyPointsToSpendRequest,
    ) -> models.LoyaltyPointsToSpendResult:
        """How many points can pay for at most ``limit``; an error if there are too few."""
        raise NotImplementedYet("loyalty_points_to_spend")

    def loyalty_spend(
        self,
        body: models.LoyaltySpendRequest,
    ) -> None:
        """Call spend."""
        raise NotImplementedYet("loyalty_spend")

    def loyalty_value_of(
        self,
        body: models.LoyaltyValueOfRequest,
    ) -> models.LoyaltyValueOfResult:
        """Call value of."""
        raise NotImplementedYet("loyalty_value_of")

    def list_users(
        self,
        email: str | None = None,
        segment: Literal["retail", "wholesale", "employee"] | None = None,
        role: Literal["customer", "picker", "finance", "manager"] | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.UserPage:
        """List users, page by page."""
        raise NotImplementedYet("list_users")

    def create_user(
        self,
        body: models.UserCreate,
    ) -> models.User:
        """Create one user."""
        raise NotImplementedYet("create_user")

    def batch_get_users(
        self,
        body: models.UserBatchRequest,
    ) -> models.UserBatch:
        """Read many users at once."""
        raise NotImplementedYet("batch_get_users")

    def delete_user(
        self,
        user_id: int,
    ) -> None:
        """Delete one user."""
        raise NotImplementedYet("delete_user")

    def get_user(
        self,
        user_id: int,
    ) -> models.User:
        """Read one user."""
        raise NotImplementedYet("get_user")

    def users_display_name(
        self,
        user_id: int,
    ) -> models.UsersDisplayNameResult:
        """Call display name."""
        raise NotImplementedYet("users_display_name")

    def users_is_blocked(
        self,
        user_id: int,
    ) -> models.UsersIsBlockedResult:
        """Read is blocked."""
        raise NotImplementedYet("users_is_blocked")

    def users_is_wholesale(
        self,
        user_id: int,
    ) -> models.UsersIsWholesaleResult:
        """Read is wholesale."""
        raise NotImplementedYet("users_is_wholesale")

    def users_may_refund(
        self,
        user_id: int,
    ) -> models.UsersMayRefundResult:
        """Call may refund."""
        raise NotImplementedYet("users_may_refund")

    def users_may_see_reports(
        self,
        user_id: int,
    ) -> models.UsersMaySeeReportsResult:
        """Call may see reports."""
        raise NotImplementedYet("users_may_see_reports")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
