"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import Day, DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class Address(Model):
    """Address."""

    id: WholeNumber
    user_id: WholeNumber
    kind: Literal["shipping", "billing"]
    name: Annotated[str, Field(max_length=120)]
    street: Annotated[str, Field(max_length=200)]
    postcode: Annotated[str, Field(max_length=12)]
    city: Annotated[str, Field(max_length=80)]
    country: Annotated[str, Field(max_length=2)]
    is_default: YesNo
    created_at: Timestamp
    updated_at: Timestamp


class AddressCreate(Model):
    """AddressCreate."""

    user_id: WholeNumber
    kind: Omittable[Literal["shipping", "billing"]] = None
    name: Annotated[str, Field(max_length=120)]
    street: Annotated[str, Field(max_length=200)]
    postcode: Annotated[str, Field(max_length=12)]
    city: Annotated[str, Field(max_length=80)]
    country: Omittable[Annotated[str, Field(max_length=2)]] = None
    is_default: Omittable[YesNo] = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class AddressPage(Model):
    """AddressPage."""

    items: Annotated[list[Address], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class AddressesInEuResult(Model):
    """AddressesInEuResult."""

    result: YesNo


class AddressesLinesResult(Model):
    """AddressesLinesResult."""

    result: list[str]


class CapturedEvent(Model):
    """CapturedEvent."""

    order_id: WholeNumber
    payment_id: WholeNumber


class GetAccountResult(OpenModel):
    """GetAccountResult."""


class GetMyDataResult(OpenModel):
    """GetMyDataResult."""


class LoyaltyAccount(Model):
    """LoyaltyAccount."""

    id: WholeNumber
    user_id: WholeNumber
    tier: Annotated[str, Field(max_length=10)]
    tier_since: Day | None
    created_at: Timestamp
    updated_at: Timestamp


class LoyaltyAccountBatch(Model):
    """LoyaltyAccountBatch."""

    items: list[LoyaltyAccount]
    missing: list[WholeNumber]


class LoyaltyAccountBatchRequest(Model):
    """LoyaltyAccountBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class LoyaltyAccountCreate(Model):
    """LoyaltyAccountCreate."""

    user_id: WholeNumber
    tier: Omittable[Annotated[str, Field(max_length=10)]] = None
    tier_since: Day | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class LoyaltyAccountPage(Model):
    """LoyaltyAccountPage."""

    items: Annotated[list[LoyaltyAccount], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class LoyaltyExpirePointsRequest(Model):
    """LoyaltyExpirePointsRequest."""

    now: Any = None


class LoyaltyExpirePointsResult(Model):
    """LoyaltyExpirePointsResult."""

    result: WholeNumber


class LoyaltyPointsToSpendRequest(Model):
    """LoyaltyPointsToSpendRequest."""

    user_id: WholeNumber
    wanted: WholeNumber
    limit: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class LoyaltyPointsToSpendResult(Model):
    """LoyaltyPointsToSpendResult."""

    result: WholeNumber


class LoyaltySpendOrder(Model):
    """What loyalty_spend uses of a row of orders_order."""

    number: Annotated[str, Field(max_length=20)]


class LoyaltySpendRequest(Model):
    """LoyaltySpendRequest."""

    user_id: WholeNumber
    points: WholeNumber
    order_id: WholeNumber
    order: LoyaltySpendOrder | None = None


class LoyaltyValueOfRequest(Model):
    """LoyaltyValueOfRequest."""

    points: WholeNumber


class LoyaltyValueOfResult(Model):
    """LoyaltyValueOfResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class OrderCancelledEvent(Model):
    """OrderCancelledEvent."""

    order_id: WholeNumber
    reason: str


class PostAccountRequest(OpenModel):
    """PostAccountRequest."""


class PostAccountResult(OpenModel):
    """PostAccountResult."""


class PostAddAddressRequest(OpenModel):
    """PostAddAddressRequest."""


class PostAddAddressResult(OpenModel):
    """PostAddAddressResult."""


class PostBlockCustomerRequest(OpenModel):
    """PostBlockCustomerRequest."""


class PostBlockCustomerResult(OpenModel):
    """PostBlockCustomerResult."""


class PostForgetMeRequest(OpenModel):
    """PostForgetMeRequest."""


class PostForgetMeResult(OpenModel):
    """PostForgetMeResult."""


class PostLoginRequest(OpenModel):
    """PostLoginRequest."""


class PostLoginResult(OpenModel):
    """PostLoginResult."""


class PostLogoutRequest(OpenModel):
    """PostLogoutRequest."""


class PostLogoutResult(OpenModel):
    """PostLogoutResult."""


class PostRegisterRequest(OpenModel):
    """PostRegisterRequest."""


class PostRegisterResult(OpenModel):
    """PostRegisterResult."""


class ReturnReceivedEvent(Model):
    """ReturnReceivedEvent."""

    return_request_id: WholeNumber


class User(Model):
    """Customers and staff are the same table."""

    id: WholeNumber
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    phone: Annotated[str, Field(max_length=30)]
    segment: Literal["retail", "wholesale", "employee"]
    role: Literal["customer", "picker", "finance", "manager"]
    vat_number: Annotated[str, Field(max_length=20)]
    marketing_opt_in: YesNo
    blocked_reason: Annotated[str, Field(max_length=200)]
    anonymised_at: Timestamp | None


class UserBatch(Model):
    """UserBatch."""

    items: list[User]
    missing: list[WholeNumber]


class UserBatchRequest(Model):
    """UserBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class UserCreate(Model):
    """UserCreate."""

    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    phone: Annotated[str, Field(max_length=30)]
    segment: Omittable[Literal["retail", "wholesale", "employee"]] = None
    role: Omittable[Literal["customer", "picker", "finance", "manager"]] = None
    vat_number: Annotated[str, Field(max_length=20)]
    marketing_opt_in: Omittable[YesNo] = None
    blocked_reason: Annotated[str, Field(max_length=200)]
    anonymised_at: Timestamp | None = None


class UserPage(Model):
    """UserPage."""

    items: Annotated[list[User], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class UsersDisplayNameResult(Model):
    """UsersDisplayNameResult."""

    result: str


class UsersIsBlockedResult(Model):
    """UsersIsBlockedResult."""

    result: YesNo


class UsersIsWholesaleResult(Model):
    """UsersIsWholesaleResult."""

    result: YesNo


class UsersMayRefundResult(Model):
    """UsersMayRefundResult."""

    result: YesNo


class UsersMaySeeReportsResult(Model):
    """UsersMaySeeReportsResult."""

    result: YesNo
