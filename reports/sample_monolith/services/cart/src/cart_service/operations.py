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

    def get_cart_page(
        self,
    ) -> models.GetCartPageResult:
        """GET /cart/."""
        raise NotImplementedYet("get_cart_page")

    def list_cart_lines(
        self,
        cart_id: int | None = None,
        variant_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CartLinePage:
        """List cart lines, page by page."""
        raise NotImplementedYet("list_cart_lines")

    def batch_get_cart_lines(
        self,
        body: models.CartLineBatchRequest,
    ) -> models.CartLineBatch:
        """Read many cart lines at once."""
        raise NotImplementedYet("batch_get_cart_lines")

    def delete_cart_line(
        self,
        cart_line_id: int,
    ) -> None:
        """Delete one cart line."""
        raise NotImplementedYet("delete_cart_line")

    def get_cart_line(
        self,
        cart_line_id: int,
    ) -> models.CartLine:
        """Read one cart line."""
        raise NotImplementedYet("get_cart_line")

    def cart_totals_as_dict(
        self,
        body: models.CartTotalsAsDictRequest,
    ) -> models.CartTotalsAsDictResult:
        """Call as dict."""
        raise NotImplementedYet("cart_totals_as_dict")

    def cart_totals_total(
        self,
        body: models.CartTotalsTotalRequest,
    ) -> models.CartTotalsTotalResult:
        """Call total."""
        raise NotImplementedYet("cart_totals_total")

    def cart_abandoned_carts(
        self,
        body: models.CartAbandonedCartsRequest,
    ) -> models.CartAbandonedCartsResult:
        """Open carts of known customers that nobody touched for a day."""
        raise NotImplementedYet("cart_abandoned_carts")

    def cart_add_to_cart(
        self,
        body: models.CartAddToCartRequest,
    ) -> models.CartLine:
        """Call add to cart."""
        raise NotImplementedYet("cart_add_to_cart")

    def cart_add_to_cart_batch(
        self,
        body: models.CartAddToCartBatchRequest,
    ) -> models.CartAddToCartBatchResult:
        """Many calls of cart_add_to_cart in one request."""
        return models.CartAddToCartBatchResult(items=in_order(self.cart_add_to_cart, body.items))

    def cart_for_request(
        self,
        body: models.CartForRequestRequest,
    ) -> models.Cart:
        """The open cart of the visitor; made when there is none."""
        raise NotImplementedYet("cart_for_request")

    def post_cart_coupon(
        self,
        body: models.PostCartCouponRequest,
    ) -> models.PostCartCouponResult:
        """POST /cart/coupon/."""
        raise NotImplementedYet("post_cart_coupon")

    def post_cart_gift_wrap(
        self,
        body: models.PostCartGiftWrapRequest,
    ) -> models.PostCartGiftWrapResult:
        """POST /cart/gift-wrap/."""
        raise NotImplementedYet("post_cart_gift_wrap")

    def get_cart_items(
        self,
    ) -> models.GetCartItemsResult:
        """GET /cart/items/."""
        raise NotImplementedYet("get_cart_items")

    def patch_cart_items(
        self,
        body: models.PatchCartItemsRequest,
    ) -> models.PatchCartItemsResult:
        """PATCH /cart/items/."""
        raise NotImplementedYet("patch_cart_items")

    def post_cart_items(
        self,
        body: models.PostCartItemsRequest,
    ) -> models.PostCartItemsResult:
        """POST /cart/items/."""
        raise NotImplementedYet("post_cart_items")

    def cart_merge_session_cart(
        self,
        body: models.CartMergeSessionCartRequest,
    ) -> models.CartMergeSessionCartResult:
        """Pour the cart of the session into the cart of the user."""
        raise NotImplementedYet("cart_merge_session_cart")

    def cart_price_cart(
        self,
        body: models.CartPriceCartRequest,
    ) -> models.CartTotals:
        """Everything the customer will pay, line by line. The checkout calls this too."""
        raise NotImplementedYet("cart_price_cart")

    def list_carts(
        self,
        user_id: int | None = None,
        status: Literal["open", "ordered", "merged"] | None = None,
        coupon_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CartPage:
        """List carts, page by page."""
        raise NotImplementedYet("list_carts")

    def create_cart(
        self,
        body: models.CartCreate,
    ) -> models.Cart:
        """Create one cart."""
        raise NotImplementedYet("create_cart")

    def batch_get_carts(
        self,
        body: models.CartBatchRequest,
    ) -> models.CartBatch:
        """Read many carts at once."""
        raise NotImplementedYet("batch_get_carts")

    def carts_count_batch(
        self,
        body: models.CartsCountBatchRequest,
    ) -> models.CartsCountBatchResult:
        """Many calls of carts_count in one request."""

        def once(item: models.CartsCountBatchItem) -> models.CartsCountResult:
            return self.carts_count(cart_id=item.cart_id)

        return models.CartsCountBatchResult(items=in_order(once, body.items))

    def delete_cart(
        self,
        cart_id: int,
    ) -> None:
        """Delete one cart."""
        raise NotImplementedYet("delete_cart")

    def get_cart(
        self,
        cart_id: int,
    ) -> models.Cart:
        """Read one cart."""
        raise NotImplementedYet("get_cart")

    def update_cart(
        self,
        cart_id: int,
        body: models.CartUpdate,
    ) -> models.Cart:
        """Change fields of one cart."""
        raise NotImplementedYet("update_cart")

    def carts_count(
        self,
        cart_id: int,
    ) -> models.CartsCountResult:
        """Call count."""
        raise NotImplementedYet("carts_count")

    def carts_is_empty(
        self,
        cart_id: int,
    ) -> models.CartsIsEmptyResult:
        """Call is empty."""
        raise NotImplementedYet("carts_is_empty")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
