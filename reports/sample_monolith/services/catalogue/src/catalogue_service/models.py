"""The schemas of the contract."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from .fields import DecimalText, Omittable, Timestamp, WholeNumber, YesNo, matching


class Model(BaseModel):
    """Unknown fields are ignored, so that the other side may add some."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, protected_namespaces=())


class OpenModel(Model):
    """An object whose fields the contract does not know yet: all are kept."""

    model_config = ConfigDict(extra="allow")


class Brand(Model):
    """Brand."""

    id: WholeNumber
    name: Annotated[str, Field(max_length=80)]
    website: Annotated[str, Field(max_length=200)]


class BrandBatch(Model):
    """BrandBatch."""

    items: list[Brand]
    missing: list[WholeNumber]


class BrandBatchRequest(Model):
    """BrandBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class BrandCreate(Model):
    """BrandCreate."""

    name: Annotated[str, Field(max_length=80)]
    website: Annotated[str, Field(max_length=200)]


class BrandPage(Model):
    """BrandPage."""

    items: Annotated[list[Brand], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class CatalogueApproveReviewBatchRequest(Model):
    """CatalogueApproveReviewBatchRequest."""

    items: Annotated[list[CatalogueApproveReviewRequest], Field(min_length=1, max_length=100)]


class CatalogueApproveReviewRequest(Model):
    """CatalogueApproveReviewRequest."""

    review_id: WholeNumber


class CataloguePriceOfBatchRequest(Model):
    """CataloguePriceOfBatchRequest."""

    items: Annotated[list[CataloguePriceOfRequest], Field(min_length=1, max_length=100)]


class CataloguePriceOfBatchResult(Model):
    """CataloguePriceOfBatchResult."""

    items: list[Price]


class CataloguePriceOfRequest(Model):
    """CataloguePriceOfRequest."""

    variant_id: WholeNumber
    user_id: WholeNumber | None = None


class CataloguePublishProductBatchRequest(Model):
    """CataloguePublishProductBatchRequest."""

    items: Annotated[list[CataloguePublishProductRequest], Field(min_length=1, max_length=100)]


class CataloguePublishProductRequest(Model):
    """CataloguePublishProductRequest."""

    product_id: WholeNumber


class CatalogueRetireProductBatchRequest(Model):
    """CatalogueRetireProductBatchRequest."""

    items: Annotated[list[CatalogueRetireProductRequest], Field(min_length=1, max_length=100)]


class CatalogueRetireProductBatchResult(Model):
    """CatalogueRetireProductBatchResult."""

    items: list[CatalogueRetireProductResult]


class CatalogueRetireProductRequest(Model):
    """CatalogueRetireProductRequest."""

    product_id: WholeNumber


class CatalogueRetireProductResult(Model):
    """CatalogueRetireProductResult."""

    result: WholeNumber


class CatalogueViewedProductsRequest(Model):
    """CatalogueViewedProductsRequest."""

    session: Any


class CatalogueViewedProductsResult(Model):
    """CatalogueViewedProductsResult."""

    result: list[Product]


class CategoriesDescendantIdsBatchItem(Model):
    """One call of categories_descendant_ids."""

    category_id: WholeNumber


class CategoriesDescendantIdsBatchRequest(Model):
    """CategoriesDescendantIdsBatchRequest."""

    items: Annotated[list[CategoriesDescendantIdsBatchItem], Field(min_length=1, max_length=100)]


class CategoriesDescendantIdsBatchResult(Model):
    """CategoriesDescendantIdsBatchResult."""

    items: list[CategoriesDescendantIdsResult]


class CategoriesDescendantIdsResult(Model):
    """CategoriesDescendantIdsResult."""

    result: list[WholeNumber]


class Category(Model):
    """Category."""

    id: WholeNumber
    name: Annotated[str, Field(max_length=80)]
    slug: Annotated[str, Field(max_length=50)]
    parent_id: WholeNumber | None
    position: WholeNumber


class CategoryBatch(Model):
    """CategoryBatch."""

    items: list[Category]
    missing: list[WholeNumber]


class CategoryBatchRequest(Model):
    """CategoryBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class CategoryCreate(Model):
    """CategoryCreate."""

    name: Annotated[str, Field(max_length=80)]
    slug: Annotated[str, Field(max_length=50)]
    parent_id: WholeNumber | None = None
    position: Omittable[WholeNumber] = None


class CategoryPage(Model):
    """CategoryPage."""

    items: Annotated[list[Category], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class GetProductJsonResult(OpenModel):
    """GetProductJsonResult."""


class GetProductPageResult(OpenModel):
    """GetProductPageResult."""


class GetSearchResult(OpenModel):
    """GetSearchResult."""


class PostApproveReviewRequest(OpenModel):
    """PostApproveReviewRequest."""


class PostApproveReviewResult(OpenModel):
    """PostApproveReviewResult."""


class PostFavouriteRequest(OpenModel):
    """PostFavouriteRequest."""


class PostFavouriteResult(OpenModel):
    """PostFavouriteResult."""


class PostMergeProductsRequest(OpenModel):
    """PostMergeProductsRequest."""


class PostMergeProductsResult(OpenModel):
    """PostMergeProductsResult."""


class PostProductJsonRequest(OpenModel):
    """PostProductJsonRequest."""


class PostProductJsonResult(OpenModel):
    """PostProductJsonResult."""


class PostReviewRequest(OpenModel):
    """PostReviewRequest."""


class PostReviewResult(OpenModel):
    """PostReviewResult."""


class PostSearchRequest(OpenModel):
    """PostSearchRequest."""


class PostSearchResult(OpenModel):
    """PostSearchResult."""


class PostSetPriceRequest(OpenModel):
    """PostSetPriceRequest."""


class PostSetPriceResult(OpenModel):
    """PostSetPriceResult."""


class PostWatchRequest(OpenModel):
    """PostWatchRequest."""


class PostWatchResult(OpenModel):
    """PostWatchResult."""


class Price(Model):
    """What one unit costs, and what it cost before somebody lowered it."""

    amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]
    list_amount: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]
    currency: Omittable[str] = None


