"""Routes of the group campaign_products."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["campaign_products"])


@router.get(
    "/v1/campaign-products",
    operation_id="list_campaign_products",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_campaign_products(
    operations_: Current,
    campaign_id: Annotated[WholeNumberText | None, Query()] = None,
    product_id: Annotated[WholeNumberText | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.CampaignProductPage:
    """List campaign products, page by page."""
    return operations_.list_campaign_products(campaign_id=campaign_id, product_id=product_id, cursor=cursor, limit=limit)


@router.delete(
    "/v1/campaign-products/{campaign_product_id}",
    operation_id="delete_campaign_product",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_campaign_product(
    operations_: Current,
    campaign_product_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one campaign product."""
    with declared(exceptions.NotFound):
        return operations_.delete_campaign_product(campaign_product_id=campaign_product_id)


@router.get(
    "/v1/campaign-products/{campaign_product_id}",
    operation_id="get_campaign_product",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_campaign_product(
    operations_: Current,
    campaign_product_id: Annotated[WholeNumberText, Path()],
) -> models.CampaignProduct:
    """Read one campaign product."""
    with declared(exceptions.NotFound):
        return operations_.get_campaign_product(campaign_product_id=campaign_product_id)
