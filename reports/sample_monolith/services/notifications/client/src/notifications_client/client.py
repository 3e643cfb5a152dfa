"""The operations of the service Notifications as methods."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

    def list_messages(
        self,
        *,
        user_id: int | Unset = UNSET,
        order_id: int | Unset = UNSET,
        template_id: int | Unset = UNSET,
        status: Literal["queued", "sent", "failed", "suppressed"] | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.MessagePage:
        """List messages, page by page."""
        call = Call(
            "list_messages",
            "GET",
            "/v1/messages",
            query={"user_id": user_id, "order_id": order_id, "template_id": template_id, "status": status, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.MessagePage)

    def iterate_messages(
        self,
        *,
        user_id: int | Unset = UNSET,
        order_id: int | Unset = UNSET,
        template_id: int | Unset = UNSET,
        status: Literal["queued", "sent", "failed", "suppressed"] | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Message]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_messages(user_id=user_id, order_id=order_id, template_id=template_id, status=status, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def delete_message(
        self,
        message_id: int,
    ) -> None:
        """Delete one message."""
        call = Call(
            "delete_message",
            "DELETE",
            "/v1/messages/" + segment(message_id),
            safe=False,
            key=False,
        )
        self._transport.send(call)

    def get_message(
        self,
        message_id: int,
    ) -> models.Message:
        """Read one message."""
        call = Call(
            "get_message",
            "GET",
            "/v1/messages/" + segment(message_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Message)

    def notifications_notify(
        self,
        key: str,
        user: object | int | None = None,
        to: str = "",
        order: object | int | None = None,
        **context: Any,
    ) -> models.Message:
        """Render a template, keep the message, send it."""
        body = models.NotificationsNotifyRequest.model_validate(given(key=key, user_id=key_of(user, "id"), user=details_of(user, {"email": "email"}), to=to, order_id=key_of(order, "id"), context=context))
        call = Call(
            "notifications_notify",
            "POST",
            "/v1/notifications/notify",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Message)

    def notifications_notify_batch(
        self,
        items: list[models.NotificationsNotifyRequest],
    ) -> models.NotificationsNotifyBatchResult:
        """Many calls of notifications_notify in one request."""
        body = models.NotificationsNotifyBatchRequest.model_validate(given(items=items))
        call = Call(
            "notifications_notify_batch",
            "POST",
            "/v1/notifications/notify/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.NotificationsNotifyBatchResult)

    def notifications_notify_batch_of_any_size(self, requests: Sequence[models.NotificationsNotifyRequest]) -> list[models.Message]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.Message] = []
        for start in range(0, len(requests), 100):
            batch = self.notifications_notify_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results

    def notifications_retry_failed(
        self,
        limit: int = 100,
    ) -> int:
        """Call retry failed."""
        body = models.NotificationsRetryFailedRequest.model_validate(given(limit=limit))
        call = Call(
            "notifications_retry_failed",
            "POST",
            "/v1/notifications/retry-failed",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.NotificationsRetryFailedResult).result

    def get_preference(
        self,
        preference_id: int,
    ) -> models.Preference:
        """Read one preference."""
        call = Call(
            "get_preference",
            "GET",
            "/v1/preferences/" + segment(preference_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Preference)
