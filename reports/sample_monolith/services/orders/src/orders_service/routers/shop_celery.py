"""Routes of the group shop_celery."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["shop_celery"])


@router.post(
    "/v1/shop-celery/send-task",
    operation_id="shop_celery_send_task",
    status_code=200,
    response_model_exclude_unset=True,
)
def shop_celery_send_task(
    operations_: Current,
    body: models.ShopCelerySendTaskRequest,
) -> models.ShopCelerySendTaskResult:
    """Call send task."""
    return operations_.shop_celery_send_task(body=body)
