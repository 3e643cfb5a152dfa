"""Routes of the group addresses."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["addresses"])


@router.get(
    "/v1/addresses",
    operation_id="list_addresses",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_addresses(
    operations_: Current,
    user_id: Annotated[WholeNumberText | None, Query()] = None,
    kind: Annotated[Literal["shipping", "billing"] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.AddressPage:
    """List addresses, page by page."""
    return operations_.list_addresses(user_id=user_id, kind=kind, cursor=cursor, limit=limit)


@router.post(
    "/v1/addresses",
    operation_id="create_address",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_address(
    operations_: Current,
    body: models.AddressCreate,
) -> models.Address:
    """Create one address."""
    with declared(exceptions.Conflict):
        return operations_.create_address(body=body)


@router.get(
    "/v1/addresses/{address_id}",
    operation_id="get_address",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_address(
    operations_: Current,
    address_id: Annotated[WholeNumberText, Path()],
) -> models.Address:
    """Read one address."""
    with declared(exceptions.NotFound):
        return operations_.get_address(address_id=address_id)


@router.get(
    "/v1/addresses/{address_id}/in-eu",
    operation_id="addresses_in_eu",
    status_code=200,
    response_model_exclude_unset=True,
)
def addresses_in_eu(
    operations_: Current,
    address_id: Annotated[WholeNumberText, Path()],
) -> models.AddressesInEuResult:
    """Read in eu."""
    return operations_.addresses_in_eu(address_id=address_id)


@router.post(
    "/v1/addresses/{address_id}/lines",
    operation_id="addresses_lines",
    status_code=200,
    response_model_exclude_unset=True,
)
def addresses_lines(
    operations_: Current,
    address_id: Annotated[WholeNumberText, Path()],
) -> models.AddressesLinesResult:
    """Call lines."""
    return operations_.addresses_lines(address_id=address_id)
