"""Routes of the group products."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Path, Query
from pydantic import Field

from .. import exceptions, models
from ..fields import WholeNumberText
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["products"])


@router.get(
    "/v1/products",
    operation_id="list_products",
    status_code=200,
    response_model_exclude_unset=True,
)
def list_products(
    operations_: Current,
    slug: Annotated[Annotated[str, Field(max_length=50)] | None, Query()] = None,
    status: Annotated[Literal["draft", "active", "retired"] | None, Query()] = None,
    category_id: Annotated[WholeNumberText | None, Query()] = None,
    brand_id: Annotated[WholeNumberText | None, Query()] = None,
    supplier_id: Annotated[WholeNumberText | None, Query()] = None,
    created_by_id: Annotated[WholeNumberText | None, Query()] = None,
    public_id: Annotated[UUID | None, Query()] = None,
    cursor: Annotated[Annotated[str, Field(min_length=1, max_length=200)] | None, Query()] = None,
    limit: Annotated[Annotated[WholeNumberText, Field(ge=1, le=100)] | None, Query()] = None,
) -> models.ProductPage:
    """List products, page by page."""
    return operations_.list_products(slug=slug, status=status, category_id=category_id, brand_id=brand_id, supplier_id=supplier_id, created_by_id=created_by_id, public_id=public_id, cursor=cursor, limit=limit)


@router.post(
    "/v1/products",
    operation_id="create_product",
    status_code=201,
    response_model_exclude_unset=True,
)
def create_product(
    operations_: Current,
    body: models.ProductCreate,
) -> models.Product:
    """Create one product."""
    with declared(exceptions.Conflict):
        return operations_.create_product(body=body)


@router.post(
    "/v1/products/batch-get",
    operation_id="batch_get_products",
    status_code=200,
    response_model_exclude_unset=True,
)
def batch_get_products(
    operations_: Current,
    body: models.ProductBatchRequest,
) -> models.ProductBatch:
    """Read many products at once."""
    return operations_.batch_get_products(body=body)


@router.post(
    "/v1/products/on-sale",
    operation_id="products_on_sale",
    status_code=200,
    response_model_exclude_unset=True,
)
def products_on_sale(
    operations_: Current,
) -> models.ProductsOnSaleResult:
    """Call on sale."""
    return operations_.products_on_sale()


@router.delete(
    "/v1/products/{product_id}",
    operation_id="delete_product",
    status_code=204,
    response_model_exclude_unset=True,
)
def delete_product(
    operations_: Current,
    product_id: Annotated[WholeNumberText, Path()],
) -> None:
    """Delete one product."""
    with declared(exceptions.NotFound):
        return operations_.delete_product(product_id=product_id)


@router.get(
    "/v1/products/{product_id}",
    operation_id="get_product",
    status_code=200,
    response_model_exclude_unset=True,
)
def get_product(
    operations_: Current,
    product_id: Annotated[WholeNumberText, Path()],
) -> models.Product:
    """Read one product."""
    with declared(exceptions.NotFound):
        return operations_.get_product(product_id=product_id)


@router.patch(
    "/v1/products/{product_id}",
    operation_id="update_product",
    status_code=200,
    response_model_exclude_unset=True,
)
def update_product(
    operations_: Current,
    product_id: Annotated[WholeNumberText, Path()],
    body: models.ProductUpdate,
) -> models.Product:
    """Change fields of one product."""
    with declared(exceptions.NotFound, exceptions.Conflict):
        return operations_.update_product(product_id=product_id, body=body)


@router.get(
    "/v1/products/{product_id}/vat-rate",
    operation_id="products_vat_rate",
    status_code=200,
    response_model_exclude_unset=True,
)
def products_vat_rate(
    operations_: Current,
    product_id: Annotated[WholeNumberText, Path()],
) -> models.ProductsVatRateResult:
    """Read vat rate."""
    return operations_.products_vat_rate(product_id=product_id)
