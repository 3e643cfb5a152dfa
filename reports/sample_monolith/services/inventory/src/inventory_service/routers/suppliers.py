"""Routes of the group suppliers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["suppliers"])


@router.post(
    "/v1/suppliers",
    operation_id="create_supplier",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_supplier(
    operations_: Current,
    body: models.SupplierCreate,
) -> models.Supplier:
    """Create one supplier."""
    with declared(exceptions.Conflict):
        return operations_.create_supplier(body=body)


@router.get(
    "/v1/suppliers/{supplier_id}",
    operation_id="get_supplier",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_supplier(
    operations_: Current,
    supplier_id: Annotated[WholeNumberText, Path()],
) -> models.Supplier:
    """Read one supplier."""
    with declared(exceptions.NotFound):
        return operations_.get_supplier(supplier_id=supplier_id)
