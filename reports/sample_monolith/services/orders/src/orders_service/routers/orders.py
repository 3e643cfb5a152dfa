"""Routes of the group orders."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["orders"])


@router.get(
    "/v1/orders",
    operation_id="list_orders",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_orders(
    operations_: Current,
    number: Annotated[Annotated[str, Field(max_length=20)] | None, Query()] = None,
    user_id: Annotated[WholeNumberText | None, Query()] = None,
    cart_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["requested", "received", "rejected", "refunded"] | None, Query()] = None,
    channel: Annotated[Literal["web", "phone", "market"] | None, Query()] = None,
    shipping_address_id: Annotated[WholeNumberText | None, Query()] = None,
    billing_address_id: Annotated[WholeNumberText | None, Query()] = None,
    coupon_id: Annotated[WholeNumberText | None, Query()] = None,
    shipping_method_id: Annotated[WholeNumberText | None, Query()] = None,
    public_id: Annotated[UUID | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.OrderPage:
    """List orders, page by page."""
    return operations_.list_orders(number=number, user_id=user_id, cart_id=cart_id, status=status, channel=channel, shipping_address_id=shipping_address_id, billing_address_id=billing_address_id, coupon_id=coupon_id, shipping_method_id=shipping_method_id, public_id=public_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/orders",
    operation_id="create_order",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_order(
    operations_: Current,
    body: models.OrderCreate,
) -> models.Order:
    """Create one order."""
    with declared(exceptions.Conflict):
        return operations_.create_order(body=body)


@router.post(
    "/v1/orders/as-dict/batch",
    operation_id="orders_as_dict_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_as_dict_batch(
    operations_: Current,
    body: models.OrdersAsDictBatchRequest,
) -> models.OrdersAsDictBatchResult:
    """Many calls of orders_as_dict in one request."""
    return operations_.orders_as_dict_batch(body=body)


@router.post(
    "/v1/orders/batch-get",
    operation_id="batch_get_orders",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_orders(
    operations_: Current,
    body: models.OrderBatchRequest,
) -> models.OrderBatch:
    """Read many orders at once."""
    return operations_.batch_get_orders(body=body)


@router.get(
    "/v1/orders/by-number/{number}",
    operation_id="get_order_page",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_order_page(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetOrderPageResult:
    """GET /orders/{number}/."""
    with declared(exceptions.NotAllowed):
        return operations_.get_order_page(number=number)


@router.post(
    "/v1/orders/by-number/{number}/again",
    operation_id="post_order_again",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_order_again(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostOrderAgainRequest,
) -> models.PostOrderAgainResult:
    """POST /orders/{number}/again/."""
    with declared(exceptions.NotAllowed):
        return operations_.post_order_again(number=number, body=body)


@router.post(
    "/v1/orders/by-number/{number}/cancel",
    operation_id="post_cancel_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_cancel_order(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostCancelOrderRequest,
) -> models.PostCancelOrderResult:
    """POST /orders/{number}/cancel/."""
    with declared(exceptions.NotAllowed, exceptions.InvalidState):
        return operations_.post_cancel_order(number=number, body=body)


@router.post(
    "/v1/orders/by-number/{number}/return",
    operation_id="post_request_return",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_request_return(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostRequestReturnRequest,
) -> models.PostRequestReturnResult:
    """POST /orders/{number}/return/."""
    with declared(exceptions.NotAllowed, exceptions.InvalidState):
        return operations_.post_request_return(number=number, body=body)


@router.get(
    "/v1/orders/by-number/{number}/slip",
    operation_id="get_packing_slip",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_packing_slip(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetPackingSlipResult:
    """GET /orders/{number}/slip/."""
    return operations_.get_packing_slip(number=number)


@router.post(
    "/v1/orders/can-cancel/batch",
    operation_id="orders_can_cancel_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_can_cancel_batch(
    operations_: Current,
    body: models.OrdersCanCancelBatchRequest,
) -> models.OrdersCanCancelBatchResult:
    """Many calls of orders_can_cancel in one request."""
    return operations_.orders_can_cancel_batch(body=body)


@router.post(
    "/v1/orders/cancel-order",
    operation_id="orders_cancel_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_cancel_order(
    operations_: Current,
    body: models.OrdersCancelOrderRequest,
) -> models.Order:
    """Undo an order that has not left: stock, coupon, money, points."""
    with declared(exceptions.InvalidState):
        return operations_.orders_cancel_order(body=body)


@router.post(
    "/v1/orders/cancel-order/batch",
    operation_id="orders_cancel_order_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_cancel_order_batch(
    operations_: Current,
    body: models.OrdersCancelOrderBatchRequest,
) -> models.OrdersCancelOrderBatchResult:
    """Many calls of orders_cancel_order in one request."""
    with declared(exceptions.InvalidState):
        return operations_.orders_cancel_order_batch(body=body)


@router.post(
    "/v1/orders/cancel/batch",
    operation_id="orders_cancel_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_cancel_batch(
    operations_: Current,
    body: models.OrdersCancelBatchRequest,
) -> models.OrdersCancelBatchResult:
    """Many calls of orders_cancel in one request."""
    with declared(exceptions.InvalidState):
        return operations_.orders_cancel_batch(body=body)


@router.get(
    "/v1/orders/checkout",
    operation_id="get_checkout",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_checkout(
    operations_: Current,
) -> models.GetCheckoutResult:
    """GET /orders/checkout/."""
    return operations_.get_checkout()


@router.post(
    "/v1/orders/checkout",
    operation_id="post_checkout",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_checkout(
    operations_: Current,
    body: models.PostCheckoutRequest,
) -> models.PostCheckoutResult:
    """POST /orders/checkout/."""
    with declared(exceptions.NotAllowed, exceptions.InvalidState, exceptions.CheckoutError):
        return operations_.post_checkout(body=body)


@router.post(
    "/v1/orders/for-user",
    operation_id="orders_for_user",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_for_user(
    operations_: Current,
    body: models.OrdersForUserRequest,
) -> models.OrdersForUserResult:
    """Call for user."""
    return operations_.orders_for_user(body=body)


@router.post(
    "/v1/orders/returns/{number}/receive",
    operation_id="post_receive_return",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_receive_return(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostReceiveReturnRequest,
) -> models.PostReceiveReturnResult:
    """POST /orders/returns/{number}/receive/."""
    with declared(exceptions.InvalidState):
        return operations_.post_receive_return(number=number, body=body)


@router.post(
    "/v1/orders/returns/{number}/reject",
    operation_id="post_reject_return",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_reject_return(
    operations_: Current,
    number: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostRejectReturnRequest,
) -> models.PostRejectReturnResult:
    """POST /orders/returns/{number}/reject/."""
    with declared(exceptions.InvalidState):
        return operations_.post_reject_return(number=number, body=body)


@router.post(
    "/v1/orders/turnover",
    operation_id="orders_turnover",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_turnover(
    operations_: Current,
) -> models.OrdersTurnoverResult:
    """Call turnover."""
    return operations_.orders_turnover()


@router.get(
    "/v1/orders/{order_id}",
    operation_id="get_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_order(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.Order:
    """Read one order."""
    with declared(exceptions.NotFound):
        return operations_.get_order(order_id=order_id)


@router.patch(
    "/v1/orders/{order_id}",
    operation_id="update_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_order(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
    body: models.OrderUpdate,
) -> models.Order:
    """Change fields of one order."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_order(order_id=order_id, body=body)


