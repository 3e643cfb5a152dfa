"""The operations of the service Cart as methods, for asyncio."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any, Literal

import httpx

from . import models
from .policy import UNSET, Breaker, Policy, Unset
from .transport import AsyncTransport, Call, Headers, RaiseAs, answer, given, key_of, segment


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

    async def get_cart_page(
        self,
    ) -> models.GetCartPageResult:
        """GET /cart/."""
        call = Call(
            "get_cart_page",
            "GET",
            "/v1/cart",
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.GetCartPageResult)

    async def list_cart_lines(
        self,
        *,
        cart_id: int | Unset = UNSET,
        variant_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CartLinePage:
        """List cart lines, page by page."""
        call = Call(
            "list_cart_lines",
            "GET",
            "/v1/cart-lines",
            query={"cart_id": cart_id, "variant_id": variant_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartLinePage)

    async def iterate_cart_lines(
        self,
        *,
        cart_id: int | Unset = UNSET,
        variant_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.CartLine]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_cart_lines(cart_id=cart_id, variant_id=variant_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def batch_get_cart_lines(
        self,
        ids: list[int],
    ) -> models.CartLineBatch:
        """Read many cart lines at once."""
        body = models.CartLineBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_cart_lines",
            "POST",
            "/v1/cart-lines/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartLineBatch)

    async def get_many_cart_lines(self, ids: Iterable[int]) -> Mapping[int, models.CartLine]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.CartLine] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_cart_lines(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def delete_cart_line(
        self,
        cart_line_id: int,
    ) -> None:
        """Delete one cart line."""
        call = Call(
            "delete_cart_line",
            "DELETE",
            "/v1/cart-lines/" + segment(cart_line_id),
            safe=False,
            key=False,
        )
        await self._transport.send(call)

    async def get_cart_line(
        self,
        cart_line_id: int,
    ) -> models.CartLine:
        """Read one cart line."""
        call = Call(
            "get_cart_line",
            "GET",
            "/v1/cart-lines/" + segment(cart_line_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartLine)

    async def cart_totals_as_dict(
        self,
        cart_totals: models.CartTotals,
    ) -> dict[str, Any]:
        """Call as dict."""
        body = models.CartTotalsAsDictRequest.model_validate(given(cart_totals=cart_totals))
        call = Call(
            "cart_totals_as_dict",
            "POST",
            "/v1/cart-totals/as-dict",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartTotalsAsDictResult).result

    async def cart_totals_total(
        self,
        cart_totals: models.CartTotals,
    ) -> decimal.Decimal:
        """Call total."""
        body = models.CartTotalsTotalRequest.model_validate(given(cart_totals=cart_totals))
        call = Call(
            "cart_totals_total",
            "POST",
            "/v1/cart-totals/total",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartTotalsTotalResult).result

    async def cart_abandoned_carts(
        self,
        now: Any = None,
    ) -> list[models.Cart]:
        """Open carts of known customers that nobody touched for a day."""
        body = models.CartAbandonedCartsRequest.model_validate(given(now=now))
        call = Call(
            "cart_abandoned_carts",
            "POST",
            "/v1/cart/abandoned-carts",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartAbandonedCartsResult).result

    async def cart_add_to_cart(
        self,
        cart: object | int,
        sku: str,
        quantity: int = 1,
    ) -> models.CartLine:
        """Call add to cart."""
        body = models.CartAddToCartRequest.model_validate(given(cart_id=key_of(cart, "id"), sku=sku, quantity=quantity))
        call = Call(
            "cart_add_to_cart",
            "POST",
            "/v1/cart/add-to-cart",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartLine)

    async def cart_add_to_cart_batch(
        self,
        items: list[models.CartAddToCartRequest],
    ) -> models.CartAddToCartBatchResult:
        """Many calls of cart_add_to_cart in one request."""
        body = models.CartAddToCartBatchRequest.model_validate(given(items=items))
        call = Call(
            "cart_add_to_cart_batch",
            "POST",
            "/v1/cart/add-to-cart/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartAddToCartBatchResult)

    async def cart_add_to_cart_batch_of_any_size(self, requests: Sequence[models.CartAddToCartRequest]) -> list[models.CartLine]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.CartLine] = []
        for start in range(0, len(requests), 100):
            batch = await self.cart_add_to_cart_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results

    async def cart_for_request(
        self,
        request: Any,
    ) -> models.Cart:
        """The open cart of the visitor; made when there is none."""
        body = models.CartForRequestRequest.model_validate(given(request=request))
        call = Call(
            "cart_for_request",
            "POST",
            "/v1/cart/cart-for-request",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Cart)

    async def post_cart_coupon(
        self,
        body: models.PostCartCouponRequest,
    ) -> models.PostCartCouponResult:
        """POST /cart/coupon/."""
        body = body
        call = Call(
            "post_cart_coupon",
            "POST",
            "/v1/cart/coupon",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PostCartCouponResult)

    async def post_cart_gift_wrap(
        self,
        body: models.PostCartGiftWrapRequest,
    ) -> models.PostCartGiftWrapResult:
        """POST /cart/gift-wrap/."""
        body = body
        call = Call(
            "post_cart_gift_wrap",
            "POST",
            "/v1/cart/gift-wrap",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PostCartGiftWrapResult)

    async def get_cart_items(
        self,
    ) -> models.GetCartItemsResult:
        """GET /cart/items/."""
        call = Call(
            "get_cart_items",
            "GET",
            "/v1/cart/items",
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.GetCartItemsResult)

    async def patch_cart_items(
        self,
        body: models.PatchCartItemsRequest,
    ) -> models.PatchCartItemsResult:
        """PATCH /cart/items/."""
        body = body
        call = Call(
            "patch_cart_items",
            "PATCH",
            "/v1/cart/items",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PatchCartItemsResult)

    async def post_cart_items(
        self,
        body: models.PostCartItemsRequest,
    ) -> models.PostCartItemsResult:
        """POST /cart/items/."""
        body = body
        call = Call(
            "post_cart_items",
            "POST",
            "/v1/cart/items",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PostCartItemsResult)

    async def cart_merge_session_cart(
        self,
        request: Any,
        user: Any,
    ) -> models.Cart | None:
        """Pour the cart of the session into the cart of the user."""
        body = models.CartMergeSessionCartRequest.model_validate(given(request=request, user=user))
        call = Call(
            "cart_merge_session_cart",
            "POST",
            "/v1/cart/merge-session-cart",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartMergeSessionCartResult).result

    async def cart_price_cart(
        self,
        cart: object | int,
        user: object | int | None = None,
        method: object | int | None = None,
        country: str = "",
    ) -> models.CartTotals:
        """Everything the customer will pay, line by line. The checkout calls this too."""
        body = models.CartPriceCartRequest.model_validate(given(cart_id=key_of(cart, "id"), user_id=key_of(user, "id"), method_id=key_of(method, "id"), country=country))
        call = Call(
            "cart_price_cart",
            "POST",
            "/v1/cart/price-cart",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartTotals)

    async def list_carts(
        self,
        *,
        user_id: int | Unset = UNSET,
        status: Literal["open", "ordered", "merged"] | Unset = UNSET,
        coupon_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CartPage:
        """List carts, page by page."""
        call = Call(
            "list_carts",
            "GET",
            "/v1/carts",
            query={"user_id": user_id, "status": status, "coupon_id": coupon_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartPage)

    async def iterate_carts(
        self,
        *,
        user_id: int | Unset = UNSET,
        status: Literal["open", "ordered", "merged"] | Unset = UNSET,
        coupon_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.Cart]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_carts(user_id=user_id, status=status, coupon_id=coupon_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_cart(
        self,
        *,
        user_id: Unset | int | None = UNSET,
        status: Literal["open", "ordered", "merged"] | Unset = UNSET,
        coupon_id: Unset | int | None = UNSET,
        gift_wrap: bool | Unset = UNSET,
        reminded_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Cart:
        """Create one cart."""
        body = models.CartCreate.model_validate(given(user_id=user_id, status=status, coupon_id=coupon_id, gift_wrap=gift_wrap, reminded_at=reminded_at, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_cart",
            "POST",
            "/v1/carts",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Cart)

    async def batch_get_carts(
        self,
        ids: list[int],
    ) -> models.CartBatch:
        """Read many carts at once."""
        body = models.CartBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_carts",
            "POST",
            "/v1/carts/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartBatch)

    async def get_many_carts(self, ids: Iterable[int]) -> Mapping[int, models.Cart]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Cart] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_carts(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def carts_count_batch(
        self,
        items: list[models.CartsCountBatchItem],
    ) -> models.CartsCountBatchResult:
        """Many calls of carts_count in one request."""
        body = models.CartsCountBatchRequest.model_validate(given(items=items))
        call = Call(
            "carts_count_batch",
            "POST",
            "/v1/carts/count/batch",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartsCountBatchResult)

    async def carts_count_batch_of_any_size(self, requests: Sequence[models.CartsCountBatchItem]) -> list[int]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[int] = []
        for start in range(0, len(requests), 100):
            batch = await self.carts_count_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    async def delete_cart(
        self,
        cart_id: int,
    ) -> None:
        """Delete one cart."""
        call = Call(
            "delete_cart",
            "DELETE",
            "/v1/carts/" + segment(cart_id),
            safe=False,
            key=False,
        )
        await self._transport.send(call)

    async def get_cart(
        self,
        cart_id: int,
    ) -> models.Cart:
        """Read one cart."""
        call = Call(
            "get_cart",
            "GET",
            "/v1/carts/" + segment(cart_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.Cart)

    async def update_cart(
        self,
        cart_id: int,
        *,
        user_id: Unset | int | None = UNSET,
        status: Literal["open", "ordered", "merged"] | Unset = UNSET,
        coupon_id: Unset | int | None = UNSET,
        gift_wrap: bool | Unset = UNSET,
        reminded_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Cart:
        """Change fields of one cart."""
        body = models.CartUpdate.model_validate(given(user_id=user_id, status=status, coupon_id=coupon_id, gift_wrap=gift_wrap, reminded_at=reminded_at, created_at=created_at, updated_at=updated_at))
        call = Call(
            "update_cart",
            "PATCH",
            "/v1/carts/" + segment(cart_id),
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Cart)

    async def carts_count(
        self,
        cart_id: int,
    ) -> int:
        """Call count."""
        call = Call(
            "carts_count",
            "POST",
            "/v1/carts/" + segment(cart_id) + "/count",
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartsCountResult).result

    async def carts_is_empty(
        self,
        cart_id: int,
    ) -> bool:
        """Call is empty."""
        call = Call(
            "carts_is_empty",
            "POST",
            "/v1/carts/" + segment(cart_id) + "/is-empty",
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CartsIsEmptyResult).result
