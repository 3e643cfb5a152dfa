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

    def inventory_available_quantity(
        self,
        body: models.InventoryAvailableQuantityRequest,
    ) -> models.InventoryAvailableQuantityResult:
        """Call available quantity."""
        raise NotImplementedYet("inventory_available_quantity")

    def inventory_available_quantity_batch(
        self,
        body: models.InventoryAvailableQuantityBatchRequest,
    ) -> models.InventoryAvailableQuantityBatchResult:
        """Many calls of inventory_available_quantity in one request."""
        return models.InventoryAvailableQuantityBatchResult(items=in_order(self.inventory_available_quantity, body.items))

    def inventory_delivery_promise(
        self,
        body: models.InventoryDeliveryPromiseRequest,
    ) -> models.InventoryDeliveryPromiseResult:
        """Call delivery promise."""
        raise NotImplementedYet("inventory_delivery_promise")

    def inventory_delivery_promise_batch(
        self,
        body: models.InventoryDeliveryPromiseBatchRequest,
    ) -> models.InventoryDeliveryPromiseBatchResult:
        """Many calls of inventory_delivery_promise in one request."""
        return models.InventoryDeliveryPromiseBatchResult(items=in_order(self.inventory_delivery_promise, body.items))

    def inventory_receive_purchase_order(
        self,
        body: models.InventoryReceivePurchaseOrderRequest,
    ) -> models.InventoryReceivePurchaseOrderResult:
        """Call receive purchase order."""
        raise NotImplementedYet("inventory_receive_purchase_order")

    def inventory_receive_purchase_order_batch(
        self,
        body: models.InventoryReceivePurchaseOrderBatchRequest,
    ) -> models.InventoryReceivePurchaseOrderBatchResult:
        """Many calls of inventory_receive_purchase_order in one request."""
        return models.InventoryReceivePurchaseOrderBatchResult(items=in_order(self.inventory_receive_purchase_order, body.items))

    def inventory_release_expired(
        self,
        body: models.InventoryReleaseExpiredRequest,
    ) -> models.InventoryReleaseExpiredResult:
        """Free what unpaid orders hold, and cancel those orders."""
        raise NotImplementedYet("inventory_release_expired")

    def inventory_release_for_order(
        self,
        body: models.InventoryReleaseForOrderRequest,
    ) -> models.InventoryReleaseForOrderResult:
        """Give back everything an order holds."""
        raise NotImplementedYet("inventory_release_for_order")

    def inventory_reorder_proposal(
        self,
    ) -> models.InventoryReorderProposalResult:
        """Supplier name -> list of (sku, quantity) that should be bought."""
        raise NotImplementedYet("inventory_reorder_proposal")

    def inventory_reserve(
        self,
        body: models.InventoryReserveRequest,
    ) -> models.InventoryReserveResult:
        """Promise pieces to an order, from one warehouse if possible, from several if not."""
        raise NotImplementedYet("inventory_reserve")

    def inventory_reserve_batch(
        self,
        body: models.InventoryReserveBatchRequest,
    ) -> models.InventoryReserveBatchResult:
        """Many calls of inventory_reserve in one request."""
        return models.InventoryReserveBatchResult(items=in_order(self.inventory_reserve, body.items))

    def inventory_restock(
        self,
        body: models.InventoryRestockRequest,
    ) -> None:
        """Put returned goods back, or write them off."""
        raise NotImplementedYet("inventory_restock")

    def inventory_restock_batch(
        self,
        body: models.InventoryRestockBatchRequest,
    ) -> None:
        """Many calls of inventory_restock in one request."""
        in_order(self.inventory_restock, body.items)

    def inventory_watch(
        self,
        body: models.InventoryWatchRequest,
    ) -> models.StockAlert:
        """Call watch."""
        raise NotImplementedYet("inventory_watch")

    def list_purchase_order_lines(
        self,
        purchase_order_id: int | None = None,
        variant_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.PurchaseOrderLinePage:
        """List purchase order lines, page by page."""
        raise NotImplementedYet("list_purchase_order_lines")

    def create_purchase_order_line(
        self,
        body: models.PurchaseOrderLineCreate,
    ) -> models.PurchaseOrderLine:
        """Create one purchase order line."""
        raise NotImplementedYet("create_purchase_order_line")

    def batch_get_purchase_order_lines(
        self,
        body: models.PurchaseOrderLineBatchRequest,
    ) -> models.PurchaseOrderLineBatch:
        """Read many purchase order lines at once."""
        raise NotImplementedYet("batch_get_purchase_order_lines")

    def get_purchase_order_line(
        self,
        purchase_order_line_id: int,
    ) -> models.PurchaseOrderLine:
        """Read one purchase order line."""
        raise NotImplementedYet("get_purchase_order_line")

    def list_purchase_orders(
        self,
        supplier_id: int | None = None,
        warehouse_id: int | None = None,
        status: Literal["open", "received"] | None = None,
        created_by_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.PurchaseOrderPage:
        """List purchase orders, page by page."""
        raise NotImplementedYet("list_purchase_orders")

    def create_purchase_order(
        self,
        body: models.PurchaseOrderCreate,
    ) -> models.PurchaseOrder:
        """Create one purchase order."""
        raise NotImplementedYet("create_purchase_order")

    def get_purchase_order(
        self,
        purchase_order_id: int,
    ) -> models.PurchaseOrder:
        """Read one purchase order."""
        raise NotImplementedYet("get_purchase_order")

    def list_reservations(
        self,
        order_id: int | None = None,
        stock_item_id: int | None = None,
        status: Literal["open", "received"] | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ReservationPage:
        """List reservations, page by page."""
        raise NotImplementedYet("list_reservations")

    def create_reservation(
        self,
        body: models.ReservationCreate,
    ) -> models.Reservation:
        """Create one reservation."""
        raise NotImplementedYet("create_reservation")

    def batch_get_reservations(
        self,
        body: models.ReservationBatchRequest,
    ) -> models.ReservationBatch:
        """Read many reservations at once."""
        raise NotImplementedYet("batch_get_reservations")

    def get_reservation(
        self,
        reservation_id: int,
    ) -> models.Reservation:
        """Read one reservation."""
        raise NotImplementedYet("get_reservation")

    def list_stock_items(
        self,
        variant_id: int | None = None,
        warehouse_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.StockItemPage:
        """List stock items, page by page."""
        raise NotImplementedYet("list_stock_items")

    def create_stock_item(
        self,
        body: models.StockItemCreate,
    ) -> models.StockItem:
        """Create one stock item."""
        raise NotImplementedYet("create_stock_item")

    def batch_get_stock_items(
        self,
        body: models.StockItemBatchRequest,
    ) -> models.StockItemBatch:
        """Read many stock items at once."""
        raise NotImplementedYet("batch_get_stock_items")

    def get_stock_item(
        self,
        stock_item_id: int,
    ) -> models.StockItem:
        """Read one stock item."""
        raise NotImplementedYet("get_stock_item")

    def update_stock_item(
        self,
        stock_item_id: int,
        body: models.StockItemUpdate,
    ) -> models.StockItem:
        """Change fields of one stock item."""
        raise NotImplementedYet("update_stock_item")

    def get_stock_movement(
        self,
        stock_movement_id: int,
    ) -> models.StockMovement:
        """Read one stock movement."""
        raise NotImplementedYet("get_stock_movement")

    def create_supplier(
        self,
        body: models.SupplierCreate,
    ) -> models.Supplier:
        """Create one supplier."""
        raise NotImplementedYet("create_supplier")

    def get_supplier(
        self,
        supplier_id: int,
    ) -> models.Supplier:
        """Read one supplier."""
        raise NotImplementedYet("get_supplier")

    def list_warehouses(
        self,
        code: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.WarehousePage:
        """List warehouses, page by page."""
        raise NotImplementedYet("list_warehouses")

    def create_warehouse(
        self,
        body: models.WarehouseCreate,
    ) -> models.Warehouse:
        """Create one warehouse."""
        raise NotImplementedYet("create_warehouse")

    def get_warehouse(
        self,
        warehouse_id: int,
    ) -> models.Warehouse:
        """Read one warehouse."""
        raise NotImplementedYet("get_warehouse")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
