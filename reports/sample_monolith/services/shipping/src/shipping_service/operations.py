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

    def list_carriers(
        self,
        code: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CarrierPage:
        """List carriers, page by page."""
        raise NotImplementedYet("list_carriers")

    def create_carrier(
        self,
        body: models.CarrierCreate,
    ) -> models.Carrier:
        """Create one carrier."""
        raise NotImplementedYet("create_carrier")

    def batch_get_carriers(
        self,
        body: models.CarrierBatchRequest,
    ) -> models.CarrierBatch:
        """Read many carriers at once."""
        raise NotImplementedYet("batch_get_carriers")

    def get_carrier(
        self,
        carrier_id: int,
    ) -> models.Carrier:
        """Read one carrier."""
        raise NotImplementedYet("get_carrier")

    def list_shipment_lines(
        self,
        shipment_id: int | None = None,
        order_line_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ShipmentLinePage:
        """List shipment lines, page by page."""
        raise NotImplementedYet("list_shipment_lines")

    def batch_get_shipment_lines(
        self,
        body: models.ShipmentLineBatchRequest,
    ) -> models.ShipmentLineBatch:
        """Read many shipment lines at once."""
        raise NotImplementedYet("batch_get_shipment_lines")

    def get_shipment_line(
        self,
        shipment_line_id: int,
    ) -> models.ShipmentLine:
        """Read one shipment line."""
        raise NotImplementedYet("get_shipment_line")

    def list_shipments(
        self,
        order_id: int | None = None,
        warehouse_id: int | None = None,
        address_id: int | None = None,
        method_id: int | None = None,
        status: Literal["open", "dispatched", "delivered", "lost"] | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ShipmentPage:
        """List shipments, page by page."""
        raise NotImplementedYet("list_shipments")

    def batch_get_shipments(
        self,
        body: models.ShipmentBatchRequest,
    ) -> models.ShipmentBatch:
        """Read many shipments at once."""
        raise NotImplementedYet("batch_get_shipments")

    def delete_shipment(
        self,
        shipment_id: int,
    ) -> None:
        """Delete one shipment."""
        raise NotImplementedYet("delete_shipment")

    def get_shipment(
        self,
        shipment_id: int,
    ) -> models.Shipment:
        """Read one shipment."""
        raise NotImplementedYet("get_shipment")

    def update_shipment(
        self,
        shipment_id: int,
        body: models.ShipmentUpdate,
    ) -> models.Shipment:
        """Change fields of one shipment."""
        raise NotImplementedYet("update_shipment")

    def shipments_tracking_url(
        self,
        shipment_id: int,
    ) -> models.ShipmentsTrackingUrlResult:
        """Call tracking url."""
        raise NotImplementedYet("shipments_tracking_url")

    def list_shipping_methods(
        self,
        carrier_id: int | None = None,
        zone_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ShippingMethodPage:
        """List shipping methods, page by page."""
        raise NotImplementedYet("list_shipping_methods")

    def create_shipping_method(
        self,
        body: models.ShippingMethodCreate,
    ) -> models.ShippingMethod:
        """Create one shipping method."""
        raise NotImplementedYet("create_shipping_method")

    def batch_get_shipping_methods(
        self,
        body: models.ShippingMethodBatchRequest,
    ) -> models.ShippingMethodBatch:
        """Read many shipping methods at once."""
        raise NotImplementedYet("batch_get_shipping_methods")

    def get_shipping_method(
        self,
        shipping_method_id: int,
    ) -> models.ShippingMethod:
        """Read one shipping method."""
        raise NotImplementedYet("get_shipping_method")

    def get_shipping_options(
        self,
    ) -> models.GetShippingOptionsResult:
        """The shipping methods for the cart of the visitor, with prices."""
        raise NotImplementedYet("get_shipping_options")

    def shipping_overdue_shipments(
        self,
        body: models.ShippingOverdueShipmentsRequest,
    ) -> models.ShippingOverdueShipmentsResult:
        """Parcels that should have arrived; the nightly job asks the carrier about them."""
        raise NotImplementedYet("shipping_overdue_shipments")

    def get_track(
        self,
        pk: str,
    ) -> models.GetTrackResult:
        """GET /shipping/parcels/{pk}/."""
        raise NotImplementedYet("get_track")

    def post_dispatch(
        self,
        pk: str,
        body: models.PostDispatchRequest,
    ) -> models.PostDispatchResult:
        """POST /shipping/parcels/{pk}/dispatch/."""
        raise NotImplementedYet("post_dispatch")

    def get_label(
        self,
        pk: str,
    ) -> models.GetLabelResult:
        """GET /shipping/parcels/{pk}/label/."""
        raise NotImplementedYet("get_label")

    def shipping_record_tracking(
        self,
        body: models.ShippingRecordTrackingRequest,
    ) -> models.TrackingEvent:
        """Call record tracking."""
        raise NotImplementedYet("shipping_record_tracking")

    def shipping_record_tracking_batch(
        self,
        body: models.ShippingRecordTrackingBatchRequest,
    ) -> models.ShippingRecordTrackingBatchResult:
        """Many calls of shipping_record_tracking in one request."""
        return models.ShippingRecordTrackingBatchResult(items=in_order(self.shipping_record_tracking, body.items))

    def shipping_cost(
        self,
        body: models.ShippingCostRequest,
    ) -> models.ShippingCostResult:
        """What the customer pays; free above the threshold, but express never is."""
        raise NotImplementedYet("shipping_cost")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
