"""Routes of the group catalogue."""

from __future__ import annotations

from fastapi import APIRouter

from .. import exceptions, models
from ..operations import Current
from ..problems import declared

router = APIRouter(tags=["catalogue"])


@router.post(
    "/v1/catalogue/approve-review",
    operation_id="catalogue_approve_review",
    status_code=204,
    response_model_exclude_unset=True,
)
def catalogue_approve_review(
    operations_: Current,
    body: models.CatalogueApproveReviewRequest,
) -> None:
    """Call approve review."""
    return operations_.catalogue_approve_review(body=body)


@router.post(
    "/v1/catalogue/approve-review/batch",
    operation_id="catalogue_approve_review_batch",
    status_code=204,
    response_model_exclude_unset=True,
)
def catalogue_approve_review_batch(
    operations_: Current,
    body: models.CatalogueApproveReviewBatchRequest,
) -> None:
    """Many calls of catalogue_approve_review in one request."""
    return operations_.catalogue_approve_review_batch(body=body)


@router.post(
    "/v1/catalogue/price-of",
    operation_id="catalogue_price_of",
    status_code=200,
    response_model_exclude_unset=True,
)
def catalogue_price_of(
    operations_: Current,
    body: models.CataloguePriceOfRequest,
) -> models.Price:
    """What ``user`` pays for one piece today."""
    return operations_.catalogue_price_of(body=body)


@router.post(
    "/v1/catalogue/price-of/batch",
    operation_id="catalogue_price_of_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def catalogue_price_of_batch(
    operations_: Current,
    body: models.CataloguePriceOfBatchRequest,
) -> models.CataloguePriceOfBatchResult:
    """Many calls of catalogue_price_of in one request."""
    return operations_.catalogue_price_of_batch(body=body)


@router.post(
    "/v1/catalogue/publish-product",
    operation_id="catalogue_publish_product",
    status_code=204,
    response_model_exclude_unset=True,
)
def catalogue_publish_product(
    operations_: Current,
    body: models.CataloguePublishProductRequest,
) -> None:
    """Call publish product."""
    with declared(exceptions.InvalidState):
        return operations_.catalogue_publish_product(body=body)


@router.post(
    "/v1/catalogue/publish-product/batch",
    operation_id="catalogue_publish_product_batch",
    status_code=204,
    response_model_exclude_unset=True,
)
def catalogue_publish_product_batch(
    operations_: Current,
    body: models.CataloguePublishProductBatchRequest,
) -> None:
    """Many calls of catalogue_publish_product in one request."""
    with declared(exceptions.InvalidState):
        return operations_.catalogue_publish_product_batch(body=body)


@router.post(
    "/v1/catalogue/retire-product",
    operation_id="catalogue_retire_product",
    status_code=200,
    response_model_exclude_unset=True,
)
def catalogue_retire_product(
    operations_: Current,
    body: models.CatalogueRetireProductRequest,
) -> models.CatalogueRetireProductResult:
    """Take a product out of the shop, also out of open carts and running campaigns."""
    return operations_.catalogue_retire_product(body=body)


@router.post(
    "/v1/catalogue/retire-product/batch",
    operation_id="catalogue_retire_product_batch",
    status_code=200,
    response_model_exclude_unset=True,
)
def catalogue_retire_product_batch(
    operations_: Current,
    body: models.CatalogueRetireProductBatchRequest,
) -> models.CatalogueRetireProductBatchResult:
    """Many calls of catalogue_retire_product in one request."""
    return operations_.catalogue_retire_product_batch(body=body)


@router.post(
    "/v1/catalogue/viewed-products",
    operation_id="catalogue_viewed_products",
    status_code=200,
    response_model_exclude_unset=True,
)
def catalogue_viewed_products(
    operations_: Current,
    body: models.CatalogueViewedProductsRequest,
) -> models.CatalogueViewedProductsResult:
    """Call viewed products."""
    return operations_.catalogue_viewed_products(body=body)
