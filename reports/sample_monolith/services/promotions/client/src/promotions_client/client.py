"""The operations of the service Promotions as methods."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    def list_campaign_products(
        self,
        *,
        campaign_id: int | Unset = UNSET,
        product_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CampaignProductPage:
        """List campaign products, page by page."""
        call = Call(
            "list_campaign_products",
            "GET",
            "/v1/campaign-products",
            query={"campaign_id": campaign_id, "product_id": product_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CampaignProductPage)

    def iterate_campaign_products(
        self,
        *,
        campaign_id: int | Unset = UNSET,
        product_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.CampaignProduct]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_campaign_products(campaign_id=campaign_id, product_id=product_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def delete_campaign_product(
        self,
        campaign_product_id: int,
    ) -> None:
        """Delete one campaign product."""
        call = Call(
            "delete_campaign_product",
            "DELETE",
            "/v1/campaign-products/" + segment(campaign_product_id),
            safe=False,
            key=False,
        )
        self._transport.send(call)

    def get_campaign_product(
        self,
        campaign_product_id: int,
    ) -> models.CampaignProduct:
        """Read one campaign product."""
        call = Call(
            "get_campaign_product",
            "GET",
            "/v1/campaign-products/" + segment(campaign_product_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CampaignProduct)

    def list_campaigns(
        self,
        *,
        created_by_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CampaignPage:
        """List campaigns, page by page."""
        call = Call(
            "list_campaigns",
            "GET",
            "/v1/campaigns",
            query={"created_by_id": created_by_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CampaignPage)

    def iterate_campaigns(
        self,
        *,
        created_by_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Campaign]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_campaigns(created_by_id=created_by_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_campaign(
        self,
        *,
        name: str,
        starts_at: datetime.datetime,
        ends_at: datetime.datetime,
        created_by_id: Unset | int | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Campaign:
        """Create one campaign."""
        body = models.CampaignCreate.model_validate(given(name=name, starts_at=starts_at, ends_at=ends_at, created_by_id=created_by_id, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_campaign",
            "POST",
            "/v1/campaigns",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Campaign)

    def get_campaign(
        self,
        campaign_id: int,
    ) -> models.Campaign:
        """Read one campaign."""
        call = Call(
            "get_campaign",
            "GET",
            "/v1/campaigns/" + segment(campaign_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Campaign)

    def list_coupon_redemptions(
        self,
        *,
        coupon_id: int | Unset = UNSET,
        order_id: int | Unset = UNSET,
        user_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CouponRedemptionPage:
        """List coupon redemptions, page by page."""
        call = Call(
            "list_coupon_redemptions",
            "GET",
            "/v1/coupon-redemptions",
            query={"coupon_id": coupon_id, "order_id": order_id, "user_id": user_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CouponRedemptionPage)

    def iterate_coupon_redemptions(
        self,
        *,
        coupon_id: int | Unset = UNSET,
        order_id: int | Unset = UNSET,
        user_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.CouponRedemption]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_coupon_redemptions(coupon_id=coupon_id, order_id=order_id, user_id=user_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def batch_get_coupon_redemptions(
        self,
        ids: list[int],
    ) -> models.CouponRedemptionBatch:
        """Read many coupon redemptions at once."""
        body = models.CouponRedemptionBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_coupon_redemptions",
            "POST",
            "/v1/coupon-redemptions/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CouponRedemptionBatch)

    def get_many_coupon_redemptions(self, ids: Iterable[int]) -> Mapping[int, models.CouponRedemption]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.CouponRedemption] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_coupon_redemptions(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_coupon_redemption(
        self,
        coupon_redemption_id: int,
    ) -> models.CouponRedemption:
        """Read one coupon redemption."""
        call = Call(
            "get_coupon_redemption",
            "GET",
            "/v1/coupon-redemptions/" + segment(coupon_redemption_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CouponRedemption)

    def list_coupons(
        self,
        *,
        code: str | Unset = UNSET,
        kind: Literal["percent", "amount", "shipping"] | Unset = UNSET,
        reserved_for_id: int | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CouponPage:
        """List coupons, page by page."""
        call = Call(
            "list_coupons",
            "GET",
            "/v1/coupons",
            query={"code": code, "kind": kind, "reserved_for_id": reserved_for_id, "created_by_id": created_by_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CouponPage)

    def iterate_coupons(
        self,
        *,
        code: str | Unset = UNSET,
        kind: Literal["percent", "amount", "shipping"] | Unset = UNSET,
        reserved_for_id: int | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Coupon]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_coupons(code=code, kind=kind, reserved_for_id=reserved_for_id, created_by_id=created_by_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_coupon(
        self,
        *,
        code: str,
        kind: Literal["percent", "amount", "shipping"] | Unset = UNSET,
        value: decimal.Decimal | Unset = UNSET,
        minimum: decimal.Decimal | Unset = UNSET,
        valid_from: datetime.datetime | Unset = UNSET,
        valid_until: Unset | datetime.datetime | None = UNSET,
        max_uses: Unset | int | None = UNSET,
        max_uses_per_customer: int | Unset = UNSET,
        times_used: int | Unset = UNSET,
        first_order_only: bool | Unset = UNSET,
        reserved_for_id: Unset | int | None = UNSET,
        created_by_id: Unset | int | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Coupon:
        """Create one coupon."""
        body = models.CouponCreate.model_validate(given(code=code, kind=kind, value=value, minimum=minimum, valid_from=valid_from, valid_until=valid_until, max_uses=max_uses, max_uses_per_customer=max_uses_per_customer, times_used=times_used, first_order_only=first_order_only, reserved_for_id=reserved_for_id, created_by_id=created_by_id, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_coupon",
            "POST",
            "/v1/coupons",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Coupon)

    def batch_get_coupons(
        self,
        ids: list[int],
    ) -> models.CouponBatch:
        """Read many coupons at once."""
        body = models.CouponBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_coupons",
            "POST",
            "/v1/coupons/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CouponBatch)

    def get_many_coupons(self, ids: Iterable[int]) -> Mapping[int, models.Coupon]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Coupon] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_coupons(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_coupon(
        self,
        coupon_id: int,
    ) -> models.Coupon:
        """Read one coupon."""
        call = Call(
            "get_coupon",
            "GET",
            "/v1/coupons/" + segment(coupon_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Coupon)

    def engine_apply_coupon(
        self,
        coupon: object | int,
        lines: list[models.PricedLine],
    ) -> models.Discount:
        """Spread the discount of a coupon over the lines that it covers."""
        body = models.EngineApplyCouponRequest.model_validate(given(coupon_id=key_of(coupon, "id"), lines=lines))
        call = Call(
            "engine_apply_coupon",
            "POST",
            "/v1/engine/apply-coupon",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Discount)

    def engine_apply_quantity_campaigns(
        self,
        lines: list[models.PricedLine],
    ) -> decimal.Decimal:
        """Three for two, and the like: a percentage when enough pieces are bought."""
        body = models.EngineApplyQuantityCampaignsRequest.model_validate(given(lines=lines))
        call = Call(
            "engine_apply_quantity_campaigns",
            "POST",
            "/v1/engine/apply-quantity-campaigns",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.EngineApplyQuantityCampaignsResult).result

    def engine_campaign_percent(
        self,
        product_id: int,
    ) -> int:
        """The highest percentage of the running campaigns that ask for no quantity."""
        body = models.EngineCampaignPercentRequest.model_validate(given(product_id=product_id))
        call = Call(
            "engine_campaign_percent",
            "POST",
            "/v1/engine/campaign-percent",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.EngineCampaignPercentResult).result

    def engine_warm_prices(
        self,
        variants: list[models.Variant],
    ) -> None:
        """Fill the price cache before a newsletter goes out."""
        body = models.EngineWarmPricesRequest.model_validate(given(variants=variants))
        call = Call(
            "engine_warm_prices",
            "POST",
            "/v1/engine/warm-prices",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def engine_warm_prices_batch(
        self,
        items: list[models.EngineWarmPricesRequest],
    ) -> None:
        """Many calls of engine_warm_prices in one request."""
        body = models.EngineWarmPricesBatchRequest.model_validate(given(items=items))
        call = Call(
            "engine_warm_prices_batch",
            "POST",
            "/v1/engine/warm-prices/batch",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def engine_warm_prices_batch_of_any_size(self, requests: Sequence[models.EngineWarmPricesRequest]) -> None:
        """Make many calls in as few requests as the contract allows."""
        for start in range(0, len(requests), 100):
            self.engine_warm_prices_batch(list(requests[start : start + 100]))

    def priced_line_total(
        self,
        priced_line: models.PricedLine,
    ) -> decimal.Decimal:
        """Call total."""
        body = models.PricedLineTotalRequest.model_validate(given(priced_line=priced_line))
        call = Call(
            "priced_line_total",
            "POST",
            "/v1/priced-line/total",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PricedLineTotalResult).result

    def promotions_check_coupon(
        self,
        coupon: object | int,
        user: object | int | None = None,
        subtotal: decimal.Decimal | None = None,
    ) -> None:
        """Call check coupon."""
        body = models.PromotionsCheckCouponRequest.model_validate(given(coupon_id=key_of(coupon, "id"), user_id=key_of(user, "id"), subtotal=subtotal))
        call = Call(
            "promotions_check_coupon",
            "POST",
            "/v1/promotions/check-coupon",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def promotions_find_coupon(
        self,
        code: str,
        user: object | int | None = None,
        subtotal: decimal.Decimal | None = None,
    ) -> models.Coupon:
        """The coupon if this customer may use it now; a CouponError that says why not."""
        body = models.PromotionsFindCouponRequest.model_validate(given(code=code, user_id=key_of(user, "id"), subtotal=subtotal))
        call = Call(
            "promotions_find_coupon",
            "POST",
            "/v1/promotions/find-coupon",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Coupon)

    def promotions_give_back(
        self,
        order: object | int,
    ) -> None:
        """Make the coupon of a cancelled order usable again."""
        body = models.PromotionsGiveBackRequest.model_validate(given(order_id=key_of(order, "id")))
        call = Call(
            "promotions_give_back",
            "POST",
            "/v1/promotions/give-back",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def promotions_redeem(
        self,
        coupon: object | int,
        order: object | int,
        amount: decimal.Decimal,
    ) -> models.CouponRedemption:
        """Call redeem."""
        body = models.PromotionsRedeemRequest.model_validate(given(coupon_id=key_of(coupon, "id"), order_id=key_of(order, "id"), order=details_of(order, {"user_id": "user_id"}), amount=amount))
        call = Call(
            "promotions_redeem",
            "POST",
            "/v1/promotions/redeem",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CouponRedemption)

    def promotions_start_campaign(
        self,
        name: str,
        products: list[models.Product],
        percent: int,
        starts_at: Any,
        ends_at: Any,
        buy_quantity: int = 1,
    ) -> models.Campaign:
        """Call start campaign."""
        body = models.PromotionsStartCampaignRequest.model_validate(given(name=name, products=products, percent=percent, starts_at=starts_at, ends_at=ends_at, buy_quantity=buy_quantity))
        call = Call(
            "promotions_start_campaign",
            "POST",
            "/v1/promotions/start-campaign",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Campaign)

    def promotions_start_campaign_batch(
        self,
        items: list[models.PromotionsStartCampaignRequest],
    ) -> models.PromotionsStartCampaignBatchResult:
        """Many calls of promotions_start_campaign in one request."""
        body = models.PromotionsStartCampaignBatchRequest.model_validate(given(items=items))
        call = Call(
            "promotions_start_campaign_batch",
            "POST",
            "/v1/promotions/start-campaign/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PromotionsStartCampaignBatchResult)

    def promotions_start_campaign_batch_of_any_size(self, requests: Sequence[models.PromotionsStartCampaignRequest]) -> list[models.Campaign]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.Campaign] = []
        for start in range(0, len(requests), 100):
            batch = self.promotions_start_campaign_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results