class Product(Model):
    """Product."""

    id: WholeNumber
    name: Annotated[str, Field(max_length=160)]
    slug: Annotated[str, Field(max_length=50)]
    description: str
    status: Literal["draft", "active", "retired"]
    category_id: WholeNumber
    brand_id: WholeNumber | None
    supplier_id: WholeNumber | None
    vat_class: Annotated[str, Field(max_length=8)]
    is_returnable: YesNo
    rating: Annotated[DecimalText, matching("^-?\\d{1,1}(\\.\\d{1,2})?$")] | None
    deleted_at: Timestamp | None
    created_by_id: WholeNumber | None
    created_at: Timestamp
    updated_at: Timestamp
    public_id: UUID


class ProductBatch(Model):
    """ProductBatch."""

    items: list[Product]
    missing: list[WholeNumber]


class ProductBatchRequest(Model):
    """ProductBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class ProductCreate(Model):
    """ProductCreate."""

    name: Annotated[str, Field(max_length=160)]
    slug: Annotated[str, Field(max_length=50)]
    description: str
    status: Omittable[Literal["draft", "active", "retired"]] = None
    category_id: WholeNumber
    brand_id: WholeNumber | None = None
    supplier_id: WholeNumber | None = None
    vat_class: Omittable[Annotated[str, Field(max_length=8)]] = None
    is_returnable: Omittable[YesNo] = None
    rating: Annotated[DecimalText, matching("^-?\\d{1,1}(\\.\\d{1,2})?$")] | None = None
    deleted_at: Timestamp | None = None
    created_by_id: WholeNumber | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None
    public_id: Omittable[UUID] = None


class ProductPage(Model):
    """ProductPage."""

    items: Annotated[list[Product], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class ProductUpdate(Model):
    """ProductUpdate."""

    name: Omittable[Annotated[str, Field(max_length=160)]] = None
    slug: Omittable[Annotated[str, Field(max_length=50)]] = None
    description: Omittable[str] = None
    status: Omittable[Literal["draft", "active", "retired"]] = None
    category_id: Omittable[WholeNumber] = None
    brand_id: WholeNumber | None = None
    supplier_id: WholeNumber | None = None
    vat_class: Omittable[Annotated[str, Field(max_length=8)]] = None
    is_returnable: Omittable[YesNo] = None
    rating: Annotated[DecimalText, matching("^-?\\d{1,1}(\\.\\d{1,2})?$")] | None = None
    deleted_at: Timestamp | None = None
    created_by_id: WholeNumber | None = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None
    public_id: Omittable[UUID] = None


class ProductsOnSaleResult(Model):
    """ProductsOnSaleResult."""

    result: list[Product]


class ProductsVatRateResult(Model):
    """ProductsVatRateResult."""

    result: Annotated[DecimalText, matching("^-?\\d+(\\.\\d+)?$")]


class Review(Model):
    """Review."""

    id: WholeNumber
    product_id: WholeNumber
    author_id: WholeNumber | None
    order_line_id: WholeNumber | None
    stars: WholeNumber
    text: str
    approved: YesNo
    created_at: Timestamp
    updated_at: Timestamp


class ReviewPage(Model):
    """ReviewPage."""

    items: Annotated[list[Review], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class ReviewUpdate(Model):
    """ReviewUpdate."""

    product_id: Omittable[WholeNumber] = None
    author_id: WholeNumber | None = None
    order_line_id: WholeNumber | None = None
    stars: Omittable[WholeNumber] = None
    text: Omittable[str] = None
    approved: Omittable[YesNo] = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class Variant(Model):
    """The thing that lies on a shelf: a product in a size and colour."""

    id: WholeNumber
    product_id: WholeNumber
    sku: Annotated[str, Field(max_length=32)]
    label: Annotated[str, Field(max_length=80)]
    list_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    sale_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")] | None
    weight_grams: WholeNumber
    is_active: YesNo
    created_at: Timestamp
    updated_at: Timestamp


class VariantBatch(Model):
    """VariantBatch."""

    items: list[Variant]
    missing: list[WholeNumber]


class VariantBatchRequest(Model):
    """VariantBatchRequest."""

    ids: Annotated[list[WholeNumber], Field(min_length=1, max_length=100)]


class VariantCreate(Model):
    """VariantCreate."""

    product_id: WholeNumber
    sku: Annotated[str, Field(max_length=32)]
    label: Annotated[str, Field(max_length=80)]
    list_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")]
    sale_price: Annotated[DecimalText, matching("^-?\\d{1,8}(\\.\\d{1,2})?$")] | None = None
    weight_grams: Omittable[WholeNumber] = None
    is_active: Omittable[YesNo] = None
    created_at: Omittable[Timestamp] = None
    updated_at: Omittable[Timestamp] = None


class VariantPage(Model):
    """VariantPage."""

    items: Annotated[list[Variant], Field(max_length=100)]
    next_cursor: Annotated[str, Field(min_length=1, max_length=200)] | None


class VariantsTitleResult(Model):
    """VariantsTitleResult."""

    result: str
