"""The operations of the service Inventory as methods, for asyncio."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import Any, Literal

import httpx

from . import models
from .policy import UNSET, Breaker, Policy, Unset
from .transport import AsyncTransport, Call, Headers, RaiseAs, answer, details_of, given, key_of, segment


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

    async def inventory_available_quantity(
        self,
        variant: object | int,
    ) -> int:
        """Call available quantity."""
        body = models.InventoryAvailableQuantityRequest.model_validate(given(variant_id=key_of(variant, "id")))
        call = Call(
            "inventory_available_quantity",
            "POST",
            "/v1/inventory/available-quantity",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryAvailableQuantityResult).result

    async def inventory_available_quantity_batch(
        self,
        items: list[models.InventoryAvailableQuantityRequest],
    ) -> models.InventoryAvailableQuantityBatchResult:
        """Many calls of inventory_available_quantity in one request."""
        body = models.InventoryAvailableQuantityBatchRequest.model_validate(given(items=items))
        call = Call(
            "inventory_available_quantity_batch",
            "POST",
            "/v1/inventory/available-quantity/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryAvailableQuantityBatchResult)

    async def inventory_available_quantity_batch_of_any_size(self, requests: Sequence[models.InventoryAvailableQuantityRequest]) -> list[int]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[int] = []
        for start in range(0, len(requests), 100):
            batch = await self.inventory_available_quantity_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    async def inventory_delivery_promise(
        self,
        variant: object | int,
    ) -> str:
        """Call delivery promise."""
        body = models.InventoryDeliveryPromiseRequest.model_validate(given(variant_id=key_of(variant, "id"), variant=details_of(variant, {"product_id": "product_id"})))
        call = Call(
            "inventory_delivery_promise",
            "POST",
            "/v1/inventory/delivery-promise",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryDeliveryPromiseResult).result

    async def inventory_delivery_promise_batch(
        self,
        items: list[models.InventoryDeliveryPromiseRequest],
    ) -> models.InventoryDeliveryPromiseBatchResult:
        """Many calls of inventory_delivery_promise in one request."""
        body = models.InventoryDeliveryPromiseBatchRequest.model_validate(given(items=items))
        call = Call(
            "inventory_delivery_promise_batch",
            "POST",
            "/v1/inventory/delivery-promise/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryDeliveryPromiseBatchResult)

    async def inventory_delivery_promise_batch_of_any_size(self, requests: Sequence[models.InventoryDeliveryPromiseRequest]) -> list[str]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[str] = []
        for start in range(0, len(requests), 100):
            batch = await self.inventory_delivery_promise_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    async def inventory_receive_purchase_order(
        self,
        purchase_order: object | int,
    ) -> int:
        """Call receive purchase order."""
        body = models.InventoryReceivePurchaseOrderRequest.model_validate(given(purchase_order_id=key_of(purchase_order, "id")))
        call = Call(
            "inventory_receive_purchase_order",
            "POST",
            "/v1/inventory/receive-purchase-order",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReceivePurchaseOrderResult).result

    async def inventory_receive_purchase_order_batch(
        self,
        items: list[models.InventoryReceivePurchaseOrderRequest],
    ) -> models.InventoryReceivePurchaseOrderBatchResult:
        """Many calls of inventory_receive_purchase_order in one request."""
        body = models.InventoryReceivePurchaseOrderBatchRequest.model_validate(given(items=items))
        call = Call(
            "inventory_receive_purchase_order_batch",
            "POST",
            "/v1/inventory/receive-purchase-order/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReceivePurchaseOrderBatchResult)

    async def inventory_receive_purchase_order_batch_of_any_size(self, requests: Sequence[models.InventoryReceivePurchaseOrderRequest]) -> list[int]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[int] = []
        for start in range(0, len(requests), 100):
            batch = await self.inventory_receive_purchase_order_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    async def inventory_release_expired(
        self,
        now: Any = None,
    ) -> int:
        """Free what unpaid orders hold, and cancel those orders."""
        body = models.InventoryReleaseExpiredRequest.model_validate(given(now=now))
        call = Call(
            "inventory_release_expired",
            "POST",
            "/v1/inventory/release-expired",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReleaseExpiredResult).result

    async def inventory_release_for_order(
        self,
        order: object | int,
    ) -> int:
        """Give back everything an order holds."""
        body = models.InventoryReleaseForOrderRequest.model_validate(given(order_id=key_of(order, "id")))
        call = Call(
            "inventory_release_for_order",
            "POST",
            "/v1/inventory/release-for-order",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReleaseForOrderResult).result

    async def inventory_reorder_proposal(
        self,
    ) -> dict[str, Any]:
        """Supplier name -> list of (sku, quantity) that should be bought."""
        call = Call(
            "inventory_reorder_proposal",
            "POST",
            "/v1/inventory/reorder-proposal",
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReorderProposalResult).result

    async def inventory_reserve(
        self,
        order: object | int,
        variant: object | int,
        quantity: int,
    ) -> list[models.Reservation]:
        """Promise pieces to an order, from one warehouse if possible, from several if not."""
        body = models.InventoryReserveRequest.model_validate(given(order_id=key_of(order, "id"), variant_id=key_of(variant, "id"), variant=details_of(variant, {"sku": "sku"}), quantity=quantity))
        call = Call(
            "inventory_reserve",
            "POST",
            "/v1/inventory/reserve",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReserveResult).result

    async def inventory_reserve_batch(
        self,
        items: list[models.InventoryReserveRequest],
    ) -> models.InventoryReserveBatchResult:
        """Many calls of inventory_reserve in one request."""
        body = models.InventoryReserveBatchRequest.model_validate(given(items=items))
        call = Call(
            "inventory_reserve_batch",
            "POST",
            "/v1/inventory/reserve/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.InventoryReserveBatchResult)

    async def inventory_reserve_batch_of_any_size(self, requests: Sequence[models.InventoryReserveRequest]) -> list[list[models.Reservation]]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[list[models.Reservation]] = []
        for start in range(0, len(requests), 100):
            batch = await self.inventory_reserve_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    async def inventory_restock(
        self,
        variant: object | int,
        quantity: int,
        order_line: object | int | None = None,
        resellable: bool = True,
    ) -> None:
        """Put returned goods back, or write them off."""
        body = models.InventoryRestockRequest.model_validate(given(variant_id=key_of(variant, "id"), variant=details_of(variant, {"sku": "sku"}), quantity=quantity, order_line_id=key_of(order_line, "id"), resellable=resellable))
        call = Call(
            "inventory_restock",
            "POST",
            "/v1/inventory/restock",
            body=body,
            safe=False,
            key=True,
        )
        await self._transport.send(call)

    async def inventory_restock_batch(
        self,
        items: list[models.InventoryRestockRequest],
    ) -> None:
        """Many calls of inventory_restock in one request."""
        body = models.InventoryRestockBatchRequest.model_validate(given(items=items))
        call = Call(
            "inventory_restock_batch",
            "POST",
            "/v1/inventory/restock/batch",
            body=body,
            safe=False,
            key=True,
        )
        await self._transport.send(call)

    async def inventory_restock_batch_of_any_size(self, requests: Sequence[models.InventoryRestockRequest]) -> None:
        """Make many calls in as few requests as the contract allows."""
        for start in range(0, len(requests), 100):
            await self.inventory_restock_batch(list(requests[start : start + 100]))

    async def inventory_watch(
        self,
        user: object | int,
        variant: object | int,
    ) -> models.StockAlert:
        """Call watch."""
        body = models.InventoryWatchRequest.model_validate(given(user_id=key_of(user, "id"), variant_id=key_of(variant, "id"), variant=details_of(variant, {"sku": "sku"})))
        call = Call(
            "inventory_watch",
            "POST",
            "/v1/inventory/watch",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockAlert)

    async def list_purchase_order_lines(
        self,
        *,
        purchase_order_id: int | Unset = UNSET,
        variant_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.PurchaseOrderLinePage:
        """List purchase order lines, page by page."""
        call = Call(
            "list_purchase_order_lines",
            "GET",
            "/v1/purchase-order-lines",
            query={"purchase_order_id": purchase_order_id, "variant_id": variant_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrderLinePage)

    async def iterate_purchase_order_lines(
        self,
        *,
        purchase_order_id: int | Unset = UNSET,
        variant_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.PurchaseOrderLine]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_purchase_order_lines(purchase_order_id=purchase_order_id, variant_id=variant_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_purchase_order_line(
        self,
        *,
        purchase_order_id: int,
        variant_id: int,
        quantity: int,
        unit_cost: decimal.Decimal,
        received: int | Unset = UNSET,
    ) -> models.PurchaseOrderLine:
        """Create one purchase order line."""
        body = models.PurchaseOrderLineCreate.model_validate(given(purchase_order_id=purchase_order_id, variant_id=variant_id, quantity=quantity, unit_cost=unit_cost, received=received))
        call = Call(
            "create_purchase_order_line",
            "POST",
            "/v1/purchase-order-lines",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrderLine)

    async def batch_get_purchase_order_lines(
        self,
        ids: list[int],
    ) -> models.PurchaseOrderLineBatch:
        """Read many purchase order lines at once."""
        body = models.PurchaseOrderLineBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_purchase_order_lines",
            "POST",
            "/v1/purchase-order-lines/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrderLineBatch)

    async def get_many_purchase_order_lines(self, ids: Iterable[int]) -> Mapping[int, models.PurchaseOrderLine]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.PurchaseOrderLine] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_purchase_order_lines(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def get_purchase_order_line(
        self,
        purchase_order_line_id: int,
    ) -> models.PurchaseOrderLine:
        """Read one purchase order line."""
        call = Call(
            "get_purchase_order_line",
            "GET",
            "/v1/purchase-order-lines/" + segment(purchase_order_line_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrderLine)

    async def list_purchase_orders(
        self,
        *,
        supplier_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        status: Literal["open", "received"] | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.PurchaseOrderPage:
        """List purchase orders, page by page."""
        call = Call(
            "list_purchase_orders",
            "GET",
            "/v1/purchase-orders",
            query={"supplier_id": supplier_id, "warehouse_id": warehouse_id, "status": status, "created_by_id": created_by_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrderPage)

    async def iterate_purchase_orders(
        self,
        *,
        supplier_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        status: Literal["open", "received"] | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.PurchaseOrder]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_purchase_orders(supplier_id=supplier_id, warehouse_id=warehouse_id, status=status, created_by_id=created_by_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_purchase_order(
        self,
        *,
        supplier_id: int,
        warehouse_id: int,
        status: Literal["open", "received"] | Unset = UNSET,
        expected_on: Unset | datetime.date | None = UNSET,
        created_by_id: Unset | int | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.PurchaseOrder:
        """Create one purchase order."""
        body = models.PurchaseOrderCreate.model_validate(given(supplier_id=supplier_id, warehouse_id=warehouse_id, status=status, expected_on=expected_on, created_by_id=created_by_id, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_purchase_order",
            "POST",
            "/v1/purchase-orders",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrder)

    async def get_purchase_order(
        self,
        purchase_order_id: int,
    ) -> models.PurchaseOrder:
        """Read one purchase order."""
        call = Call(
            "get_purchase_order",
            "GET",
            "/v1/purchase-orders/" + segment(purchase_order_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.PurchaseOrder)

    async def list_reservations(
        self,
        *,
        order_id: int | Unset = UNSET,
        stock_item_id: int | Unset = UNSET,
        status: Literal["open", "received"] | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ReservationPage:
        """List reservations, page by page."""
        call = Call(
            "list_reservations",
            "GET",
            "/v1/reservations",
            query={"order_id": order_id, "stock_item_id": stock_item_id, "status": status, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ReservationPage)

    async def iterate_reservations(
        self,
        *,
        order_id: int | Unset = UNSET,
        stock_item_id: int | Unset = UNSET,
        status: Literal["open", "received"] | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.Reservation]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_reservations(order_id=order_id, stock_item_id=stock_item_id, status=status, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_reservation(
        self,
        *,
        order_id: int,
        stock_item_id: int,
        quantity: int,
        status: Literal["open", "received"] | Unset = UNSET,
        expires_at: Unset | datetime.datetime | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Reservation:
        """Create one reservation."""
        body = models.ReservationCreate.model_validate(given(order_id=order_id, stock_item_id=stock_item_id, quantity=quantity, status=status, expires_at=expires_at, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_reservation",
            "POST",
            "/v1/reservations",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Reservation)

    async def batch_get_reservations(
        self,
        ids: list[int],
    ) -> models.ReservationBatch:
        """Read many reservations at once."""
        body = models.ReservationBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_reservations",
            "POST",
            "/v1/reservations/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.ReservationBatch)

    async def get_many_reservations(self, ids: Iterable[int]) -> Mapping[int, models.Reservation]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Reservation] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_reservations(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def get_reservation(
        self,
        reservation_id: int,
    ) -> models.Reservation:
        """Read one reservation."""
        call = Call(
            "get_reservation",
            "GET",
            "/v1/reservations/" + segment(reservation_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.Reservation)

    async def list_stock_items(
        self,
        *,
        variant_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.StockItemPage:
        """List stock items, page by page."""
        call = Call(
            "list_stock_items",
            "GET",
            "/v1/stock-items",
            query={"variant_id": variant_id, "warehouse_id": warehouse_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockItemPage)

    async def iterate_stock_items(
        self,
        *,
        variant_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.StockItem]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_stock_items(variant_id=variant_id, warehouse_id=warehouse_id, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_stock_item(
        self,
        *,
        variant_id: int,
        warehouse_id: int,
        shelf: str,
        on_hand: int | Unset = UNSET,
        reserved: int | Unset = UNSET,
        reorder_at: int | Unset = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.StockItem:
        """Create one stock item."""
        body = models.StockItemCreate.model_validate(given(variant_id=variant_id, warehouse_id=warehouse_id, shelf=shelf, on_hand=on_hand, reserved=reserved, reorder_at=reorder_at, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_stock_item",
            "POST",
            "/v1/stock-items",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockItem)

    async def batch_get_stock_items(
        self,
        ids: list[int],
    ) -> models.StockItemBatch:
        """Read many stock items at once."""
        body = models.StockItemBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_stock_items",
            "POST",
            "/v1/stock-items/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockItemBatch)

    async def get_many_stock_items(self, ids: Iterable[int]) -> Mapping[int, models.StockItem]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.StockItem] = {}
        for start in range(0, len(wanted), 100):
            batch = await self.batch_get_stock_items(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    async def get_stock_item(
        self,
        stock_item_id: int,
    ) -> models.StockItem:
        """Read one stock item."""
        call = Call(
            "get_stock_item",
            "GET",
            "/v1/stock-items/" + segment(stock_item_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockItem)

    async def update_stock_item(
        self,
        stock_item_id: int,
        *,
        variant_id: int | Unset = UNSET,
        warehouse_id: int | Unset = UNSET,
        on_hand: int | Unset = UNSET,
        reserved: int | Unset = UNSET,
        reorder_at: int | Unset = UNSET,
        shelf: str | Unset = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.StockItem:
        """Change fields of one stock item."""
        body = models.StockItemUpdate.model_validate(given(variant_id=variant_id, warehouse_id=warehouse_id, on_hand=on_hand, reserved=reserved, reorder_at=reorder_at, shelf=shelf, created_at=created_at, updated_at=updated_at))
        call = Call(
            "update_stock_item",
            "PATCH",
            "/v1/stock-items/" + segment(stock_item_id),
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockItem)

    async def get_stock_movement(
        self,
        stock_movement_id: int,
    ) -> models.StockMovement:
        """Read one stock movement."""
        call = Call(
            "get_stock_movement",
            "GET",
            "/v1/stock-movements/" + segment(stock_movement_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.StockMovement)

    async def create_supplier(
        self,
        *,
        name: str,
        email: str,
        lead_days: int | Unset = UNSET,
    ) -> models.Supplier:
        """Create one supplier."""
        body = models.SupplierCreate.model_validate(given(name=name, email=email, lead_days=lead_days))
        call = Call(
            "create_supplier",
            "POST",
            "/v1/suppliers",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Supplier)

    async def get_supplier(
        self,
        supplier_id: int,
    ) -> models.Supplier:
        """Read one supplier."""
        call = Call(
            "get_supplier",
            "GET",
            "/v1/suppliers/" + segment(supplier_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.Supplier)

    async def list_warehouses(
        self,
        *,
        code: str | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.WarehousePage:
        """List warehouses, page by page."""
        call = Call(
            "list_warehouses",
            "GET",
            "/v1/warehouses",
            query={"code": code, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.WarehousePage)

    async def iterate_warehouses(
        self,
        *,
        code: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> AsyncIterator[models.Warehouse]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = await self.list_warehouses(code=code, limit=limit, cursor=cursor)
            for item in page.items:
                yield item
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    async def create_warehouse(
        self,
        *,
        code: str,
        name: str,
        country: str | Unset = UNSET,
        priority: int | Unset = UNSET,
    ) -> models.Warehouse:
        """Create one warehouse."""
        body = models.WarehouseCreate.model_validate(given(code=code, name=name, country=country, priority=priority))
        call = Call(
            "create_warehouse",
            "POST",
            "/v1/warehouses",
            body=body,
            safe=False,
            key=True,
        )
        response = await self._transport.send(call)
        return answer(response, models.Warehouse)

    async def get_warehouse(
        self,
        warehouse_id: int,
    ) -> models.Warehouse:
        """Read one warehouse."""
        call = Call(
            "get_warehouse",
            "GET",
            "/v1/warehouses/" + segment(warehouse_id),
            safe=True,
            key=False,
        )
        response = await self._transport.send(call)
        return answer(response, models.Warehouse)
