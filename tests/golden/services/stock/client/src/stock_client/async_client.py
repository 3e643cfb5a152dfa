"""The operations of the service Stock as methods, for asyncio."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import httpx

from . import models
from .policy import Breaker, Policy
from .transport import AsyncTransport, Call, Headers, RaiseAs, answer, given, segment


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

    async def get_stock_item(
        self,
        stock_item_sku: str,
    ) -> models.StockItem:
        """Read one stock item."""
        call = Call(
            "get_stock_item",
            "GET",
            "/v1/stock-items/" + segment(stock_item_sku),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockItem)

    async def stock_available(
        self,
        skus: list[str],
    ) -> dict[str, int]:
        """What is there."""
        body = models.StockAvailableRequest.model_validate(given(skus=skus))
        call = Call(
            "stock_available",
            "POST",
            "/v1/stock/available",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockAvailableResult).result

    async def stock_available_batch(
        self,
        items: list[models.StockAvailableRequest],
    ) -> models.StockAvailableBatchResult:
        """Many calls of stock_available in one request."""
        body = models.StockAvailableBatchRequest.model_validate(given(items=items))
        call = Call(
            "stock_available_batch",
            "POST",
            "/v1/stock/available/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockAvailableBatchResult)

    async def stock_available_batch_of_any_size(self, requests: Sequence[models.StockAvailableRequest]) -> list[dict[str, int]]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[dict[str, int]] = []
        for start in range(0, len(requests), 100):
            batch = await self.stock_available_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    async def stock_reserve(
        self,
        sku: str,
        quantity: int = 1,
        *,
        note: Any = None,
    ) -> int:
        """Reserve stock."""
        body = models.StockReserveRequest.model_validate(given(sku=sku, quantity=quantity, note=note))
        call = Call(
            "stock_reserve",
            "POST",
            "/v1/stock/reserve",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockReserveResult).result
