"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def list_messages(
        self,
        user_id: int | None = None,
        order_id: int | None = None,
        template_id: int | None = None,
        status: Literal["queued", "sent", "failed", "suppressed"] | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.MessagePage:
        """List messages, page by page."""
        raise NotImplementedYet("list_messages")

    def delete_message(
        self,
        message_id: int,
    ) -> None:
        """Delete one message."""
        raise NotImplementedYet("delete_message")

    def get_message(
        self,
        message_id: int,
    ) -> models.Message:
        """Read one message."""
        raise NotImplementedYet("get_message")

    def notifications_notify(
        self,
        body: models.NotificationsNotifyRequest,
    ) -> models.Message:
        """Render a template, keep the message, send it."""
        raise NotImplementedYet("notifications_notify")

    def notifications_notify_batch(
        self,
        body: models.NotificationsNotifyBatchRequest,
    ) -> models.NotificationsNotifyBatchResult:
        """Many calls of notifications_notify in one request."""
        return models.NotificationsNotifyBatchResult(items=in_order(self.notifications_notify, body.items))

    def notifications_retry_failed(
        self,
        body: models.NotificationsRetryFailedRequest,
    ) -> models.NotificationsRetryFailedResult:
        """Call retry failed."""
        raise NotImplementedYet("notifications_retry_failed")

    def get_preference(
        self,
        preference_id: int,
    ) -> models.Preference:
        """Read one preference."""
        raise NotImplementedYet("get_preference")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
