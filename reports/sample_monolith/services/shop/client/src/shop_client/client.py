"""The operations of the service Shop as methods."""

from __future__ import annotations

from typing import Any

import httpx

from . import models
from .policy import Breaker, Policy
from .transport import Call, Headers, RaiseAs, Transport, answer, given, shared_http


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

    def shop_celery_send_task(
        self,
        name: Any,
        args: Any = None,
        kwargs: Any = None,
        **options: Any,
    ) -> Any:
        """Call send task."""
        body = models.ShopCelerySendTaskRequest.model_validate(given(name=name, args=args, kwargs=kwargs, options=options))
        call = Call(
            "shop_celery_send_task",
            "POST",
            "/v1/shop-celery/send-task",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ShopCelerySendTaskResult).result
