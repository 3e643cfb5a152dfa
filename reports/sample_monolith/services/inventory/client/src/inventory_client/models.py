"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import Day, DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class CapturedEvent(Model):
    """CapturedEvent."""

    order_id: WholeNumber
    payment_id: WholeNumber


class InventoryAvailableQuantityBatchRequest(Model):
    """InventoryAvailableQuantityBatchRequest."""

    items: Annotated[list[InventoryAvailableQuantityRequest], Field(min_length=1, max_length=100)]


class InventoryAvailableQuantityBatchResult(Model):
    """InventoryAvailableQuantityBatchResult."""

    items: list[InventoryAvailableQuantityResult]


class InventoryAvailableQuantityRequest(Model):
    """InventoryAvailableQuantityRequest."""

    variant_id: WholeNumber


class InventoryAvailableQuantityResult(Model):
    """InventoryAvailableQuantityResult."""

    result: WholeNumber


class InventoryDeliveryPromiseBatchRequest(Model):
    """InventoryDeliveryPromiseBatchRequest."""

    items: Annotated[list[InventoryDeliveryPromiseRequest], Field(min_length=1, max_length=100)]


class InventoryDeliveryPromiseBatchResult(Model):
    """InventoryDeliveryPromiseBatchResult."""

    items: list[InventoryDeliveryPromiseResult]


class InventoryDeliveryPromiseRequest(Model):
    """InventoryDeliveryPromiseRequest."""

    variant_id: WholeNumber
    variant: InventoryDeliveryPromiseVariant | None = None


class InventoryDeliveryPromiseResult(Model):
    """InventoryDeliveryPromiseResult."""

    result: str


class InventoryDeliveryPromiseVariant(Model):
    """What inventory_delivery_promise uses of a row of catalogue_variant."""

    product_id: WholeNumber


class InventoryReceivePurchaseOrderBatchRequest(Model):
    """InventoryReceivePurchaseOrderBatchRequest."""

    items: Annotated[list[InventoryReceivePurchaseOrderRequest], Field(min_length=1, max_length=100)]


class InventoryReceivePurchaseOrderBatchResult(Model):
    """InventoryReceivePurchaseOrderBatchResult."""

    items: list[InventoryReceivePurchaseOrderResult]


class InventoryReceivePurchaseOrderRequest(Model):
    """InventoryReceivePurchaseOrderRequest."""

    purchase_order_id: WholeNumber


class InventoryReceivePurchaseOrderResult(Model):
    """InventoryReceivePurchaseOrderResult."""

    result: WholeNumber


class InventoryReleaseExpiredRequest(Model):
    """InventoryReleaseExpiredRequest."""

    now: Any = None


class InventoryReleaseExpiredResult(Model):
    """InventoryReleaseExpiredResult."""

    result: WholeNumber


class InventoryReleaseForOrderRequest(Model):
    """InventoryReleaseForOrderRequest."""

    order_id: WholeNumber


class InventoryReleaseForOrderResult(Model):
    """InventoryReleaseForOrderResult."""

    result: WholeNumber


class InventoryReorderProposalResult(Model):
    """InventoryReorderProposalResult."""

    result: dict[str, Any]


class InventoryReserveBatchRequest(Model):
    """InventoryReserveBatchRequest."""

    items: Annotated[list[InventoryReserveRequest], Field(min_length=1, max_length=100)]


class InventoryReserveBatchResult(Model):
    """InventoryReserveBatchResult."""

    items: list[InventoryReserveResult]


class InventoryReserveRequest(Model):
    """InventoryReserveRequest."""

    order_id: WholeNumber
    variant_id: WholeNumber
    variant: InventoryReserveVariant | None = None
    quantity: WholeNumber


class InventoryReserveResult(Model):
    """InventoryReserveResult."""

    result: list[Reservation]


class InventoryReserveVariant(Model):
    """What inventory_reserve uses of a row of catalogue_variant."""

    sku: Annotated[str, Field(max_length=32)]


class InventoryRestockBatchRequest(Model):
    """InventoryRestockBatchRequest."""

    items: Annotated[list[InventoryRestockRequest], Field(min_length=1, max_length=100)]


class InventoryRestockRequest(Model):
    """InventoryRestockRequest."""

    variant_id: WholeNumber
    variant: InventoryRestockVariant | None = None
    quantity: WholeNumber
    order_line_id: WholeNumber | None = None
    resellable: Omittable[YesNo] = None


class InventoryRestockVariant(Model):
    """What inventory_restock uses of a row of catalogue_variant."""

    sku: Annotated[str, Field(max_length=32)]


class InventoryWatchRequest(Model):
    """InventoryWatchRequest."""

    user_id: WholeNumber
    variant_id: WholeNumber
    variant: InventoryWatchVariant | None = None


class InventoryWatchVariant(Model):
    """What inventory_watch uses of a row of catalogue_variant."""

    sku: Annotated[str, Field(max_length=32)]


class PurchaseOrder(Model):
    """PurchaseOrder."""

    id: WholeNumber
    supplier_id: WholeNumber
    warehouse_id: WholeNumber
    status: Literal["open", "received"]
    expected_on: Day | None
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp


