"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

import uuid
from typing import Annotated, Literal

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet, given, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def list_order_lines(
        self,
        order_id: int | None = None,
        variant_id: int | None = None,
        campaign_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.OrderLinePage:
        """List order lines, page by page."""
        raise NotImplementedYet("list_order_lines")

    def batch_get_order_lines(
        self,
        body: models.OrderLineBatchRequest,
    ) -> models.OrderLineBatch:
        """Read many order lines at once."""
        raise NotImplementedYet("batch_get_order_lines")

    def get_order_line(
        self,
        order_line_id: int,
    ) -> models.OrderLine:
        """Read one order line."""
        raise NotImplementedYet("get_order_line")

    def order_lines_total(
        self,
        order_line_id: int,
    ) -> models.OrderLinesTotalResult:
        """Read total."""
        raise NotImplementedYet("order_lines_total")

    def list_orders(
        self,
        number: str | None = None,
        user_id: int | None = None,
        cart_id: int | None = None,
        status: Literal["requested", "received", "rejected", "refunded"] | None = None,
        channel: Literal["web", "phone", "market"] | None = None,
        shipping_address_id: int | None = None,
        billing_address_id: int | None = None,
        coupon_id: int | None = None,
        shipping_method_id: int | None = None,
        public_id: uuid.UUID | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.OrderPage:
        """List orders, page by page."""
        raise NotImplementedYet("list_orders")

    def create_order(
        self,
        body: models.OrderCreate,
    ) -> models.Order:
        """Create one order."""
        raise NotImplementedYet("create_order")

    def orders_as_dict_batch(
        self,
        body: models.OrdersAsDictBatchRequest,
    ) -> models.OrdersAsDictBatchResult:
        """Many calls of orders_as_dict in one request."""

        def once(item: models.OrdersAsDictBatchItem) -> models.OrdersAsDictResult:
            return self.orders_as_dict(order_id=item.order_id)

        return models.OrdersAsDictBatchResult(items=in_order(once, body.items))

    def batch_get_orders(
        self,
        body: models.OrderBatchRequest,
    ) -> models.OrderBatch:
        """Read many orders at once."""
        raise NotImplementedYet("batch_get_orders")

    def get_order_page(
        self,
        number: str,
    ) -> models.GetOrderPageResult:
        """GET /orders/{number}/."""
        raise NotImplementedYet("get_order_page")

    def post_order_again(
        self,
        number: str,
        body: models.PostOrderAgainRequest,
    ) -> models.PostOrderAgainResult:
        """POST /orders/{number}/again/."""
        raise NotImplementedYet("post_order_again")

    def post_cancel_order(
        self,
        number: str,
        body: models.PostCancelOrderRequest,
    ) -> models.PostCancelOrderResult:
        """POST /orders/{number}/cancel/."""
        raise NotImplementedYet("post_cancel_order")

    def post_request_return(
        self,
        number: str,
        body: models.PostRequestReturnRequest,
    ) -> models.PostRequestReturnResult:
        """POST /orders/{number}/return/."""
        raise NotImplementedYet("post_request_return")

    def get_packing_slip(
        self,
        number: str,
    ) -> models.GetPackingSlipResult:
        """GET /orders/{number}/slip/."""
        raise NotImplementedYet("get_packing_slip")

    def orders_can_cancel_batch(
        self,
        body: models.OrdersCanCancelBatchRequest,
    ) -> models.OrdersCanCancelBatchResult:
        """Many calls of orders_can_cancel in one request."""

        def once(item: models.OrdersCanCancelBatchItem) -> models.OrdersCanCancelResult:
            return self.orders_can_cancel(order_id=item.order_id)

        return models.OrdersCanCancelBatchResult(items=in_order(once, body.items))

    def orders_cancel_order(
        self,
        body: models.OrdersCancelOrderRequest,
    ) -> models.Order:
        """Undo an order that has not left: stock, coupon, money, points."""
        raise NotImplementedYet("orders_cancel_order")

    def orders_cancel_order_batch(
        self,
        body: models.OrdersCancelOrderBatchRequest,
    ) -> models.OrdersCancelOrderBatchResult:
        """Many calls of orders_cancel_order in one request."""
        return models.OrdersCancelOrderBatchResult(items=in_order(self.orders_cancel_order, body.items))

    def orders_cancel_batch(
        self,
        body: models.OrdersCancelBatchRequest,
    ) -> models.OrdersCancelBatchResult:
        """Many calls of orders_cancel in one request."""

        def once(item: models.OrdersCancelBatchItem) -> models.Order:
            request = models.OrdersCancelRequest.model_validate(given(item))
            return self.orders_cancel(order_id=item.order_id, body=request)

        return models.OrdersCancelBatchResult(items=in_order(once, body.items))

    def get_checkout(
        self,
    ) -> models.GetCheckoutResult:
        """GET /orders/checkout/."""
        raise NotImplementedYet("get_checkout")

    def post_checkout(
        self,
        body: models.PostCheckoutRequest,
    ) -> models.PostCheckoutResult:
        """POST /orders/checkout/."""
        raise NotImplementedYet("post_checkout")

    def orders_for_user(
        self,
        body: models.OrdersForUserRequest,
    ) -> models.OrdersForUserResult:
        """Call for user."""
        raise NotImplementedYet("orders_for_user")

    def post_receive_return(
        self,
        number: str,
        body: models.PostReceiveReturnRequest,
    ) -> models.PostReceiveReturnResult:
        """POST /orders/returns/{number}/receive/."""
        raise NotImplementedYet("post_receive_return")

    def post_reject_return(
        self,
        number: str,
        body: models.PostRejectReturnRequest,
    ) -> models.PostRejectReturnResult:
        """POST /orders/returns/{number}/reject/."""
        raise NotImplementedYet("post_reject_return")

    def orders_turnover(
        self,
    ) -> models.OrdersTurnoverResult:
        """Call turnover."""
        raise NotImplementedYet("orders_turnover")

    def get_order(
        self,
        order_id: int,
    ) -> models.Order:
        """Read one order."""
        raise NotImplementedYet("get_order")

    def update_order(
        self,
        order_id: int,
        body: models.OrderUpdate,
    ) -> models.Order:
        """Change fields of one order."""
        raise NotImplementedYet("update_order")

    def orders_amount_due(
        self,
        order_id: int,
    ) -> models.OrdersAmountDueResult:
        """Read amount due."""
        raise NotImplementedYet("orders_amount_due")

    def orders_as_dict(
        self,
        order_id: int,
    ) -> models.OrdersAsDictResult:
        """Call as dict."""
        raise NotImplementedYet("orders_as_dict")

    def orders_can_cancel(
        self,
        order_id: int,
    ) -> models.OrdersCanCancelResult:
        """Call can cancel."""
        raise NotImplementedYet("orders_can_cancel")

    def orders_cancel(
        self,
        order_id: int,
        body: models.OrdersCancelRequest,
    ) -> models.Order:
        """Call cancel."""
        raise NotImplementedYet("orders_cancel")

    def orders_customer_name(
        self,
        order_id: int,
    ) -> models.OrdersCustomerNameResult:
        """Call customer name."""
        raise NotImplementedYet("orders_customer_name")

    def orders_earns_points_on(
        self,
        order_id: int,
    ) -> models.OrdersEarnsPointsOnResult:
        """Points are given for goods, not for shipping."""
        raise NotImplementedYet("orders_earns_points_on")

    def orders_is_paid(
        self,
        order_id: int,
    ) -> models.OrdersIsPaidResult:
        """Read is paid."""
        raise NotImplementedYet("orders_is_paid")

    def orders_log(
        self,
        order_id: int,
        body: models.OrdersLogRequest,
    ) -> models.OrderEvent:
        """Call log."""
        raise NotImplementedYet("orders_log")

    def orders_mark_paid(
        self,
        order_id: int,
        body: models.OrdersMarkPaidRequest,
    ) -> None:
        """Call mark paid."""
        raise NotImplementedYet("orders_mark_paid")

    def orders_mark_shipped(
        self,
        order_id: int,
    ) -> None:
        """Call mark shipped."""
        raise NotImplementedYet("orders_mark_shipped")

    def orders_refundable(
        self,
        order_id: int,
    ) -> models.OrdersRefundableResult:
        """Call refundable."""
        raise NotImplementedYet("orders_refundable")

    def orders_set_status(
        self,
        order_id: int,
        body: models.OrdersSetStatusRequest,
    ) -> None:
        """The only way to change the status; keeps the history."""
        raise NotImplementedYet("orders_set_status")

    def list_return_lines(
        self,
        return_request_id: int | None = None,
        order_line_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ReturnLinePage:
        """List return lines, page by page."""
        raise NotImplementedYet("list_return_lines")

    def return_lines_value_batch(
        self,
        body: models.ReturnLinesValueBatchRequest,
    ) -> models.ReturnLinesValueBatchResult:
        """Many calls of return_lines_value in one request."""

        def once(item: models.ReturnLinesValueBatchItem) -> models.ReturnLinesValueResult:
            return self.return_lines_value(return_line_id=item.return_line_id)

        return models.ReturnLinesValueBatchResult(items=in_order(once, body.items))

    def get_return_line(
        self,
        return_line_id: int,
    ) -> models.ReturnLine:
        """Read one return line."""
        raise NotImplementedYet("get_return_line")

    def return_lines_value(
        self,
        return_line_id: int,
    ) -> models.ReturnLinesValueResult:
        """What the customer paid for these pieces, after the line's share of the discount."""
        raise NotImplementedYet("return_lines_value")

    def get_return_request(
        self,
        return_request_id: int,
    ) -> models.ReturnRequest:
        """Read one return request."""
        raise NotImplementedYet("get_return_request")

    def shop_celery_send_task(
        self,
        body: models.ShopCelerySendTaskRequest,
    ) -> models.ShopCelerySendTaskResult:
        """Call send task."""
        raise NotImplementedYet("shop_celery_send_task")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
