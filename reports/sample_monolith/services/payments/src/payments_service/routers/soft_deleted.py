"""Routes of the group soft_deleted."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["soft_deleted"])


@router.post(
    "/v1/soft-deleted/delete",
    operation_id="soft_deleted_delete",
    status_code=200,
    response_model_exclude_unset=True,
)
def soft_deleted_delete(
    operations_: Current,
    body: models.SoftDeletedDeleteRequest,
) -> models.SoftDeletedDeleteResult:
    """Call delete."""
    return operations_.soft_deleted_delete(body=body)
