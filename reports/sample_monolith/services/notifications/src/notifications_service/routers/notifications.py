"""Routes of the group notifications."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["notifications"])


@router.post(
    "/v1/notifications/notify",
    operation_id="notifications_notify",
    status_code=200,
    response_model_exclude_unset=True,
)
def notifications_notify(
    operations_: Current,
    body: models.NotificationsNotifyRequest,
) -> models.Message:
    """Render a template, keep the message, send it."""
    return operations_.notifications_notify(body=body)


@router.post(
    "/v1/notifications/notify/batch",
    operation_id="notifications_notify_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def notifications_notify_batch(
    operations_: Current,
    body: models.NotificationsNotifyBatchRequest,
) -> models.NotificationsNotifyBatchResult:
    """Many calls of notifications_notify in one request."""
    return operations_.notifications_notify_batch(body=body)


@router.post(
    "/v1/notifications/retry-failed",
    operation_id="notifications_retry_failed",
    status_code=200,
    response_model_exclude_unset=True,
)
def notifications_retry_failed(
    operations_: Current,
    body: models.NotificationsRetryFailedRequest,
) -> models.NotificationsRetryFailedResult:
    """Call retry failed."""
    return operations_.notifications_retry_failed(body=body)
