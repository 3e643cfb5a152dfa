"""Routes of the group events."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["events"])


@router.post(
    "/v1/events/publish",
    operation_id="events_publish",
    status_code=200,
    response_model_exclude_unset=True,
)
def events_publish(
    operations_: Current,
    body: models.EventsPublishRequest,
) -> models.EventsPublishResult:
    """Call all subscribers, in order of import. Errors travel to the publisher."""
    return operations_.events_publish(body=body)


@router.post(
    "/v1/events/register",
    operation_id="events_register",
    status_code=200,
    response_model_exclude_unset=True,
)
def events_register(
    operations_: Current,
    body: models.EventsRegisterRequest,
) -> models.EventsRegisterResult:
    """Call register."""
    return operations_.events_register(body=body)


@router.post(
    "/v1/events/subscribe",
    operation_id="events_subscribe",
    status_code=200,
    response_model_exclude_unset=True,
)
def events_subscribe(
    operations_: Current,
    body: models.EventsSubscribeRequest,
) -> models.EventsSubscribeResult:
    """Decorator: call the function with the payload of each event of that name."""
    return operations_.events_subscribe(body=body)
