"""Routes of the group return_requests."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["return_requests"])


@router.get(
    "/v1/return-requests/{return_request_id}",
    operation_id="get_return_request",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_return_request(
    operations_: Current,
    return_request_id: Annotated[WholeNumberText, Path()],
) -> models.ReturnRequest:
    """Read one return request."""
    with declared(exceptions.NotFound):
        return operations_.get_return_request(return_request_id=return_request_id)
