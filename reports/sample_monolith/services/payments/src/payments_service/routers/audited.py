"""Routes of the group audited."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["audited"])


@router.post(
    "/v1/audited/save",
    operation_id="audited_save",
    status_code=200,
    response_model_exclude_unset=True,
)
def audited_save(
    operations_: Current,
    body: models.AuditedSaveRequest,
) -> models.AuditedSaveResult:
    """Call save."""
    return operations_.audited_save(body=body)
