"""The operations of the service Customers as methods."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import httpx

from . import models
from .policy import UNSET, Breaker, Policy, Unset
from .transport import Call, Headers, RaiseAs, Transport, answer, details_of, given, key_of, segment, shared_http


class Client:
    """Calls the service; keep one for the life of the process.

    ``headers`` is asked before every call (trace and request identifiers); ``raise_as`` maps the name of a
    problem to what makes the caller's own exception from it.
    """

    def __init__(
        self,
        base_url: str,
        *,
        policy: Policy | None = None,
        headers: Headers = dict,
        raise_as: RaiseAs | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        chosen = policy or Policy()
        self._transport = Transport(
            base_url=base_url.rstrip("/"),
            policy=chosen,
            breaker=Breaker(chosen),
            headers=headers,
            raise_as=raise_as or {},
            http=http or shared_http(),
        )

    def get_account(
        self,
    ) -> models.GetAccountResult:
        """The account page: who, points, last orders. One of our busiest pages."""
        call = Call(
            "get_account",
            "GET",
            "/v1/account",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetAccountResult)

    def post_account(
        self,
        body: models.PostAccountRequest,
    ) -> models.PostAccountResult:
        """The account page: who, points, last orders. One of our busiest pages."""
        body = body
        call = Call(
            "post_account",
            "POST",
            "/v1/account",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostAccountResult)

    def post_add_address(
        self,
        body: models.PostAddAddressRequest,
    ) -> models.PostAddAddressResult:
        """POST /account/addresses/."""
        body = body
        call = Call(
            "post_add_address",
            "POST",
            "/v1/account/addresses",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostAddAddressResult)

    def get_my_data(
        self,
    ) -> models.GetMyDataResult:
        """GET /account/data/."""
        call = Call(
            "get_my_data",
            "GET",
            "/v1/account/data",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetMyDataResult)

    def post_forget_me(
        self,
        body: models.PostForgetMeRequest,
    ) -> models.PostForgetMeResult:
        """POST /account/forget/."""
        body = body
        call = Call(
            "post_forget_me",
            "POST",
            "/v1/account/forget",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostForgetMeResult)

    def post_login(
        self,
        body: models.PostLoginRequest,
    ) -> models.PostLoginResult:
        """POST /account/login/."""
        body = body
        call = Call(
            "post_login",
            "POST",
            "/v1/account/login",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostLoginResult)

    def post_logout(
        self,
        body: models.PostLogoutRequest,
    ) -> models.PostLogoutResult:
        """POST /account/logout/."""
        body = body
        call = Call(
            "post_logout",
            "POST",
            "/v1/account/logout",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostLogoutResult)

    def post_register(
        self,
        body: models.PostRegisterRequest,
    ) -> models.PostRegisterResult:
        """POST /account/register/."""
        body = body
        call = Call(
            "post_register",
            "POST",
            "/v1/account/register",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostRegisterResult)

    def post_block_customer(
        self,
        pk: str,
        body: models.PostBlockCustomerRequest,
    ) -> models.PostBlockCustomerResult:
        """POST /account/{pk}/block/."""
        body = body
        call = Call(
            "post_block_customer",
            "POST",
            "/v1/account/" + segment(pk) + "/block",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostBlockCustomerResult)

    def list_addresses(
        self,
        *,
        user_id: int | Unset = UNSET,
        kind: Literal["shipping", "billing"] | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.AddressPage:
        """List addresses, page by page."""
        call = Call(
            "list_addresses",
            "GET",
            "/v1/addresses",
            query={"user_id": user_id, "kind": kind, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.AddressPage)

    def iterate_addresses(
        self,
        *,
        user_id: int | Unset = UNSET,
        kind: Literal["shipping", "billing"] | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Address]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_addresses(user_id=user_id, kind=kind, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_address(
        self,
        *,
        user_id: int,
        name: str,
        street: str,
        postcode: str,
        city: str,
        kind: Literal["shipping", "billing"] | Unset = UNSET,
        country: str | Unset = UNSET,
        is_default: bool | Unset = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Address:
        """Create one address."""
        body = models.AddressCreate.model_validate(given(user_id=user_id, name=name, street=street, postcode=postcode, city=city, kind=kind, country=country, is_default=is_default, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_address",
            "POST",
            "/v1/addresses",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Address)

    def get_address(
        self,
        address_id: int,
    ) -> models.Address:
        """Read one address."""
        call = Call(
            "get_address",
            "GET",
            "/v1/addresses/" + segment(address_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Address)

    def addresses_in_eu(
        self,
        address_id: int,
    ) -> bool:
        """Read in eu."""
        call = Call(
            "addresses_in_eu",
            "GET",
            "/v1/addresses/" + segment(address_id) + "/in-eu",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.AddressesInEuResult).result

    def addresses_lines(
        self,
        address_id: int,
    ) -> list[str]:
        """Call lines."""
        call = Call(
            "addresses_lines",
            "POST",
            "/v1/addresses/" + segment(address_id) + "/lines",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.AddressesLinesResult).result

    def list_loyalty_accounts(
        self,
        *,
        user_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.LoyaltyAccountPage:
        """List loyalty accounts, page by page."""
        call = Call(
            "list_loyalty_accounts",
            "GET",
            "/v1/loyalty-accounts",
            query={"user_id": user_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyAccountPage)

    def iterate_loyalty_accounts(
        self,
        *,
        user_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.LoyaltyAccount]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_loyalty_accounts(user_id=user_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_loyalty_account(
        self,
        *,
        user_id: int,
        tier: str | Unset = UNSET,
        tier_since: Unset | datetime.date | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.LoyaltyAccount:
        """Create one loyalty account."""
        body = models.LoyaltyAccountCreate.model_validate(given(user_id=user_id, tier=tier, tier_since=tier_since, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_loyalty_account",
            "POST",
            "/v1/loyalty-accounts",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyAccount)

    def batch_get_loyalty_accounts(
        self,
        ids: list[int],
    ) -> models.LoyaltyAccountBatch:
        """Read many loyalty accounts at once."""
        body = models.LoyaltyAccountBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_loyalty_accounts",
            "POST",
            "/v1/loyalty-accounts/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyAccountBatch)

    def get_many_loyalty_accounts(self, ids: Iterable[int]) -> Mapping[int, models.LoyaltyAccount]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.LoyaltyAccount] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_loyalty_accounts(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_loyalty_account(
        self,
        loyalty_account_id: int,
    ) -> models.LoyaltyAccount:
        """Read one loyalty account."""
        call = Call(
            "get_loyalty_account",
            "GET",
            "/v1/loyalty-accounts/" + segment(loyalty_account_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyAccount)

    def loyalty_expire_points(
        self,
        now: Any = None,
    ) -> int:
        """Cancel what is left of entries that are a year old; runs at night."""
        body = models.LoyaltyExpirePointsRequest.model_validate(given(now=now))
        call = Call(
            "loyalty_expire_points",
            "POST",
            "/v1/loyalty/expire-points",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyExpirePointsResult).result

    def loyalty_points_to_spend(
        self,
        user: object | int,
        wanted: int,
        limit: decimal.Decimal,
    ) -> int:
        """How many points can pay for at most ``limit``; an error if there are too few."""
        body = models.LoyaltyPointsToSpendRequest.model_validate(given(user_id=key_of(user, "id"), wanted=wanted, limit=limit))
        call = Call(
            "loyalty_points_to_spend",
            "POST",
            "/v1/loyalty/points-to-spend",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyPointsToSpendResult).result

    def loyalty_spend(
        self,
        user: object | int,
        points: int,
        order: object | int,
    ) -> None:
        """Call spend."""
        body = models.LoyaltySpendRequest.model_validate(given(user_id=key_of(user, "id"), points=points, order_id=key_of(order, "id"), order=details_of(order, {"number": "number"})))
        call = Call(
            "loyalty_spend",
            "POST",
            "/v1/loyalty/spend",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def loyalty_value_of(
        self,
        points: int,
    ) -> decimal.Decimal:
        """Call value of."""
        body = models.LoyaltyValueOfRequest.model_validate(given(points=points))
        call = Call(
            "loyalty_value_of",
            "POST",
            "/v1/loyalty/value-of",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.LoyaltyValueOfResult).result

    def list_users(
        self,
        *,
        email: str | Unset = UNSET,
        segment_: Literal["retail", "wholesale", "employee"] | Unset = UNSET,
        role: Literal["customer", "picker", "finance", "manager"] | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.UserPage:
        """List users, page by page."""
        call = Call(
            "list_users",
            "GET",
            "/v1/users",
            query={"email": email, "segment": segment_, "role": role, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.UserPage)

    def iterate_users(
        self,
        *,
        email: str | Unset = UNSET,
        segment_: Literal["retail", "wholesale", "employee"] | Unset = UNSET,
        role: Literal["customer", "picker", "finance", "manager"] | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.User]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_users(email=email, segment_=segment_, role=role, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_user(
        self,
        *,
        email: str,
        phone: str,
        vat_number: str,
        blocked_reason: str,
        segment_: Literal["retail", "wholesale", "employee"] | Unset = UNSET,
        role: Literal["customer", "picker", "finance", "manager"] | Unset = UNSET,
        marketing_opt_in: bool | Unset = UNSET,
        anonymised_at: Unset | datetime.datetime | None = UNSET,
    ) -> models.User:
        """Create one user."""
        body = models.UserCreate.model_validate(given(email=email, phone=phone, vat_number=vat_number, blocked_reason=blocked_reason, segment=segment_, role=role, marketing_opt_in=marketing_opt_in, anonymised_at=anonymised_at))
        call = Call(
            "create_user",
            "POST",
            "/v1/users",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.User)

    def batch_get_users(
        self,
        ids: list[int],
    ) -> models.UserBatch:
        """Read many users at once."""
        body = models.UserBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_users",
            "POST",
            "/v1/users/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.UserBatch)

    def get_many_users(self, ids: Iterable[int]) -> Mapping[int, models.User]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.User] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_users(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def delete_user(
        self,
        user_id: int,
    ) -> None:
        """Delete one user."""
        call = Call(
            "delete_user",
            "DELETE",
            "/v1/users/" + segment(user_id),
            safe=False,
            key=False,
        )
        self._transport.send(call)

    def get_user(
        self,
        user_id: int,
    ) -> models.User:
        """Read one user."""
        call = Call(
            "get_user",
            "GET",
            "/v1/users/" + segment(user_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.User)

    def users_display_name(
        self,
        user_id: int,
    ) -> str:
        """Call display name."""
        call = Call(
            "users_display_name",
            "POST",
            "/v1/users/" + segment(user_id) + "/display-name",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.UsersDisplayNameResult).result

    def users_is_blocked(
        self,
        user_id: int,
    ) -> bool:
        """Read is blocked."""
        call = Call(
            "users_is_blocked",
            "GET",
            "/v1/users/" + segment(user_id) + "/is-blocked",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.UsersIsBlockedResult).result

    def users_is_wholesale(
        self,
        user_id: int,
    ) -> bool:
        """Read is wholesale."""
        call = Call(
            "users_is_wholesale",
            "GET",
            "/v1/users/" + segment(user_id) + "/is-wholesale",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.UsersIsWholesaleResult).result

    def users_may_refund(
        self,
        user_id: int,
    ) -> bool:
        """Call may refund."""
        call = Call(
            "users_may_refund",
            "POST",
            "/v1/users/" + segment(user_id) + "/may-refund",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.UsersMayRefundResult).result

    def users_may_see_reports(
        self,
        user_id: int,
    ) -> bool:
        """Call may see reports."""
        call = Call(
            "users_may_see_reports",
            "POST",
            "/v1/users/" + segment(user_id) + "/may-see-reports",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.UsersMaySeeReportsResult).result
