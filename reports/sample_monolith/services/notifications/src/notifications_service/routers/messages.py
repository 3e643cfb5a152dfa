"""Routes of the group messages."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["messages"])


@router.get(
    "/v1/messages",
    operation_id="list_messages",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_messages(
    operations_: Current,
    user_id: Annotated[WholeNumberText | None, Query()] = None,
    order_id: Annotated[WholeNumberText | None, Query()] = None,
    template_id: Annotated[WholeNumberText | None, Query()] = None,
    status: Annotated[Literal["queued", "sent", "failed", "suppressed"] | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.MessagePage:
    """List messages, page by page."""
    return operations_.list_messages(user_id=user_id, order_id=order_id, template_id=template_id, status=status, cursor=cursor, limit=limit)


@router.delete(
    "/v1/messages/{message_id}",
    operation_id="delete_message",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_message(
    operations_: Current,
    message_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one message."""
    with declared(exceptions.NotFound):
        return operations_.delete_message(message_id=message_id)


@router.get(
    "/v1/messages/{message_id}",
    operation_id="get_message",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_message(
    operations_: Current,
    message_id: Annotated[WholeNumberText, Path()],
) -> models.Message:
    """Read one message."""
    with declared(exceptions.NotFound):
        return operations_.get_message(message_id=message_id)
