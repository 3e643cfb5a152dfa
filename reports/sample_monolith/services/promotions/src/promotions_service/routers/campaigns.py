"""Routes of the group campaigns."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["campaigns"])


@router.get(
    "/v1/campaigns",
    operation_id="list_campaigns",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_campaigns(
    operations_: Current,
    created_by_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CampaignPage:
    """List campaigns, page by page."""
    return operations_.list_campaigns(created_by_id=created_by_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/campaigns",
    operation_id="create_campaign",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_campaign(
    operations_: Current,
    body: models.CampaignCreate,
) -> models.Campaign:
    """Create one campaign."""
    with declared(exceptions.Conflict):
        return operations_.create_campaign(body=body)


@router.get(
    "/v1/campaigns/{campaign_id}",
    operation_id="get_campaign",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_campaign(
    operations_: Current,
    campaign_id: Annotated[WholeNumberText, Path()],
) -> models.Campaign:
    """Read one campaign."""
    with declared(exceptions.NotFound):
        return operations_.get_campaign(campaign_id=campaign_id)
