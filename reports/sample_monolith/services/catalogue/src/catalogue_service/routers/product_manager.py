"""Routes of the group product_manager."""

from __future__ import annotations

from fastapi import APIRouter

from .. import models
from ..operations import Current

router = APIRouter(tags=["product_manager"])


@router.post(
    "/v1/product-manager/on-sale",
    operation_id="product_manager_on_sale",
    status_code=200,
    response_model_exclude_unset=True,
)
def product_manager_on_sale(
    operations_: Current,
) -> models.ProductManagerOnSaleResult:
    """Call on sale."""
    return operations_.product_manager_on_sale()
