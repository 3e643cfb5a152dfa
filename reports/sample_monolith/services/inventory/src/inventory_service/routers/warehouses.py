"""Routes of the group warehouses."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["warehouses"])


@router.get(
    "/v1/warehouses",
    operation_id="list_warehouses",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_warehouses(
    operations_: Current,
    code: Annotated[Annotated[str, Field(max_length=8)] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.WarehousePage:
    """List warehouses, page by page."""
    return operations_.list_warehouses(code=code, cursor=cursor, limit=limit)


@router.post(
    "/v1/warehouses",
    operation_id="create_warehouse",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_warehouse(
    operations_: Current,
    body: models.WarehouseCreate,
) -> models.Warehouse:
    """Create one warehouse."""
    with declared(exceptions.Conflict):
        return operations_.create_warehouse(body=body)


@router.get(
    "/v1/warehouses/{warehouse_id}",
    operation_id="get_warehouse",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_warehouse(
    operations_: Current,
    warehouse_id: Annotated[WholeNumberText, Path()],
) -> models.Warehouse:
    """Read one warehouse."""
    with declared(exceptions.NotFound):
        return operations_.get_warehouse(warehouse_id=warehouse_id)
