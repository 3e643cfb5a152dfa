"""The operations of the service Shop as methods, for asyncio."""

from __future__ import annotations

from typing import Any

import httpx

from . import models
from .policy import Breaker, Policy
from .transport import AsyncTransport, Call, Headers, RaiseAs, answer, given


class AsyncClient:
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
        http: httpx.AsyncClient | None = None,
    ) -> None:
        chosen = policy or Policy()
        self._transport = AsyncTransport(
            base_url=base_url.rstrip("/"),
            policy=chosen,
            breaker=Breaker(chosen),
            headers=headers,
            raise_as=raise_as or {},
            http=http,
        )

    async def shop_celery_send_task(
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
        response = await self._transport.send(call)
        return answer(response, models.ShopCelerySendTaskResult).result
