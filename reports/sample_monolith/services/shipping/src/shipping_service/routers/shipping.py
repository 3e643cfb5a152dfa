"""Routes of the group shipping."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import Field

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["shipping"])


@router.get(
    "/v1/shipping/options",
    operation_id="get_shipping_options",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_shipping_options(
    operations_: Current,
) -> models.GetShippingOptionsResult:
    """The shipping methods for the cart of the visitor, with prices."""
    with declared(exceptions.InvalidState):
        return operations_.get_shipping_options()


@router.post(
    "/v1/shipping/overdue-shipments",
    operation_id="shipping_overdue_shipments",
    status_code=200,
    response_model_exclude_unset=True,
)
def shipping_overdue_shipments(
    operations_: Current,
    body: models.ShippingOverdueShipmentsRequest,
) -> models.ShippingOverdueShipmentsResult:
    """Parcels that should have arrived; the nightly job asks the carrier about them."""
    return operations_.shipping_overdue_shipments(body=body)


@router.get(
    "/v1/shipping/parcels/{pk}",
    operation_id="get_track",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_track(
    operations_: Current,
    pk: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetTrackResult:
    """GET /shipping/parcels/{pk}/."""
    with declared(exceptions.NotAllowed):
        return operations_.get_track(pk=pk)


@router.post(
    "/v1/shipping/parcels/{pk}/dispatch",
    operation_id="post_dispatch",
    status_code=200,
    response_model_exclude_unset=True,
)
def post_dispatch(
    operations_: Current,
    pk: Annotated[Annotated[str, Field(min_length=1)], Path()],
    body: models.PostDispatchRequest,
) -> models.PostDispatchResult:
    """POST /shipping/parcels/{pk}/dispatch/."""
    with declared(exceptions.InvalidState):
        return operations_.post_dispatch(pk=pk, body=body)


@router.get(
    "/v1/shipping/parcels/{pk}/label",
    operation_id="get_label",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_label(
    operations_: Current,
    pk: Annotated[Annotated[str, Field(min_length=1)], Path()],
) -> models.GetLabelResult:
    """GET /shipping/parcels/{pk}/label/."""
    return operations_.get_label(pk=pk)


@router.post(
    "/v1/shipping/record-tracking",
    operation_id="shipping_record_tracking",
    status_code=200,
    response_model_exclude_unset=True,
)
def shipping_record_tracking(
    operations_: Current,
    body: models.ShippingRecordTrackingRequest,
) -> models.TrackingEvent:
    """Call record tracking."""
    return operations_.shipping_record_tracking(body=body)


@router.post(
    "/v1/shipping/record-tracking/batch",
    operation_id="shipping_record_tracking_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def shipping_record_tracking_batch(
    operations_: Current,
    body: models.ShippingRecordTrackingBatchRequest,
) -> models.ShippingRecordTrackingBatchResult:
    """Many calls of shipping_record_tracking in one request."""
    return operations_.shipping_record_tracking_batch(body=body)


@router.post(
    "/v1/shipping/shipping-cost",
    operation_id="shipping_cost",
    status_code=200,
    response_model_exclude_unset=True,
)
def shipping_cost(
    operations_: Current,
    body: models.ShippingCostRequest,
) -> models.ShippingCostResult:
    """What the customer pays; free above the threshold, but express never is."""
    with declared(exceptions.InvalidState):
        return operations_.shipping_cost(body=body)