class PurchaseOrderCreate(Model):
    """PurchaseOrderCreate."""

    supplier_id: WholeNumber
    warehouse_id: WholeNumber
    status: Omittable[Literal["open", "received"]] = None
    expected_on: Day | None = None
    created_by_id: WholeNumber | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class PurchaseOrderLine(Model):
    """PurchaseOrderLine."""

    id: WholeNumber
    purchase_order_id: WholeNumber
    variant_id: WholeNumber
    quantity: WholeNumber
    received: WholeNumber
    unit_cost: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]


class PurchaseOrderLineBatch(Model):
    """PurchaseOrderLineBatch."""

    items: list[PurchaseOrderLine]
    missing: list[WholeNumber]


class PurchaseOrderLineBatchRequest(Model):
    """PurchaseOrderLineBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class PurchaseOrderLineCreate(Model):
    """PurchaseOrderLineCreate."""

    purchase_order_id: WholeNumber
    variant_id: WholeNumber
    quantity: WholeNumber
    received: Omittable[WholeNumber] = None
    unit_cost: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]


class PurchaseOrderLinePage(Model):
    """PurchaseOrderLinePage."""

    items: Annotated[list[PurchaseOrderLine], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class PurchaseOrderPage(Model):
    """PurchaseOrderPage."""

    items: Annotated[list[PurchaseOrder], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class Reservation(Model):
    """Reservation."""

    id: WholeNumber
    order_id: WholeNumber
    stock_item_id: WholeNumber
    quantity: WholeNumber
    status: Literal["open", "received"]
    expires_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp


class ReservationBatch(Model):
    """ReservationBatch."""

    items: list[Reservation]
    missing: list[WholeNumber]


class ReservationBatchRequest(Model):
    """ReservationBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class ReservationCreate(Model):
    """ReservationCreate."""

    order_id: WholeNumber
    stock_item_id: WholeNumber
    quantity: WholeNumber
    status: Omittable[Literal["open", "received"]] = None
    expires_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class ReservationPage(Model):
    """ReservationPage."""

    items: Annotated[list[Reservation], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class SendBackInStockTask(Model):
    """SendBackInStockTask."""

    variant_id: WholeNumber
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]


class ShippedEvent(Model):
    """ShippedEvent."""

    order_id: WholeNumber


class StockAlert(Model):
    """A customer who wants to know when something is back."""

    id: WholeNumber
    user_id: WholeNumber
    variant_id: WholeNumber
    sent_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp


class StockItem(Model):
    """StockItem."""

    id: WholeNumber
    variant_id: WholeNumber
    warehouse_id: WholeNumber
    on_hand: WholeNumber
    reserved: WholeNumber
    reorder_at: WholeNumber
    shelf: Annotated[str, Field(max_length=20)]
    created_at: Timestamp
    updated_at: Timestamp


class StockItemBatch(Model):
    """StockItemBatch."""

    items: list[StockItem]
    missing: list[WholeNumber]


class StockItemBatchRequest(Model):
    """StockItemBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class StockItemCreate(Model):
    """StockItemCreate."""

    variant_id: WholeNumber
    warehouse_id: WholeNumber
    on_hand: Omittable[WholeNumber] = None
    reserved: Omittable[WholeNumber] = None
    reorder_at: Omittable[WholeNumber] = None
    shelf: Annotated[str, Field(max_length=20)]
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class StockItemPage(Model):
    """StockItemPage."""

    items: Annotated[list[StockItem], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class StockItemUpdate(Model):
    """StockItemUpdate."""

    variant_id: Omittable[WholeNumber] = None
    warehouse_id: Omittable[WholeNumber] = None
    on_hand: Omittable[WholeNumber] = None
    reserved: Omittable[WholeNumber] = None
    reorder_at: Omittable[WholeNumber] = None
    shelf: Omittable[Annotated[str, Field(max_length=20)]] = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class StockMovement(Model):
    """Each change of ``on_hand``, for the accountants."""

    id: WholeNumber
    stock_item_id: WholeNumber
    order_line_id: WholeNumber | None
    quantity: WholeNumber
    reason: Literal["purchase", "sale", "return", "count", "damage"]
    note: Annotated[str, Field(max_length=200)]
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp


class Supplier(Model):
    """Supplier."""

    id: WholeNumber
    name: Annotated[str, Field(max_length=120)]
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    lead_days: WholeNumber


class SupplierCreate(Model):
    """SupplierCreate."""

    name: Annotated[str, Field(max_length=120)]
    email: Annotated[str, Field(max_length=254, pattern="^[^@\\s]+@[^@\\s]+$")]
    lead_days: Omittable[WholeNumber] = None


class Warehouse(Model):
    """Warehouse."""

    id: WholeNumber
    code: Annotated[str, Field(max_length=8)]
    name: Annotated[str, Field(max_length=80)]
    country: Annotated[str, Field(max_length=2)]
    priority: WholeNumber


class WarehouseCreate(Model):
    """WarehouseCreate."""

    code: Annotated[str, Field(max_length=8)]
    name: Annotated[str, Field(max_length=80)]
    country: Omittable[Annotated[str, Field(max_length=2)]] = None
    priority: Omittable[WholeNumber] = None


class WarehousePage(Model):
    """WarehousePage."""

    items: Annotated[list[Warehouse], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None
