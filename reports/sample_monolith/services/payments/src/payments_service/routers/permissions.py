"""Routes of the group permissions."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

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


@router.post(
    "/v1/permissions/staff-required",
    operation_id="permissions_staff_required",
    status_code=200,
    response_model_exclude_unset=True,
)
def permissions_staff_required(
    operations_: Current,
    body: models.PermissionsStaffRequiredRequest,
) -> models.PermissionsStaffRequiredResult:
    """Decorator for views that only people of the shop may see."""
    return operations_.permissions_staff_required(body=body)


@router.post(
    "/v1/permissions/wrapper",
    operation_id="permissions_wrapper",
    status_code=200,
    response_model_exclude_unset=True,
)
def permissions_wrapper(
    operations_: Current,
    body: models.PermissionsWrapperRequest,
) -> models.PermissionsWrapperResult:
    """Call wrapper."""
    with declared(exceptions.NotAllowed):
        return operations_.permissions_wrapper(body=body)