@router.get(
    "/v1/orders/{order_id}/amount-due",
    operation_id="orders_amount_due",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_amount_due(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersAmountDueResult:
    """Read amount due."""
    return operations_.orders_amount_due(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/as-dict",
    operation_id="orders_as_dict",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_as_dict(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersAsDictResult:
    """Call as dict."""
    return operations_.orders_as_dict(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/can-cancel",
    operation_id="orders_can_cancel",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_can_cancel(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersCanCancelResult:
    """Call can cancel."""
    return operations_.orders_can_cancel(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/cancel",
    operation_id="orders_cancel",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_cancel(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
    body: models.OrdersCancelRequest,
) -> models.Order:
    """Call cancel."""
    with declared(exceptions.InvalidState):
        return operations_.orders_cancel(order_id=order_id, body=body)


@router.post(
    "/v1/orders/{order_id}/customer-name",
    operation_id="orders_customer_name",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_customer_name(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersCustomerNameResult:
    """Call customer name."""
    return operations_.orders_customer_name(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/earns-points-on",
    operation_id="orders_earns_points_on",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_earns_points_on(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersEarnsPointsOnResult:
    """Points are given for goods, not for shipping."""
    return operations_.orders_earns_points_on(order_id=order_id)


@router.get(
    "/v1/orders/{order_id}/is-paid",
    operation_id="orders_is_paid",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_is_paid(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersIsPaidResult:
    """Read is paid."""
    return operations_.orders_is_paid(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/log",
    operation_id="orders_log",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_log(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
    body: models.OrdersLogRequest,
) -> models.OrderEvent:
    """Call log."""
    return operations_.orders_log(order_id=order_id, body=body)


@router.post(
    "/v1/orders/{order_id}/mark-paid",
    operation_id="orders_mark_paid",
    status_code=204,
    response_model_exclude_unset=True,
)
def orders_mark_paid(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
    body: models.OrdersMarkPaidRequest,
) -> None:
    """Call mark paid."""
    with declared(exceptions.InvalidState):
        return operations_.orders_mark_paid(order_id=order_id, body=body)


@router.post(
    "/v1/orders/{order_id}/mark-shipped",
    operation_id="orders_mark_shipped",
    status_code=204,
    response_model_exclude_unset=True,
)
def orders_mark_shipped(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Call mark shipped."""
    with declared(exceptions.InvalidState):
        return operations_.orders_mark_shipped(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/refundable",
    operation_id="orders_refundable",
    status_code=200,
    response_model_exclude_unset=True,
)
def orders_refundable(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
) -> models.OrdersRefundableResult:
    """Call refundable."""
    return operations_.orders_refundable(order_id=order_id)


@router.post(
    "/v1/orders/{order_id}/set-status",
    operation_id="orders_set_status",
    status_code=204,
    response_model_exclude_unset=True,
)
def orders_set_status(
    operations_: Current,
    order_id: Annotated[WholeNumberText, Path()],
    body: models.OrdersSetStatusRequest,
) -> None:
    """The only way to change the status; keeps the history."""
    with declared(exceptions.InvalidState):
        return operations_.orders_set_status(order_id=order_id, body=body)
