"""Routes of the group inventory."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["inventory"])


@router.post(
    "/v1/inventory/available-quantity",
    operation_id="inventory_available_quantity",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_available_quantity(
    operations_: Current,
    body: models.InventoryAvailableQuantityRequest,
) -> models.InventoryAvailableQuantityResult:
    """Call available quantity."""
    return operations_.inventory_available_quantity(body=body)


@router.post(
    "/v1/inventory/available-quantity/batch",
    operation_id="inventory_available_quantity_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_available_quantity_batch(
    operations_: Current,
    body: models.InventoryAvailableQuantityBatchRequest,
) -> models.InventoryAvailableQuantityBatchResult:
    """Many calls of inventory_available_quantity in one request."""
    return operations_.inventory_available_quantity_batch(body=body)


@router.post(
    "/v1/inventory/delivery-promise",
    operation_id="inventory_delivery_promise",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_delivery_promise(
    operations_: Current,
    body: models.InventoryDeliveryPromiseRequest,
) -> models.InventoryDeliveryPromiseResult:
    """Call delivery promise."""
    return operations_.inventory_delivery_promise(body=body)


@router.post(
    "/v1/inventory/delivery-promise/batch",
    operation_id="inventory_delivery_promise_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_delivery_promise_batch(
    operations_: Current,
    body: models.InventoryDeliveryPromiseBatchRequest,
) -> models.InventoryDeliveryPromiseBatchResult:
    """Many calls of inventory_delivery_promise in one request."""
    return operations_.inventory_delivery_promise_batch(body=body)


@router.post(
    "/v1/inventory/receive-purchase-order",
    operation_id="inventory_receive_purchase_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_receive_purchase_order(
    operations_: Current,
    body: models.InventoryReceivePurchaseOrderRequest,
) -> models.InventoryReceivePurchaseOrderResult:
    """Call receive purchase order."""
    with declared(exceptions.InvalidState):
        return operations_.inventory_receive_purchase_order(body=body)


@router.post(
    "/v1/inventory/receive-purchase-order/batch",
    operation_id="inventory_receive_purchase_order_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_receive_purchase_order_batch(
    operations_: Current,
    body: models.InventoryReceivePurchaseOrderBatchRequest,
) -> models.InventoryReceivePurchaseOrderBatchResult:
    """Many calls of inventory_receive_purchase_order in one request."""
    with declared(exceptions.InvalidState):
        return operations_.inventory_receive_purchase_order_batch(body=body)


@router.post(
    "/v1/inventory/release-expired",
    operation_id="inventory_release_expired",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_release_expired(
    operations_: Current,
    body: models.InventoryReleaseExpiredRequest,
) -> models.InventoryReleaseExpiredResult:
    """Free what unpaid orders hold, and cancel those orders."""
    return operations_.inventory_release_expired(body=body)


@router.post(
    "/v1/inventory/release-for-order",
    operation_id="inventory_release_for_order",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_release_for_order(
    operations_: Current,
    body: models.InventoryReleaseForOrderRequest,
) -> models.InventoryReleaseForOrderResult:
    """Give back everything an order holds."""
    return operations_.inventory_release_for_order(body=body)


@router.post(
    "/v1/inventory/reorder-proposal",
    operation_id="inventory_reorder_proposal",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_reorder_proposal(
    operations_: Current,
) -> models.InventoryReorderProposalResult:
    """Supplier name -> list of (sku, quantity) that should be bought."""
    return operations_.inventory_reorder_proposal()


@router.post(
    "/v1/inventory/reserve",
    operation_id="inventory_reserve",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_reserve(
    operations_: Current,
    body: models.InventoryReserveRequest,
) -> models.InventoryReserveResult:
    """Promise pieces to an order, from one warehouse if possible, from several if not."""
    with declared(exceptions.OutOfStock):
        return operations_.inventory_reserve(body=body)


@router.post(
    "/v1/inventory/reserve/batch",
    operation_id="inventory_reserve_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_reserve_batch(
    operations_: Current,
    body: models.InventoryReserveBatchRequest,
) -> models.InventoryReserveBatchResult:
    """Many calls of inventory_reserve in one request."""
    with declared(exceptions.OutOfStock):
        return operations_.inventory_reserve_batch(body=body)


@router.post(
    "/v1/inventory/restock",
    operation_id="inventory_restock",
    status_code=204,
    response_model_exclude_unset=True,
)
def inventory_restock(
    operations_: Current,
    body: models.InventoryRestockRequest,
) -> None:
    """Put returned goods back, or write them off."""
    with declared(exceptions.InvalidState):
        return operations_.inventory_restock(body=body)


@router.post(
    "/v1/inventory/restock/batch",
    operation_id="inventory_restock_batch",
    status_code=204,
    response_model_exclude_unset=True,
)
def inventory_restock_batch(
    operations_: Current,
    body: models.InventoryRestockBatchRequest,
) -> None:
    """Many calls of inventory_restock in one request."""
    with declared(exceptions.InvalidState):
        return operations_.inventory_restock_batch(body=body)


@router.post(
    "/v1/inventory/watch",
    operation_id="inventory_watch",
    status_code=200,
    response_model_exclude_unset=True,
)
def inventory_watch(
    operations_: Current,
    body: models.InventoryWatchRequest,
) -> models.StockAlert:
    """Call watch."""
    with declared(exceptions.InvalidState):
        return operations_.inventory_watch(body=body)
