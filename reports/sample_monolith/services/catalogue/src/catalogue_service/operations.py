"""Every operation of the contract, answering 501 until the handlers override it."""

from __future__ import annotations

import uuid
from typing import Annotated, Literal

from fastapi import Depends, Request

from . import models
from .idempotency import MemoryStore, Store
from .problems import NotImplementedYet, in_order


class Operations:
    """One method an operation; new operations of later contracts appear here first."""

    def ready(self) -> bool:
        """Whether the service's own resources are there; never ask another service here."""
        return True

    def store(self) -> Store:
        """Where answers by idempotency key are kept: override it to share one between replicas."""
        return MemoryStore()

    def get_search(
        self,
    ) -> models.GetSearchResult:
        """GET /."""
        raise NotImplementedYet("get_search")

    def post_search(
        self,
        body: models.PostSearchRequest,
    ) -> models.PostSearchResult:
        """``GET /?q=...`` as JSON; the shop's front page calls it while people type."""
        raise NotImplementedYet("post_search")

    def list_brands(
        self,
        name: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.BrandPage:
        """List brands, page by page."""
        raise NotImplementedYet("list_brands")

    def create_brand(
        self,
        body: models.BrandCreate,
    ) -> models.Brand:
        """Create one brand."""
        raise NotImplementedYet("create_brand")

    def batch_get_brands(
        self,
        body: models.BrandBatchRequest,
    ) -> models.BrandBatch:
        """Read many brands at once."""
        raise NotImplementedYet("batch_get_brands")

    def get_brand(
        self,
        brand_id: int,
    ) -> models.Brand:
        """Read one brand."""
        raise NotImplementedYet("get_brand")

    def catalogue_approve_review(
        self,
        body: models.CatalogueApproveReviewRequest,
    ) -> None:
        """Call approve review."""
        raise NotImplementedYet("catalogue_approve_review")

    def catalogue_approve_review_batch(
        self,
        body: models.CatalogueApproveReviewBatchRequest,
    ) -> None:
        """Many calls of catalogue_approve_review in one request."""
        in_order(self.catalogue_approve_review, body.items)

    def catalogue_price_of(
        self,
        body: models.CataloguePriceOfRequest,
    ) -> models.Price:
        """What ``user`` pays for one piece today."""
        raise NotImplementedYet("catalogue_price_of")

    def catalogue_price_of_batch(
        self,
        body: models.CataloguePriceOfBatchRequest,
    ) -> models.CataloguePriceOfBatchResult:
        """Many calls of catalogue_price_of in one request."""
        return models.CataloguePriceOfBatchResult(items=in_order(self.catalogue_price_of, body.items))

    def catalogue_publish_product(
        self,
        body: models.CataloguePublishProductRequest,
    ) -> None:
        """Call publish product."""
        raise NotImplementedYet("catalogue_publish_product")

    def catalogue_publish_product_batch(
        self,
        body: models.CataloguePublishProductBatchRequest,
    ) -> None:
        """Many calls of catalogue_publish_product in one request."""
        in_order(self.catalogue_publish_product, body.items)

    def catalogue_retire_product(
        self,
        body: models.CatalogueRetireProductRequest,
    ) -> models.CatalogueRetireProductResult:
        """Take a product out of the shop, also out of open carts and running campaigns."""
        raise NotImplementedYet("catalogue_retire_product")

    def catalogue_retire_product_batch(
        self,
        body: models.CatalogueRetireProductBatchRequest,
    ) -> models.CatalogueRetireProductBatchResult:
        """Many calls of catalogue_retire_product in one request."""
        return models.CatalogueRetireProductBatchResult(items=in_order(self.catalogue_retire_product, body.items))

    def catalogue_viewed_products(
        self,
        body: models.CatalogueViewedProductsRequest,
    ) -> models.CatalogueViewedProductsResult:
        """Call viewed products."""
        raise NotImplementedYet("catalogue_viewed_products")

    def list_categories(
        self,
        slug: str | None = None,
        parent_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.CategoryPage:
        """List categories, page by page."""
        raise NotImplementedYet("list_categories")

    def create_category(
        self,
        body: models.CategoryCreate,
    ) -> models.Category:
        """Create one category."""
        raise NotImplementedYet("create_category")

    def batch_get_categories(
        self,
        body: models.CategoryBatchRequest,
    ) -> models.CategoryBatch:
        """Read many categories at once."""
        raise NotImplementedYet("batch_get_categories")

    def categories_descendant_ids_batch(
        self,
        body: models.CategoriesDescendantIdsBatchRequest,
    ) -> models.CategoriesDescendantIdsBatchResult:
        """Many calls of categories_descendant_ids in one request."""

        def once(item: models.CategoriesDescendantIdsBatchItem) -> models.CategoriesDescendantIdsResult:
            return self.categories_descendant_ids(category_id=item.category_id)

        return models.CategoriesDescendantIdsBatchResult(items=in_order(once, body.items))

    def get_category(
        self,
        category_id: int,
    ) -> models.Category:
        """Read one category."""
        raise NotImplementedYet("get_category")

    def categories_descendant_ids(
        self,
        category_id: int,
    ) -> models.CategoriesDescendantIdsResult:
        """Call descendant ids."""
        raise NotImplementedYet("categories_descendant_ids")

    def get_product_page(
        self,
        slug: str,
    ) -> models.GetProductPageResult:
        """GET /p/{slug}/."""
        raise NotImplementedYet("get_product_page")

    def post_favourite(
        self,
        slug: str,
        body: models.PostFavouriteRequest,
    ) -> models.PostFavouriteResult:
        """POST /p/{slug}/favourite/."""
        raise NotImplementedYet("post_favourite")

    def get_product_json(
        self,
        slug: str,
    ) -> models.GetProductJsonResult:
        """GET /p/{slug}/json/."""
        raise NotImplementedYet("get_product_json")

    def post_product_json(
        self,
        slug: str,
        body: models.PostProductJsonRequest,
    ) -> models.PostProductJsonResult:
        """POST /p/{slug}/json/."""
        raise NotImplementedYet("post_product_json")

    def post_merge_products(
        self,
        slug: str,
        body: models.PostMergeProductsRequest,
    ) -> models.PostMergeProductsResult:
        """POST /p/{slug}/merge/."""
        raise NotImplementedYet("post_merge_products")

    def post_review(
        self,
        slug: str,
        body: models.PostReviewRequest,
    ) -> models.PostReviewResult:
        """POST /p/{slug}/review/."""
        raise NotImplementedYet("post_review")

    def list_products(
        self,
        slug: str | None = None,
        status: Literal["draft", "active", "retired"] | None = None,
        category_id: int | None = None,
        brand_id: int | None = None,
        supplier_id: int | None = None,
        created_by_id: int | None = None,
        public_id: uuid.UUID | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ProductPage:
        """List products, page by page."""
        raise NotImplementedYet("list_products")

    def create_product(
        self,
        body: models.ProductCreate,
    ) -> models.Product:
        """Create one product."""
        raise NotImplementedYet("create_product")

    def batch_get_products(
        self,
        body: models.ProductBatchRequest,
    ) -> models.ProductBatch:
        """Read many products at once."""
        raise NotImplementedYet("batch_get_products")

    def products_on_sale(
        self,
    ) -> models.ProductsOnSaleResult:
        """Call on sale."""
        raise NotImplementedYet("products_on_sale")

    def delete_product(
        self,
        product_id: int,
    ) -> None:
        """Delete one product."""
        raise NotImplementedYet("delete_product")

    def get_product(
        self,
        product_id: int,
    ) -> models.Product:
        """Read one product."""
        raise NotImplementedYet("get_product")

    def update_product(
        self,
        product_id: int,
        body: models.ProductUpdate,
    ) -> models.Product:
        """Change fields of one product."""
        raise NotImplementedYet("update_product")

    def products_vat_rate(
        self,
        product_id: int,
    ) -> models.ProductsVatRateResult:
        """Read vat rate."""
        raise NotImplementedYet("products_vat_rate")

    def list_reviews(
        self,
        product_id: int | None = None,
        author_id: int | None = None,
        order_line_id: int | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.ReviewPage:
        """List reviews, page by page."""
        raise NotImplementedYet("list_reviews")

    def post_approve_review(
        self,
        pk: str,
        body: models.PostApproveReviewRequest,
    ) -> models.PostApproveReviewResult:
        """POST /reviews/{pk}/approve/."""
        raise NotImplementedYet("post_approve_review")

    def get_review(
        self,
        review_id: int,
    ) -> models.Review:
        """Read one review."""
        raise NotImplementedYet("get_review")

    def update_review(
        self,
        review_id: int,
        body: models.ReviewUpdate,
    ) -> models.Review:
        """Change fields of one review."""
        raise NotImplementedYet("update_review")

    def post_set_price(
        self,
        sku: str,
        body: models.PostSetPriceRequest,
    ) -> models.PostSetPriceResult:
        """POST /sku/{sku}/price/."""
        raise NotImplementedYet("post_set_price")

    def post_watch(
        self,
        sku: str,
        body: models.PostWatchRequest,
    ) -> models.PostWatchResult:
        """Tell me when it is back."""
        raise NotImplementedYet("post_watch")

    def list_variants(
        self,
        product_id: int | None = None,
        sku: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> models.VariantPage:
        """List variants, page by page."""
        raise NotImplementedYet("list_variants")

    def create_variant(
        self,
        body: models.VariantCreate,
    ) -> models.Variant:
        """Create one variant."""
        raise NotImplementedYet("create_variant")

    def batch_get_variants(
        self,
        body: models.VariantBatchRequest,
    ) -> models.VariantBatch:
        """Read many variants at once."""
        raise NotImplementedYet("batch_get_variants")

    def get_variant(
        self,
        variant_id: int,
    ) -> models.Variant:
        """Read one variant."""
        raise NotImplementedYet("get_variant")

    def variants_title(
        self,
        variant_id: int,
    ) -> models.VariantsTitleResult:
        """Read title."""
        raise NotImplementedYet("variants_title")


def current_operations(request: Request) -> Operations:
    """Find the operations that the application was built around."""
    operations: Operations = request.app.state.operations
    return operations


Current = Annotated[Operations, Depends(current_operations)]
