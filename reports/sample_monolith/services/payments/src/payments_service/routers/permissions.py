"""Routes of the group permissions."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["permissions"])


@router.post(
    "/v1/permissions/owns-or-staff",
    operation_id="permissions_owns_or_staff",
    status_code=200,
    response_model_exclude_unset=True,
)
def permissions_owns_or_staff(
    operations_: Current,
    body: models.PermissionsOwnsOrStaffRequest,
) -> models.PermissionsOwnsOrStaffResult:
    """Call owns or staff."""
    return operations_.permissions_owns_or_staff(body=body)
