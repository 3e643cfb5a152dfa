"""The operations of the service Shipping as methods, for asyncio."""

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

    async def list_carriers(
        self,
        *,
        code: str | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CarrierPage:
        """List carriers, page by page."""
        call = Call(
            "list_carriers",
            "GET",
            "/v1/carriers",
            query={"code": code, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CarrierPage)

    async def iterate_carriers(
        self,
        *,
        code: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.Carrier]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_carriers(code=code, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_carrier(
        self,
        *,
        code: str,
        name: str,
        tracking_pattern: str,
    ) -> models.Carrier:
        """Create one carrier."""
        body = models.CarrierCreate.model_validate(given(code=code, name=name, tracking_pattern=tracking_pattern))
        call = Call(
            "create_carrier",
            "POST",
            "/v1/carriers",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Carrier)

    async def batch_get_carriers(
        self,
        ids: list[int],
    ) -> models.CarrierBatch:
        """Read many carriers at once."""
        body = models.CarrierBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_carriers",
            "POST",
            "/v1/carriers/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.CarrierBatch)

    async def get_many_carriers(self, ids: Iterable[int]) -> Mapping[int, models.Carrier]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Carrier] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_carriers(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def get_carrier(
        self,
        carrier_id: int,
    ) -> models.Carrier:
        """Read one carrier."""
        call = Call(
            "get_carrier",
            "GET",
            "/v1/carriers/" + segment(carrier_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.Carrier)

    async def list_shipment_lines(
        self,
        *,
        shipment_id: int | Unset = UNSET,
        order_line_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ShipmentLinePage:
        """List shipment lines, page by page."""
        call = Call(
            "list_shipment_lines",
            "GET",
            "/v1/shipment-lines",
            query={"shipment_id": shipment_id, "order_line_id": order_line_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShipmentLinePage)

    async def iterate_shipment_lines(
        self,
        *,
        shipment_id: int | Unset = UNSET,
        order_line_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.ShipmentLine]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_shipment_lines(shipment_id=shipment_id, order_line_id=order_line_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def batch_get_shipment_lines(
        self,
        ids: list[int],
    ) -> models.ShipmentLineBatch:
        """Read many shipment lines at once."""
        body = models.ShipmentLineBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_shipment_lines",
            "POST",
            "/v1/shipment-lines/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShipmentLineBatch)

    async def get_many_shipment_lines(self, ids: Iterable[int]) -> Mapping[int, models.ShipmentLine]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.ShipmentLine] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_shipment_lines(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def get_shipment_line(
        self,
        shipment_line_id: int,
    ) -> models.ShipmentLine:
        """Read one shipment line."""
        call = Call(
            "get_shipment_line",
            "GET",
            "/v1/shipment-lines/" + segment(shipment_line_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShipmentLine)

    async def list_shipments(
        self,
        *,
        order_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        address_id: int | Unset = UNSET,
        method_id: int | Unset = UNSET,
        status: Literal["open", "dispatched", "delivered", "lost"] | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ShipmentPage:
        """List shipments, page by page."""
        call = Call(
            "list_shipments",
            "GET",
            "/v1/shipments",
            query={"order_id": order_id, "warehouse_id": warehouse_id, "address_id": address_id, "method_id": method_id, "status": status, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShipmentPage)

    async def iterate_shipments(
        self,
        *,
        order_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        address_id: int | Unset = UNSET,
        method_id: int | Unset = UNSET,
        status: Literal["open", "dispatched", "delivered", "lost"] | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.Shipment]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_shipments(order_id=order_id, warehouse_id=warehouse_id, address_id=address_id, method_id=method_id, status=status, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def batch_get_shipments(
        self,
        ids: list[int],
    ) -> models.ShipmentBatch:
        """Read many shipments at once."""
        body = models.ShipmentBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_shipments",
            "POST",
            "/v1/shipments/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShipmentBatch)

    async def get_many_shipments(self, ids: Iterable[int]) -> Mapping[int, models.Shipment]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Shipment] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_shipments(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def delete_shipment(
        self,
        shipment_id: int,
    ) -> None:
        """Delete one shipment."""
        call = Call(
            "delete_shipment",
            "DELETE",
            "/v1/shipments/" + segment(shipment_id),
            safe=False,
            key=False,
        )
        await self._transport.send(call)

    async def get_shipment(
        self,
        shipment_id: int,
    ) -> models.Shipment:
        """Read one shipment."""
        call = Call(
            "get_shipment",
            "GET",
            "/v1/shipments/" + segment(shipment_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.Shipment)

    async def update_shipment(
        self,
        shipment_id: int,
        *,
        order_id: int | Unset = UNSET,
        warehouse_id: Unset | int | None = UNSET,
        address_id: Unset | int | None = UNSET,
        method_id: int | Unset = UNSET,
        status: Literal["open", "dispatched", "delivered", "lost"] | Unset = UNSET,
        tracking_code: str | Unset = UNSET,
        dispatched_at: Unset | datetime.datetime | None = UNSET,
        delivered_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Shipment:
        """Change fields of one shipment."""
        body = models.ShipmentUpdate.model_validate(given(order_id=order_id, warehouse_id=warehouse_id, address_id=address_id, method_id=method_id, status=status, tracking_code=tracking_code, dispatched_at=dispatched_at, delivered_at=delivered_at, created_at=created_at, updated_at=updated_at))
        call = Call(
            "update_shipment",
            "PATCH",
            "/v1/shipments/" + segment(shipment_id),
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Shipment)

    async def shipments_tracking_url(
        self,
        shipment_id: int,
    ) -> str:
        """Call tracking url."""
        call = Call(
            "shipments_tracking_url",
            "POST",
            "/v1/shipments/" + segment(shipment_id) + "/tracking-url",
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShipmentsTrackingUrlResult).result

    async def list_shipping_methods(
        self,
        *,
        carrier_id: int | Unset = UNSET,
        zone_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ShippingMethodPage:
        """List shipping methods, page by page."""
        call = Call(
            "list_shipping_methods",
            "GET",
            "/v1/shipping-methods",
            query={"carrier_id": carrier_id, "zone_id": zone_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingMethodPage)

    async def iterate_shipping_methods(
        self,
        *,
        carrier_id: int | Unset = UNSET,
        zone_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.ShippingMethod]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_shipping_methods(carrier_id=carrier_id, zone_id=zone_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_shipping_method(
        self,
        *,
        carrier_id: int,
        zone_id: int,
        name: str,
        base_price: decimal.Decimal,
        price_per_kg: decimal.Decimal | Unset = UNSET,
        max_grams: int | Unset = UNSET,
        express: bool | Unset = UNSET,
        is_active: bool | Unset = UNSET,
    ) -> models.ShippingMethod:
        """Create one shipping method."""
        body = models.ShippingMethodCreate.model_validate(given(carrier_id=carrier_id, zone_id=zone_id, name=name, base_price=base_price, price_per_kg=price_per_kg, max_grams=max_grams, express=express, is_active=is_active))
        call = Call(
            "create_shipping_method",
            "POST",
            "/v1/shipping-methods",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingMethod)

    async def batch_get_shipping_methods(
        self,
        ids: list[int],
    ) -> models.ShippingMethodBatch:
        """Read many shipping methods at once."""
        body = models.ShippingMethodBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_shipping_methods",
            "POST",
            "/v1/shipping-methods/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingMethodBatch)

    async def get_many_shipping_methods(self, ids: Iterable[int]) -> Mapping[int, models.ShippingMethod]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.ShippingMethod] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_shipping_methods(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def get_shipping_method(
        self,
        shipping_method_id: int,
    ) -> models.ShippingMethod:
        """Read one shipping method."""
        call = Call(
            "get_shipping_method",
            "GET",
            "/v1/shipping-methods/" + segment(shipping_method_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingMethod)

    async def get_shipping_options(
        self,
    ) -> models.GetShippingOptionsResult:
        """The shipping methods for the cart of the visitor, with prices."""
        call = Call(
            "get_shipping_options",
            "GET",
            "/v1/shipping/options",
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.GetShippingOptionsResult)

    async def shipping_overdue_shipments(
        self,
        days: int = 10,
    ) -> list[models.Shipment]:
        """Parcels that should have arrived; the nightly job asks the carrier about them."""
        body = models.ShippingOverdueShipmentsRequest.model_validate(given(days=days))
        call = Call(
            "shipping_overdue_shipments",
            "POST",
            "/v1/shipping/overdue-shipments",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingOverdueShipmentsResult).result

    async def get_track(
        self,
        pk: str,
    ) -> models.GetTrackResult:
        """GET /shipping/parcels/{pk}/."""
        call = Call(
            "get_track",
            "GET",
            "/v1/shipping/parcels/" + segment(pk),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.GetTrackResult)

    async def post_dispatch(
        self,
        pk: str,
        body: models.PostDispatchRequest,
    ) -> models.PostDispatchResult:
        """POST /shipping/parcels/{pk}/dispatch/."""
        body = body
        call = Call(
            "post_dispatch",
            "POST",
            "/v1/shipping/parcels/" + segment(pk) + "/dispatch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PostDispatchResult)

    async def get_label(
        self,
        pk: str,
    ) -> models.GetLabelResult:
        """GET /shipping/parcels/{pk}/label/."""
        call = Call(
            "get_label",
            "GET",
            "/v1/shipping/parcels/" + segment(pk) + "/label",
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.GetLabelResult)

    async def shipping_record_tracking(
        self,
        shipment: object | int,
        code: str,
        text: str = "",
    ) -> models.TrackingEvent:
        """Call record tracking."""
        body = models.ShippingRecordTrackingRequest.model_validate(given(shipment_id=key_of(shipment, "id"), code=code, text=text))
        call = Call(
            "shipping_record_tracking",
            "POST",
            "/v1/shipping/record-tracking",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.TrackingEvent)

    async def shipping_record_tracking_batch(
        self,
        items: list[models.ShippingRecordTrackingRequest],
    ) -> models.ShippingRecordTrackingBatchResult:
        """Many calls of shipping_record_tracking in one request."""
        body = models.ShippingRecordTrackingBatchRequest.model_validate(given(items=items))
        call = Call(
            "shipping_record_tracking_batch",
            "POST",
            "/v1/shipping/record-tracking/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingRecordTrackingBatchResult)

    async def shipping_record_tracking_batch_of_any_size(self, requests: Sequence[models.ShippingRecordTrackingRequest]) -> list[models.TrackingEvent]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.TrackingEvent] = []
        for start in range(0, len(requests), 100):
            batch = await self.shipping_record_tracking_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results

    async def shipping_cost(
        self,
        method: object | int,
        country: str,
        grams: int,
        goods: Any,
        free: bool = False,
    ) -> Any:
        """What the customer pays; free above the threshold, but express never is."""
        body = models.ShippingCostRequest.model_validate(given(method_id=key_of(method, "id"), country=country, grams=grams, goods=goods, free=free))
        call = Call(
            "shipping_cost",
            "POST",
            "/v1/shipping/shipping-cost",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.ShippingCostResult).result
