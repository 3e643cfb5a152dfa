"""Routes of the group events."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["events"])


@router.post(
    "/v1/events/publish",
    operation_id="events_publish",
    status_code=204,
    response_model_exclude_unset=True,
)
def events_publish(
    operations_: Current,
    body: models.EventsPublishRequest,
) -> None:
    """Call all subscribers, in order of import. Errors travel to the publisher."""
    return operations_.events_publish(body=body)
