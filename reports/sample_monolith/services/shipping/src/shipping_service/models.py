"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .fields import DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


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


class Carrier(Model):
    """Carrier."""

    id: WholeNumber
    code: Annotated[str, Field(max_length=50)]
    name: Annotated[str, Field(max_length=60)]
    tracking_pattern: Annotated[str, Field(max_length=200)]


class CarrierBatch(Model):
    """CarrierBatch."""

    items: list[Carrier]
    missing: list[WholeNumber]


class CarrierBatchRequest(Model):
    """CarrierBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class CarrierCreate(Model):
    """CarrierCreate."""

    code: Annotated[str, Field(max_length=50)]
    name: Annotated[str, Field(max_length=60)]
    tracking_pattern: Annotated[str, Field(max_length=200)]


class CarrierPage(Model):
    """CarrierPage."""

    items: Annotated[list[Carrier], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class GetLabelResult(OpenModel):
    """GetLabelResult."""


class GetShippingOptionsResult(OpenModel):
    """GetShippingOptionsResult."""


class GetTrackResult(OpenModel):
    """GetTrackResult."""


class PostDispatchRequest(OpenModel):
    """PostDispatchRequest."""


class PostDispatchResult(OpenModel):
    """PostDispatchResult."""


class SendShipmentMailTask(Model):
    """SendShipmentMailTask."""

    shipment_id: WholeNumber


class Shipment(Model):
    """Shipment."""

    id: WholeNumber
    order_id: WholeNumber
    warehouse_id: WholeNumber | None
    address_id: WholeNumber | None
    method_id: WholeNumber
    status: Literal["open", "dispatched", "delivered", "lost"]
    tracking_code: Annotated[str, Field(max_length=40)]
    dispatched_at: Timestamp | None
    delivered_at: Timestamp | None
    created_at: Timestamp
    updated_at: Timestamp


class ShipmentBatch(Model):
    """ShipmentBatch."""

    items: list[Shipment]
    missing: list[WholeNumber]


class ShipmentBatchRequest(Model):
    """ShipmentBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class ShipmentLine(Model):
    """ShipmentLine."""

    id: WholeNumber
    shipment_id: WholeNumber
    order_line_id: WholeNumber
    quantity: WholeNumber


class ShipmentLineBatch(Model):
    """ShipmentLineBatch."""

    items: list[ShipmentLine]
    missing: list[WholeNumber]


class ShipmentLineBatchRequest(Model):
    """ShipmentLineBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class ShipmentLinePage(Model):
    """ShipmentLinePage."""

    items: Annotated[list[ShipmentLine], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class ShipmentPage(Model):
    """ShipmentPage."""

    items: Annotated[list[Shipment], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class ShipmentUpdate(Model):
    """ShipmentUpdate."""

    order_id: Omittable[WholeNumber] = None
    warehouse_id: WholeNumber | None = None
    address_id: WholeNumber | None = None
    method_id: Omittable[WholeNumber] = None
    status: Omittable[Literal["open", "dispatched", "delivered", "lost"]] = None
    tracking_code: Omittable[Annotated[str, Field(max_length=40)]] = None
    dispatched_at: Timestamp | None = None
    delivered_at: Timestamp | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class ShipmentsTrackingUrlResult(Model):
    """ShipmentsTrackingUrlResult."""

    result: str


class ShippedEvent(Model):
    """ShippedEvent."""

    order_id: WholeNumber


class ShippingCostRequest(Model):
    """ShippingCostRequest."""

    method_id: WholeNumber
    country: str
    grams: WholeNumber
    goods: Any
    free: Omittable[YesNo] = None


class ShippingCostResult(Model):
    """ShippingCostResult."""

    result: Any


class ShippingMethod(Model):
    """ShippingMethod."""

    id: WholeNumber
    carrier_id: WholeNumber
    zone_id: WholeNumber
    name: Annotated[str, Field(max_length=60)]
    base_price: Annotated[DecimalText, matching("^-?\\d{1,6}(\\.\\d{1,2})?$")]
    price_per_kg: Annotated[DecimalText, matching("^-?\\d{1,6}(\\.\\d{1,2})?$")]
    max_grams: WholeNumber
    express: YesNo
    is_active: YesNo


class ShippingMethodBatch(Model):
    """ShippingMethodBatch."""

    items: list[ShippingMethod]
    missing: list[WholeNumber]


class ShippingMethodBatchRequest(Model):
    """ShippingMethodBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class ShippingMethodCreate(Model):
    """ShippingMethodCreate."""

    carrier_id: WholeNumber
    zone_id: WholeNumber
    name: Annotated[str, Field(max_length=60)]
    base_price: Annotated[DecimalText, matching("^-?\\d{1,6}(\\.\\d{1,2})?$")]
    price_per_kg: Omittable[Annotated[DecimalText, matching("^-?\\d{1,6}(\\.\\d{1,2})?$")]] = None
    max_grams: Omittable[WholeNumber] = None
    express: Omittable[YesNo] = None
    is_active: Omittable[YesNo] = None


class ShippingMethodPage(Model):
    """ShippingMethodPage."""

    items: Annotated[list[ShippingMethod], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class ShippingOverdueShipmentsRequest(Model):
    """ShippingOverdueShipmentsRequest."""

    days: Omittable[WholeNumber] = None


class ShippingOverdueShipmentsResult(Model):
    """ShippingOverdueShipmentsResult."""

    result: list[Shipment]


class ShippingRecordTrackingBatchRequest(Model):
    """ShippingRecordTrackingBatchRequest."""

    items: Annotated[list[ShippingRecordTrackingRequest], Field(min_length=1, max_length=100)]


class ShippingRecordTrackingBatchResult(Model):
    """ShippingRecordTrackingBatchResult."""

    items: list[TrackingEvent]


class ShippingRecordTrackingRequest(Model):
    """ShippingRecordTrackingRequest."""

    shipment_id: WholeNumber
    code: str
    text: Omittable[str] = None


class TrackingEvent(Model):
    """TrackingEvent."""

    id: WholeNumber
    shipment_id: WholeNumber
    at: Timestamp
    code: Annotated[str, Field(max_length=20)]
    text: Annotated[str, Field(max_length=200)]
