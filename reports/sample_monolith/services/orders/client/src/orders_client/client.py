"""The operations of the service Orders as methods."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import httpx

from . import models
from .policy import UNSET, Breaker, Policy, Unset
from .transport import Call, Headers, RaiseAs, Transport, answer, given, key_of, segment, shared_http


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

    def list_order_lines(
        self,
        *,
        order_id: int | Unset = UNSET,
        variant_id: int | Unset = UNSET,
        campaign_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.OrderLinePage:
        """List order lines, page by page."""
        call = Call(
            "list_order_lines",
            "GET",
            "/v1/order-lines",
            query={"order_id": order_id, "variant_id": variant_id, "campaign_id": campaign_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderLinePage)

    def iterate_order_lines(
        self,
        *,
        order_id: int | Unset = UNSET,
        variant_id: int | Unset = UNSET,
        campaign_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.OrderLine]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_order_lines(order_id=order_id, variant_id=variant_id, campaign_id=campaign_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def batch_get_order_lines(
        self,
        ids: list[int],
    ) -> models.OrderLineBatch:
        """Read many order lines at once."""
        body = models.OrderLineBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_order_lines",
            "POST",
            "/v1/order-lines/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderLineBatch)

    def get_many_order_lines(self, ids: Iterable[int]) -> Mapping[int, models.OrderLine]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.OrderLine] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_order_lines(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_order_line(
        self,
        order_line_id: int,
    ) -> models.OrderLine:
        """Read one order line."""
        call = Call(
            "get_order_line",
            "GET",
            "/v1/order-lines/" + segment(order_line_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderLine)

    def order_lines_total(
        self,
        order_line_id: int,
    ) -> decimal.Decimal:
        """Read total."""
        call = Call(
            "order_lines_total",
            "GET",
            "/v1/order-lines/" + segment(order_line_id) + "/total",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderLinesTotalResult).result

    def list_orders(
        self,
        *,
        number: str | Unset = UNSET,
        user_id: int | Unset = UNSET,
        cart_id: int | Unset = UNSET,
        status: Literal["requested", "received", "rejected", "refunded"] | Unset = UNSET,
        channel: Literal["web", "phone", "market"] | Unset = UNSET,
        shipping_address_id: int | Unset = UNSET,
        billing_address_id: int | Unset = UNSET,
        coupon_id: int | Unset = UNSET,
        shipping_method_id: int | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.OrderPage:
        """List orders, page by page."""
        call = Call(
            "list_orders",
            "GET",
            "/v1/orders",
            query={"number": number, "user_id": user_id, "cart_id": cart_id, "status": status, "channel": channel, "shipping_address_id": shipping_address_id, "billing_address_id": billing_address_id, "coupon_id": coupon_id, "shipping_method_id": shipping_method_id, "public_id": public_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderPage)

    def iterate_orders(
        self,
        *,
        number: str | Unset = UNSET,
        user_id: int | Unset = UNSET,
        cart_id: int | Unset = UNSET,
        status: Literal["requested", "received", "rejected", "refunded"] | Unset = UNSET,
        channel: Literal["web", "phone", "market"] | Unset = UNSET,
        shipping_address_id: int | Unset = UNSET,
        billing_address_id: int | Unset = UNSET,
        coupon_id: int | Unset = UNSET,
        shipping_method_id: int | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Order]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_orders(number=number, user_id=user_id, cart_id=cart_id, status=status, channel=channel, shipping_address_id=shipping_address_id, billing_address_id=billing_address_id, coupon_id=coupon_id, shipping_method_id=shipping_method_id, public_id=public_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_order(
        self,
        *,
        number: str,
        email: str,
        phone: str,
        ship_to: str,
        bill_to: str,
        gift_message: str,
        customer_note: str,
        internal_note: str,
        user_id: Unset | int | None = UNSET,
        cart_id: Unset | int | None = UNSET,
        status: Literal["requested", "received", "rejected", "refunded"] | Unset = UNSET,
        channel: Literal["web", "phone", "market"] | Unset = UNSET,
        shipping_address_id: Unset | int | None = UNSET,
        billing_address_id: Unset | int | None = UNSET,
        country: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        subtotal: decimal.Decimal | Unset = UNSET,
        discount: decimal.Decimal | Unset = UNSET,
        points_discount: decimal.Decimal | Unset = UNSET,
        shipping_cost: decimal.Decimal | Unset = UNSET,
        wrap_cost: decimal.Decimal | Unset = UNSET,
        vat: decimal.Decimal | Unset = UNSET,
        total: decimal.Decimal | Unset = UNSET,
        refunded: decimal.Decimal | Unset = UNSET,
        points_spent: int | Unset = UNSET,
        coupon_id: Unset | int | None = UNSET,
        shipping_method_id: Unset | int | None = UNSET,
        gift_wrap: bool | Unset = UNSET,
        ip_address: Unset | str | None = UNSET,
        placed_at: datetime.datetime | Unset = UNSET,
        paid_at: Unset | datetime.datetime | None = UNSET,
        shipped_at: Unset | datetime.datetime | None = UNSET,
        completed_at: Unset | datetime.datetime | None = UNSET,
        cancelled_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
    ) -> models.Order:
        """Create one order."""
        body = models.OrderCreate.model_validate(given(number=number, email=email, phone=phone, ship_to=ship_to, bill_to=bill_to, gift_message=gift_message, customer_note=customer_note, internal_note=internal_note, user_id=user_id, cart_id=cart_id, status=status, channel=channel, shipping_address_id=shipping_address_id, billing_address_id=billing_address_id, country=country, currency=currency, subtotal=subtotal, discount=discount, points_discount=points_discount, shipping_cost=shipping_cost, wrap_cost=wrap_cost, vat=vat, total=total, refunded=refunded, points_spent=points_spent, coupon_id=coupon_id, shipping_method_id=shipping_method_id, gift_wrap=gift_wrap, ip_address=ip_address, placed_at=placed_at, paid_at=paid_at, shipped_at=shipped_at, completed_at=completed_at, cancelled_at=cancelled_at, created_at=created_at, updated_at=updated_at, public_id=public_id))
        call = Call(
            "create_order",
            "POST",
            "/v1/orders",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Order)

    def orders_as_dict_batch(
        self,
        items: list[models.OrdersAsDictBatchItem],
    ) -> models.OrdersAsDictBatchResult:
        """Many calls of orders_as_dict in one request."""
        body = models.OrdersAsDictBatchRequest.model_validate(given(items=items))
        call = Call(
            "orders_as_dict_batch",
            "POST",
            "/v1/orders/as-dict/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersAsDictBatchResult)

    def orders_as_dict_batch_of_any_size(self, requests: Sequence[models.OrdersAsDictBatchItem]) -> list[dict[str, Any]]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[dict[str, Any]] = []
        for start in range(0, len(requests), 100):
            batch = self.orders_as_dict_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def batch_get_orders(
        self,
        ids: list[int],
    ) -> models.OrderBatch:
        """Read many orders at once."""
        body = models.OrderBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_orders",
            "POST",
            "/v1/orders/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderBatch)

    def get_many_orders(self, ids: Iterable[int]) -> Mapping[int, models.Order]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Order] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_orders(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_order_page(
        self,
        number: str,
    ) -> models.GetOrderPageResult:
        """GET /orders/{number}/."""
        call = Call(
            "get_order_page",
            "GET",
            "/v1/orders/by-number/" + segment(number),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetOrderPageResult)

    def post_order_again(
        self,
        number: str,
        body: models.PostOrderAgainRequest,
    ) -> models.PostOrderAgainResult:
        """POST /orders/{number}/again/."""
        body = body
        call = Call(
            "post_order_again",
            "POST",
            "/v1/orders/by-number/" + segment(number) + "/again",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostOrderAgainResult)

    def post_cancel_order(
        self,
        number: str,
        body: models.PostCancelOrderRequest,
    ) -> models.PostCancelOrderResult:
        """POST /orders/{number}/cancel/."""
        body = body
        call = Call(
            "post_cancel_order",
            "POST",
            "/v1/orders/by-number/" + segment(number) + "/cancel",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostCancelOrderResult)

    def post_request_return(
        self,
        number: str,
        body: models.PostRequestReturnRequest,
    ) -> models.PostRequestReturnResult:
        """POST /orders/{number}/return/."""
        body = body
        call = Call(
            "post_request_return",
            "POST",
            "/v1/orders/by-number/" + segment(number) + "/return",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostRequestReturnResult)

    def get_packing_slip(
        self,
        number: str,
    ) -> models.GetPackingSlipResult:
        """GET /orders/{number}/slip/."""
        call = Call(
            "get_packing_slip",
            "GET",
            "/v1/orders/by-number/" + segment(number) + "/slip",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetPackingSlipResult)

    def orders_can_cancel_batch(
        self,
        items: list[models.OrdersCanCancelBatchItem],
    ) -> models.OrdersCanCancelBatchResult:
        """Many calls of orders_can_cancel in one request."""
        body = models.OrdersCanCancelBatchRequest.model_validate(given(items=items))
        call = Call(
            "orders_can_cancel_batch",
            "POST",
            "/v1/orders/can-cancel/batch",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersCanCancelBatchResult)

    def orders_can_cancel_batch_of_any_size(self, requests: Sequence[models.OrdersCanCancelBatchItem]) -> list[bool]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[bool] = []
        for start in range(0, len(requests), 100):
            batch = self.orders_can_cancel_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def orders_cancel_order(
        self,
        order: object | int,
        actor: object | int | None = None,
        reason: str = "",
    ) -> models.Order:
        """Undo an order that has not left: stock, coupon, money, points."""
        body = models.OrdersCancelOrderRequest.model_validate(given(order_id=key_of(order, "id"), actor_id=key_of(actor, "id"), reason=reason))
        call = Call(
            "orders_cancel_order",
            "POST",
            "/v1/orders/cancel-order",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Order)

    def orders_cancel_order_batch(
        self,
        items: list[models.OrdersCancelOrderRequest],
    ) -> models.OrdersCancelOrderBatchResult:
        """Many calls of orders_cancel_order in one request."""
        body = models.OrdersCancelOrderBatchRequest.model_validate(given(items=items))
        call = Call(
            "orders_cancel_order_batch",
            "POST",
            "/v1/orders/cancel-order/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersCancelOrderBatchResult)

    def orders_cancel_order_batch_of_any_size(self, requests: Sequence[models.OrdersCancelOrderRequest]) -> list[models.Order]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.Order] = []
        for start in range(0, len(requests), 100):
            batch = self.orders_cancel_order_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results

    def orders_cancel_batch(
        self,
        items: list[models.OrdersCancelBatchItem],
    ) -> models.OrdersCancelBatchResult:
        """Many calls of orders_cancel in one request."""
        body = models.OrdersCancelBatchRequest.model_validate(given(items=items))
        call = Call(
            "orders_cancel_batch",
            "POST",
            "/v1/orders/cancel/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersCancelBatchResult)

    def orders_cancel_batch_of_any_size(self, requests: Sequence[models.OrdersCancelBatchItem]) -> list[models.Order]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.Order] = []
        for start in range(0, len(requests), 100):
            batch = self.orders_cancel_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results

    def get_checkout(
        self,
    ) -> models.GetCheckoutResult:
        """GET /orders/checkout/."""
        call = Call(
            "get_checkout",
            "GET",
            "/v1/orders/checkout",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetCheckoutResult)

    def post_checkout(
        self,
        body: models.PostCheckoutRequest,
    ) -> models.PostCheckoutResult:
        """POST /orders/checkout/."""
        body = body
        call = Call(
            "post_checkout",
            "POST",
            "/v1/orders/checkout",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostCheckoutResult)

    def orders_for_user(
        self,
        user: object | int,
    ) -> list[models.Order]:
        """Call for user."""
        body = models.OrdersForUserRequest.model_validate(given(user_id=key_of(user, "id")))
        call = Call(
            "orders_for_user",
            "POST",
            "/v1/orders/for-user",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersForUserResult).result

    def post_receive_return(
        self,
        number: str,
        body: models.PostReceiveReturnRequest,
    ) -> models.PostReceiveReturnResult:
        """POST /orders/returns/{number}/receive/."""
        body = body
        call = Call(
            "post_receive_return",
            "POST",
            "/v1/orders/returns/" + segment(number) + "/receive",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostReceiveReturnResult)

    def post_reject_return(
        self,
        number: str,
        body: models.PostRejectReturnRequest,
    ) -> models.PostRejectReturnResult:
        """POST /orders/returns/{number}/reject/."""
        body = body
        call = Call(
            "post_reject_return",
            "POST",
            "/v1/orders/returns/" + segment(number) + "/reject",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostRejectReturnResult)

    def orders_turnover(
        self,
    ) -> list[models.Order]:
        """Call turnover."""
        call = Call(
            "orders_turnover",
            "POST",
            "/v1/orders/turnover",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersTurnoverResult).result

    def get_order(
        self,
        order_id: int,
    ) -> models.Order:
        """Read one order."""
        call = Call(
            "get_order",
            "GET",
            "/v1/orders/" + segment(order_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Order)

    def update_order(
        self,
        order_id: int,
        *,
        number: str | Unset = UNSET,
        user_id: Unset | int | None = UNSET,
        cart_id: Unset | int | None = UNSET,
        status: Literal["requested", "received", "rejected", "refunded"] | Unset = UNSET,
        channel: Literal["web", "phone", "market"] | Unset = UNSET,
        email: str | Unset = UNSET,
        phone: str | Unset = UNSET,
        shipping_address_id: Unset | int | None = UNSET,
        billing_address_id: Unset | int | None = UNSET,
        ship_to: str | Unset = UNSET,
        bill_to: str | Unset = UNSET,
        country: str | Unset = UNSET,
        currency: str | Unset = UNSET,
        subtotal: decimal.Decimal | Unset = UNSET,
        discount: decimal.Decimal | Unset = UNSET,
        points_discount: decimal.Decimal | Unset = UNSET,
        shipping_cost: decimal.Decimal | Unset = UNSET,
        wrap_cost: decimal.Decimal | Unset = UNSET,
        vat: decimal.Decimal | Unset = UNSET,
        total: decimal.Decimal | Unset = UNSET,
        refunded: decimal.Decimal | Unset = UNSET,
        points_spent: int | Unset = UNSET,
        coupon_id: Unset | int | None = UNSET,
        shipping_method_id: Unset | int | None = UNSET,
        gift_wrap: bool | Unset = UNSET,
        gift_message: str | Unset = UNSET,
        customer_note: str | Unset = UNSET,
        internal_note: str | Unset = UNSET,
        ip_address: Unset | str | None = UNSET,
        placed_at: datetime.datetime | Unset = UNSET,
        paid_at: Unset | datetime.datetime | None = UNSET,
        shipped_at: Unset | datetime.datetime | None = UNSET,
        completed_at: Unset | datetime.datetime | None = UNSET,
        cancelled_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
    ) -> models.Order:
        """Change fields of one order."""
        body = models.OrderUpdate.model_validate(given(number=number, user_id=user_id, cart_id=cart_id, status=status, channel=channel, email=email, phone=phone, shipping_address_id=shipping_address_id, billing_address_id=billing_address_id, ship_to=ship_to, bill_to=bill_to, country=country, currency=currency, subtotal=subtotal, discount=discount, points_discount=points_discount, shipping_cost=shipping_cost, wrap_cost=wrap_cost, vat=vat, total=total, refunded=refunded, points_spent=points_spent, coupon_id=coupon_id, shipping_method_id=shipping_method_id, gift_wrap=gift_wrap, gift_message=gift_message, customer_note=customer_note, internal_note=internal_note, ip_address=ip_address, placed_at=placed_at, paid_at=paid_at, shipped_at=shipped_at, completed_at=completed_at, cancelled_at=cancelled_at, created_at=created_at, updated_at=updated_at, public_id=public_id))
        call = Call(
            "update_order",
            "PATCH",
            "/v1/orders/" + segment(order_id),
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Order)

    def orders_amount_due(
        self,
        order_id: int,
    ) -> decimal.Decimal:
        """Read amount due."""
        call = Call(
            "orders_amount_due",
            "GET",
            "/v1/orders/" + segment(order_id) + "/amount-due",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersAmountDueResult).result

    def orders_as_dict(
        self,
        order_id: int,
    ) -> dict[str, Any]:
        """Call as dict."""
        call = Call(
            "orders_as_dict",
            "POST",
            "/v1/orders/" + segment(order_id) + "/as-dict",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersAsDictResult).result

    def orders_can_cancel(
        self,
        order_id: int,
    ) -> bool:
        """Call can cancel."""
        call = Call(
            "orders_can_cancel",
            "POST",
            "/v1/orders/" + segment(order_id) + "/can-cancel",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersCanCancelResult).result

    def orders_cancel(
        self,
        order_id: int,
        actor: object | int | None = None,
        reason: str = "",
    ) -> models.Order:
        """Call cancel."""
        body = models.OrdersCancelRequest.model_validate(given(actor_id=key_of(actor, "id"), reason=reason))
        call = Call(
            "orders_cancel",
            "POST",
            "/v1/orders/" + segment(order_id) + "/cancel",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Order)

    def orders_customer_name(
        self,
        order_id: int,
    ) -> Any:
        """Call customer name."""
        call = Call(
            "orders_customer_name",
            "POST",
            "/v1/orders/" + segment(order_id) + "/customer-name",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersCustomerNameResult).result

    def orders_earns_points_on(
        self,
        order_id: int,
    ) -> decimal.Decimal:
        """Points are given for goods, not for shipping."""
        call = Call(
            "orders_earns_points_on",
            "POST",
            "/v1/orders/" + segment(order_id) + "/earns-points-on",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersEarnsPointsOnResult).result

    def orders_is_paid(
        self,
        order_id: int,
    ) -> bool:
        """Read is paid."""
        call = Call(
            "orders_is_paid",
            "GET",
            "/v1/orders/" + segment(order_id) + "/is-paid",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersIsPaidResult).result

    def orders_log(
        self,
        order_id: int,
        what: str,
        actor: object | int | None = None,
        note: str = "",
    ) -> models.OrderEvent:
        """Call log."""
        body = models.OrdersLogRequest.model_validate(given(what=what, actor_id=key_of(actor, "id"), note=note))
        call = Call(
            "orders_log",
            "POST",
            "/v1/orders/" + segment(order_id) + "/log",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrderEvent)

    def orders_mark_paid(
        self,
        order_id: int,
        actor: Any = None,
    ) -> None:
        """Call mark paid."""
        body = models.OrdersMarkPaidRequest.model_validate(given(actor=actor))
        call = Call(
            "orders_mark_paid",
            "POST",
            "/v1/orders/" + segment(order_id) + "/mark-paid",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def orders_mark_shipped(
        self,
        order_id: int,
    ) -> None:
        """Call mark shipped."""
        call = Call(
            "orders_mark_shipped",
            "POST",
            "/v1/orders/" + segment(order_id) + "/mark-shipped",
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def orders_refundable(
        self,
        order_id: int,
    ) -> decimal.Decimal:
        """Call refundable."""
        call = Call(
            "orders_refundable",
            "POST",
            "/v1/orders/" + segment(order_id) + "/refundable",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.OrdersRefundableResult).result

    def orders_set_status(
        self,
        order_id: int,
        status: Any,
        actor: object | int | None = None,
        note: str = "",
    ) -> None:
        """The only way to change the status; keeps the history."""
        body = models.OrdersSetStatusRequest.model_validate(given(status=status, actor_id=key_of(actor, "id"), note=note))
        call = Call(
            "orders_set_status",
            "POST",
            "/v1/orders/" + segment(order_id) + "/set-status",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def list_return_lines(
        self,
        *,
        return_request_id: int | Unset = UNSET,
        order_line_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ReturnLinePage:
        """List return lines, page by page."""
        call = Call(
            "list_return_lines",
            "GET",
            "/v1/return-lines",
            query={"return_request_id": return_request_id, "order_line_id": order_line_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ReturnLinePage)

    def iterate_return_lines(
        self,
        *,
        return_request_id: int | Unset = UNSET,
        order_line_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.ReturnLine]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_return_lines(return_request_id=return_request_id, order_line_id=order_line_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def return_lines_value_batch(
        self,
        items: list[models.ReturnLinesValueBatchItem],
    ) -> models.ReturnLinesValueBatchResult:
        """Many calls of return_lines_value in one request."""
        body = models.ReturnLinesValueBatchRequest.model_validate(given(items=items))
        call = Call(
            "return_lines_value_batch",
            "POST",
            "/v1/return-lines/value/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ReturnLinesValueBatchResult)

    def return_lines_value_batch_of_any_size(self, requests: Sequence[models.ReturnLinesValueBatchItem]) -> list[decimal.Decimal]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[decimal.Decimal] = []
        for start in range(0, len(requests), 100):
            batch = self.return_lines_value_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def get_return_line(
        self,
        return_line_id: int,
    ) -> models.ReturnLine:
        """Read one return line."""
        call = Call(
            "get_return_line",
            "GET",
            "/v1/return-lines/" + segment(return_line_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ReturnLine)

    def return_lines_value(
        self,
        return_line_id: int,
    ) -> decimal.Decimal:
        """What the customer paid for these pieces, after the line's share of the discount."""
        call = Call(
            "return_lines_value",
            "POST",
            "/v1/return-lines/" + segment(return_line_id) + "/value",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ReturnLinesValueResult).result

    def get_return_request(
        self,
        return_request_id: int,
    ) -> models.ReturnRequest:
        """Read one return request."""
        call = Call(
            "get_return_request",
            "GET",
            "/v1/return-requests/" + segment(return_request_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ReturnRequest)

    def shop_celery_send_task(
        self,
        name: str,
        args: list[Any] | None = None,
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
