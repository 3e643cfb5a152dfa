"""Routes of the group cart."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["cart"])


@router.get(
    "/v1/cart",
    operation_id="get_cart_page",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_cart_page(
    operations_: Current,
) -> models.GetCartPageResult:
    """GET /cart/."""
    return operations_.get_cart_page()


@router.post(
    "/v1/cart/abandoned-carts",
    operation_id="cart_abandoned_carts",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_abandoned_carts(
    operations_: Current,
    body: models.CartAbandonedCartsRequest,
) -> models.CartAbandonedCartsResult:
    """Open carts of known customers that nobody touched for a day."""
    return operations_.cart_abandoned_carts(body=body)


@router.post(
    "/v1/cart/add-to-cart",
    operation_id="cart_add_to_cart",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_add_to_cart(
    operations_: Current,
    body: models.CartAddToCartRequest,
) -> models.CartLine:
    """Call add to cart."""
    with declared(exceptions.InvalidState, exceptions.OutOfStock):
        return operations_.cart_add_to_cart(body=body)


@router.post(
    "/v1/cart/add-to-cart/batch",
    operation_id="cart_add_to_cart_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_add_to_cart_batch(
    operations_: Current,
    body: models.CartAddToCartBatchRequest,
) -> models.CartAddToCartBatchResult:
    """Many calls of cart_add_to_cart in one request."""
    with declared(exceptions.InvalidState, exceptions.OutOfStock):
        return operations_.cart_add_to_cart_batch(body=body)


@router.post(
    "/v1/cart/cart-for-request",
    operation_id="cart_for_request",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_for_request(
    operations_: Current,
    body: models.CartForRequestRequest,
) -> models.Cart:
    """The open cart of the visitor; made when there is none."""
    return operations_.cart_for_request(body=body)


@router.post(
    "/v1/cart/coupon",
    operation_id="post_cart_coupon",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_cart_coupon(
    operations_: Current,
    body: models.PostCartCouponRequest,
) -> models.PostCartCouponResult:
    """POST /cart/coupon/."""
    return operations_.post_cart_coupon(body=body)


@router.post(
    "/v1/cart/gift-wrap",
    operation_id="post_cart_gift_wrap",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_cart_gift_wrap(
    operations_: Current,
    body: models.PostCartGiftWrapRequest,
) -> models.PostCartGiftWrapResult:
    """POST /cart/gift-wrap/."""
    return operations_.post_cart_gift_wrap(body=body)


@router.get(
    "/v1/cart/items",
    operation_id="get_cart_items",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_cart_items(
    operations_: Current,
) -> models.GetCartItemsResult:
    """GET /cart/items/."""
    return operations_.get_cart_items()


@router.patch(
    "/v1/cart/items",
    operation_id="patch_cart_items",
    status_code=200,
    response_model_exclude_unset=True,
)
def patch_cart_items(
    operations_: Current,
    body: models.PatchCartItemsRequest,
) -> models.PatchCartItemsResult:
    """PATCH /cart/items/."""
    with declared(exceptions.InvalidState, exceptions.OutOfStock, exceptions.ShopError):
        return operations_.patch_cart_items(body=body)


@router.post(
    "/v1/cart/items",
    operation_id="post_cart_items",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_cart_items(
    operations_: Current,
    body: models.PostCartItemsRequest,
) -> models.PostCartItemsResult:
    """POST /cart/items/."""
    with declared(exceptions.InvalidState, exceptions.OutOfStock, exceptions.ShopError):
        return operations_.post_cart_items(body=body)


@router.post(
    "/v1/cart/merge-session-cart",
    operation_id="cart_merge_session_cart",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_merge_session_cart(
    operations_: Current,
    body: models.CartMergeSessionCartRequest,
) -> models.CartMergeSessionCartResult:
    """Pour the cart of the session into the cart of the user."""
    return operations_.cart_merge_session_cart(body=body)


@router.post(
    "/v1/cart/price-cart",
    operation_id="cart_price_cart",
    status_code=200,
    response_model_exclude_unset=True,
)
def cart_price_cart(
    operations_: Current,
    body: models.CartPriceCartRequest,
) -> models.CartTotals:
    """Everything the customer will pay, line by line. The checkout calls this too."""
    return operations_.cart_price_cart(body=body)
