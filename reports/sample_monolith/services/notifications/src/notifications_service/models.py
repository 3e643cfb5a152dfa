"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class Message(Model):
    """Message."""

    id: WholeNumber
    user_id: WholeNumber | None
    order_id: WholeNumber | None
    template_id: WholeNumber | None
    to: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    subject: Annotated[str, Field(max_length=200)]
    body: str
    status: Literal["queued", "sent", "failed", "suppressed"]
    error: Annotated[str, Field(max_length=200)]
    created_at: Timestamp
    updated_at: Timestamp


class MessagePage(Model):
    """MessagePage."""

    items: Annotated[list[Message], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class NotificationsNotifyBatchRequest(Model):
    """NotificationsNotifyBatchRequest."""

    items: Annotated[list[NotificationsNotifyRequest], Field(min_length=1, max_length=100)]


class NotificationsNotifyBatchResult(Model):
    """NotificationsNotifyBatchResult."""

    items: list[Message]


class NotificationsNotifyRequest(Model):
    """NotificationsNotifyRequest."""

    key: str
    user_id: WholeNumber | None = None
    user: NotificationsNotifyUser | None = None
    to: Omittable[str] = None
    order_id: WholeNumber | None = None
    context: Omittable[dict[str, Any]] = None


class NotificationsNotifyUser(Model):
    """What notifications_notify uses of a row of customers_user."""

    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]


class NotificationsRetryFailedRequest(Model):
    """NotificationsRetryFailedRequest."""

    limit: Omittable[WholeNumber] = None


class NotificationsRetryFailedResult(Model):
    """NotificationsRetryFailedResult."""

    result: WholeNumber


class OrderPlacedEvent(Model):
    """OrderPlacedEvent."""

    order_id: WholeNumber


class PaidEvent(Model):
    """PaidEvent."""

    order_id: WholeNumber
    total: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]


class Preference(Model):
    """Preference."""

    id: WholeNumber
    user_id: WholeNumber
    order_mails: YesNo
    marketing_mails: YesNo
    language: Annotated[str, Field(max_length=5)]


class SendOrderConfirmationTask(Model):
    """SendOrderConfirmationTask."""

    order_id: Any


class SendWelcomeTask(Model):
    """SendWelcomeTask."""

    user_id: WholeNumber
