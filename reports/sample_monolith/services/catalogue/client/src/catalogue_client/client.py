"""The operations of the service Catalogue as methods."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import httpx

from . import models
from .policy import UNSET, Breaker, Policy, Unset
from .transport import Call, Headers, RaiseAs, Transport, answer, given, key_of, segment, shared_http


class Client:
    """Calls the service; keep one for the life of the process.

    ``headers`` is asked before every call (trace and request identifiers); ``raise_as`` maps the name of a
    problem to what makes the caller's own exception from it.
    """

    def __init__(
        self,
        base_url: str,
        *,
        policy: Policy | None = None,
        headers: Headers = dict,
        raise_as: RaiseAs | None = None,
        http: httpx.Client | None = None,
    ) -> None:
        chosen = policy or Policy()
        self._transport = Transport(
            base_url=base_url.rstrip("/"),
            policy=chosen,
            breaker=Breaker(chosen),
            headers=headers,
            raise_as=raise_as or {},
            http=http or shared_http(),
        )

    def get_search(
        self,
    ) -> models.GetSearchResult:
        """GET /."""
        call = Call(
            "get_search",
            "GET",
            "/v1",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetSearchResult)

    def post_search(
        self,
        body: models.PostSearchRequest,
    ) -> models.PostSearchResult:
        """``GET /?q=...`` as JSON; the shop's front page calls it while people type."""
        body = body
        call = Call(
            "post_search",
            "POST",
            "/v1",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostSearchResult)

    def list_brands(
        self,
        *,
        name: str | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.BrandPage:
        """List brands, page by page."""
        call = Call(
            "list_brands",
            "GET",
            "/v1/brands",
            query={"name": name, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.BrandPage)

    def iterate_brands(
        self,
        *,
        name: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Brand]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_brands(name=name, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_brand(
        self,
        *,
        name: str,
        website: str,
    ) -> models.Brand:
        """Create one brand."""
        body = models.BrandCreate.model_validate(given(name=name, website=website))
        call = Call(
            "create_brand",
            "POST",
            "/v1/brands",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Brand)

    def batch_get_brands(
        self,
        ids: list[int],
    ) -> models.BrandBatch:
        """Read many brands at once."""
        body = models.BrandBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_brands",
            "POST",
            "/v1/brands/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.BrandBatch)

    def get_many_brands(self, ids: Iterable[int]) -> Mapping[int, models.Brand]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Brand] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_brands(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_brand(
        self,
        brand_id: int,
    ) -> models.Brand:
        """Read one brand."""
        call = Call(
            "get_brand",
            "GET",
            "/v1/brands/" + segment(brand_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Brand)

    def catalogue_approve_review(
        self,
        review: object | int,
    ) -> None:
        """Call approve review."""
        body = models.CatalogueApproveReviewRequest.model_validate(given(review_id=key_of(review, "id")))
        call = Call(
            "catalogue_approve_review",
            "POST",
            "/v1/catalogue/approve-review",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def catalogue_approve_review_batch(
        self,
        items: list[models.CatalogueApproveReviewRequest],
    ) -> None:
        """Many calls of catalogue_approve_review in one request."""
        body = models.CatalogueApproveReviewBatchRequest.model_validate(given(items=items))
        call = Call(
            "catalogue_approve_review_batch",
            "POST",
            "/v1/catalogue/approve-review/batch",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def catalogue_approve_review_batch_of_any_size(self, requests: Sequence[models.CatalogueApproveReviewRequest]) -> None:
        """Make many calls in as few requests as the contract allows."""
        for start in range(0, len(requests), 100):
            self.catalogue_approve_review_batch(list(requests[start : start + 100]))

    def catalogue_price_of(
        self,
        variant: object | int,
        user: object | int | None = None,
    ) -> models.Price:
        """What ``user`` pays for one piece today."""
        body = models.CataloguePriceOfRequest.model_validate(given(variant_id=key_of(variant, "id"), user_id=key_of(user, "id")))
        call = Call(
            "catalogue_price_of",
            "POST",
            "/v1/catalogue/price-of",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Price)

    def catalogue_price_of_batch(
        self,
        items: list[models.CataloguePriceOfRequest],
    ) -> models.CataloguePriceOfBatchResult:
        """Many calls of catalogue_price_of in one request."""
        body = models.CataloguePriceOfBatchRequest.model_validate(given(items=items))
        call = Call(
            "catalogue_price_of_batch",
            "POST",
            "/v1/catalogue/price-of/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CataloguePriceOfBatchResult)

    def catalogue_price_of_batch_of_any_size(self, requests: Sequence[models.CataloguePriceOfRequest]) -> list[models.Price]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[models.Price] = []
        for start in range(0, len(requests), 100):
            batch = self.catalogue_price_of_batch(list(requests[start : start + 100]))
            results.extend(batch.items)
        return results

    def catalogue_publish_product(
        self,
        product: object | int,
    ) -> None:
        """Call publish product."""
        body = models.CataloguePublishProductRequest.model_validate(given(product_id=key_of(product, "id")))
        call = Call(
            "catalogue_publish_product",
            "POST",
            "/v1/catalogue/publish-product",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def catalogue_publish_product_batch(
        self,
        items: list[models.CataloguePublishProductRequest],
    ) -> None:
        """Many calls of catalogue_publish_product in one request."""
        body = models.CataloguePublishProductBatchRequest.model_validate(given(items=items))
        call = Call(
            "catalogue_publish_product_batch",
            "POST",
            "/v1/catalogue/publish-product/batch",
            body=body,
            safe=False,
            key=True,
        )
        self._transport.send(call)

    def catalogue_publish_product_batch_of_any_size(self, requests: Sequence[models.CataloguePublishProductRequest]) -> None:
        """Make many calls in as few requests as the contract allows."""
        for start in range(0, len(requests), 100):
            self.catalogue_publish_product_batch(list(requests[start : start + 100]))

    def catalogue_retire_product(
        self,
        product: object | int,
    ) -> int:
        """Take a product out of the shop, also out of open carts and running campaigns."""
        body = models.CatalogueRetireProductRequest.model_validate(given(product_id=key_of(product, "id")))
        call = Call(
            "catalogue_retire_product",
            "POST",
            "/v1/catalogue/retire-product",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CatalogueRetireProductResult).result

    def catalogue_retire_product_batch(
        self,
        items: list[models.CatalogueRetireProductRequest],
    ) -> models.CatalogueRetireProductBatchResult:
        """Many calls of catalogue_retire_product in one request."""
        body = models.CatalogueRetireProductBatchRequest.model_validate(given(items=items))
        call = Call(
            "catalogue_retire_product_batch",
            "POST",
            "/v1/catalogue/retire-product/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CatalogueRetireProductBatchResult)

    def catalogue_retire_product_batch_of_any_size(self, requests: Sequence[models.CatalogueRetireProductRequest]) -> list[int]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[int] = []
        for start in range(0, len(requests), 100):
            batch = self.catalogue_retire_product_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def catalogue_viewed_products(
        self,
        session: Any,
    ) -> list[models.Product]:
        """Call viewed products."""
        body = models.CatalogueViewedProductsRequest.model_validate(given(session=session))
        call = Call(
            "catalogue_viewed_products",
            "POST",
            "/v1/catalogue/viewed-products",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CatalogueViewedProductsResult).result

    def list_categories(
        self,
        *,
        slug: str | Unset = UNSET,
        parent_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.CategoryPage:
        """List categories, page by page."""
        call = Call(
            "list_categories",
            "GET",
            "/v1/categories",
            query={"slug": slug, "parent_id": parent_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CategoryPage)

    def iterate_categories(
        self,
        *,
        slug: str | Unset = UNSET,
        parent_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Category]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_categories(slug=slug, parent_id=parent_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_category(
        self,
        *,
        name: str,
        slug: str,
        parent_id: Unset | int | None = UNSET,
        position: int | Unset = UNSET,
    ) -> models.Category:
        """Create one category."""
        body = models.CategoryCreate.model_validate(given(name=name, slug=slug, parent_id=parent_id, position=position))
        call = Call(
            "create_category",
            "POST",
            "/v1/categories",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Category)

    def batch_get_categories(
        self,
        ids: list[int],
    ) -> models.CategoryBatch:
        """Read many categories at once."""
        body = models.CategoryBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_categories",
            "POST",
            "/v1/categories/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.CategoryBatch)

    def get_many_categories(self, ids: Iterable[int]) -> Mapping[int, models.Category]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Category] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_categories(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def categories_descendant_ids_batch(
        self,
        items: list[models.CategoriesDescendantIdsBatchItem],
    ) -> models.CategoriesDescendantIdsBatchResult:
        """Many calls of categories_descendant_ids in one request."""
        body = models.CategoriesDescendantIdsBatchRequest.model_validate(given(items=items))
        call = Call(
            "categories_descendant_ids_batch",
            "POST",
            "/v1/categories/descendant-ids/batch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CategoriesDescendantIdsBatchResult)

    def categories_descendant_ids_batch_of_any_size(self, requests: Sequence[models.CategoriesDescendantIdsBatchItem]) -> list[list[int]]:
        """Make many calls in as few requests as the contract allows; the results keep their order."""
        results: list[list[int]] = []
        for start in range(0, len(requests), 100):
            batch = self.categories_descendant_ids_batch(list(requests[start : start + 100]))
            results.extend(item.result for item in batch.items)
        return results

    def get_category(
        self,
        category_id: int,
    ) -> models.Category:
        """Read one category."""
        call = Call(
            "get_category",
            "GET",
            "/v1/categories/" + segment(category_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Category)

    def categories_descendant_ids(
        self,
        category_id: int,
    ) -> list[int]:
        """Call descendant ids."""
        call = Call(
            "categories_descendant_ids",
            "POST",
            "/v1/categories/" + segment(category_id) + "/descendant-ids",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.CategoriesDescendantIdsResult).result

    def get_product_page(
        self,
        slug: str,
    ) -> models.GetProductPageResult:
        """GET /p/{slug}/."""
        call = Call(
            "get_product_page",
            "GET",
            "/v1/p/" + segment(slug),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetProductPageResult)

    def post_favourite(
        self,
        slug: str,
        body: models.PostFavouriteRequest,
    ) -> models.PostFavouriteResult:
        """POST /p/{slug}/favourite/."""
        body = body
        call = Call(
            "post_favourite",
            "POST",
            "/v1/p/" + segment(slug) + "/favourite",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostFavouriteResult)

    def get_product_json(
        self,
        slug: str,
    ) -> models.GetProductJsonResult:
        """GET /p/{slug}/json/."""
        call = Call(
            "get_product_json",
            "GET",
            "/v1/p/" + segment(slug) + "/json",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.GetProductJsonResult)

    def post_product_json(
        self,
        slug: str,
        body: models.PostProductJsonRequest,
    ) -> models.PostProductJsonResult:
        """POST /p/{slug}/json/."""
        body = body
        call = Call(
            "post_product_json",
            "POST",
            "/v1/p/" + segment(slug) + "/json",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostProductJsonResult)

    def post_merge_products(
        self,
        slug: str,
        body: models.PostMergeProductsRequest,
    ) -> models.PostMergeProductsResult:
        """POST /p/{slug}/merge/."""
        body = body
        call = Call(
            "post_merge_products",
            "POST",
            "/v1/p/" + segment(slug) + "/merge",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostMergeProductsResult)

    def post_review(
        self,
        slug: str,
        body: models.PostReviewRequest,
    ) -> models.PostReviewResult:
        """POST /p/{slug}/review/."""
        body = body
        call = Call(
            "post_review",
            "POST",
            "/v1/p/" + segment(slug) + "/review",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostReviewResult)

    def list_products(
        self,
        *,
        slug: str | Unset = UNSET,
        status: Literal["draft", "active", "retired"] | Unset = UNSET,
        category_id: int | Unset = UNSET,
        brand_id: int | Unset = UNSET,
        supplier_id: int | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ProductPage:
        """List products, page by page."""
        call = Call(
            "list_products",
            "GET",
            "/v1/products",
            query={"slug": slug, "status": status, "category_id": category_id, "brand_id": brand_id, "supplier_id": supplier_id, "created_by_id": created_by_id, "public_id": public_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ProductPage)

    def iterate_products(
        self,
        *,
        slug: str | Unset = UNSET,
        status: Literal["draft", "active", "retired"] | Unset = UNSET,
        category_id: int | Unset = UNSET,
        brand_id: int | Unset = UNSET,
        supplier_id: int | Unset = UNSET,
        created_by_id: int | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Product]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_products(slug=slug, status=status, category_id=category_id, brand_id=brand_id, supplier_id=supplier_id, created_by_id=created_by_id, public_id=public_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_product(
        self,
        *,
        name: str,
        slug: str,
        description: str,
        category_id: int,
        status: Literal["draft", "active", "retired"] | Unset = UNSET,
        brand_id: Unset | int | None = UNSET,
        supplier_id: Unset | int | None = UNSET,
        vat_class: str | Unset = UNSET,
        is_returnable: bool | Unset = UNSET,
        rating: Unset | decimal.Decimal | None = UNSET,
        deleted_at: Unset | datetime.datetime | None = UNSET,
        created_by_id: Unset | int | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
    ) -> models.Product:
        """Create one product."""
        body = models.ProductCreate.model_validate(given(name=name, slug=slug, description=description, category_id=category_id, status=status, brand_id=brand_id, supplier_id=supplier_id, vat_class=vat_class, is_returnable=is_returnable, rating=rating, deleted_at=deleted_at, created_by_id=created_by_id, created_at=created_at, updated_at=updated_at, public_id=public_id))
        call = Call(
            "create_product",
            "POST",
            "/v1/products",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Product)

    def batch_get_products(
        self,
        ids: list[int],
    ) -> models.ProductBatch:
        """Read many products at once."""
        body = models.ProductBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_products",
            "POST",
            "/v1/products/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ProductBatch)

    def get_many_products(self, ids: Iterable[int]) -> Mapping[int, models.Product]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Product] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_products(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def products_on_sale(
        self,
    ) -> list[models.Product]:
        """Call on sale."""
        call = Call(
            "products_on_sale",
            "POST",
            "/v1/products/on-sale",
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.ProductsOnSaleResult).result

    def delete_product(
        self,
        product_id: int,
    ) -> None:
        """Delete one product."""
        call = Call(
            "delete_product",
            "DELETE",
            "/v1/products/" + segment(product_id),
            safe=False,
            key=False,
        )
        self._transport.send(call)

    def get_product(
        self,
        product_id: int,
    ) -> models.Product:
        """Read one product."""
        call = Call(
            "get_product",
            "GET",
            "/v1/products/" + segment(product_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Product)

    def update_product(
        self,
        product_id: int,
        *,
        name: str | Unset = UNSET,
        slug: str | Unset = UNSET,
        description: str | Unset = UNSET,
        status: Literal["draft", "active", "retired"] | Unset = UNSET,
        category_id: int | Unset = UNSET,
        brand_id: Unset | int | None = UNSET,
        supplier_id: Unset | int | None = UNSET,
        vat_class: str | Unset = UNSET,
        is_returnable: bool | Unset = UNSET,
        rating: Unset | decimal.Decimal | None = UNSET,
        deleted_at: Unset | datetime.datetime | None = UNSET,
        created_by_id: Unset | int | None = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
        public_id: uuid.UUID | Unset = UNSET,
    ) -> models.Product:
        """Change fields of one product."""
        body = models.ProductUpdate.model_validate(given(name=name, slug=slug, description=description, status=status, category_id=category_id, brand_id=brand_id, supplier_id=supplier_id, vat_class=vat_class, is_returnable=is_returnable, rating=rating, deleted_at=deleted_at, created_by_id=created_by_id, created_at=created_at, updated_at=updated_at, public_id=public_id))
        call = Call(
            "update_product",
            "PATCH",
            "/v1/products/" + segment(product_id),
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Product)

    def products_vat_rate(
        self,
        product_id: int,
    ) -> decimal.Decimal:
        """Read vat rate."""
        call = Call(
            "products_vat_rate",
            "GET",
            "/v1/products/" + segment(product_id) + "/vat-rate",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ProductsVatRateResult).result

    def list_reviews(
        self,
        *,
        product_id: int | Unset = UNSET,
        author_id: int | Unset = UNSET,
        order_line_id: int | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.ReviewPage:
        """List reviews, page by page."""
        call = Call(
            "list_reviews",
            "GET",
            "/v1/reviews",
            query={"product_id": product_id, "author_id": author_id, "order_line_id": order_line_id, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.ReviewPage)

    def iterate_reviews(
        self,
        *,
        product_id: int | Unset = UNSET,
        author_id: int | Unset = UNSET,
        order_line_id: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Review]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_reviews(product_id=product_id, author_id=author_id, order_line_id=order_line_id, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def post_approve_review(
        self,
        pk: str,
        body: models.PostApproveReviewRequest,
    ) -> models.PostApproveReviewResult:
        """POST /reviews/{pk}/approve/."""
        body = body
        call = Call(
            "post_approve_review",
            "POST",
            "/v1/reviews/" + segment(pk) + "/approve",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostApproveReviewResult)

    def get_review(
        self,
        review_id: int,
    ) -> models.Review:
        """Read one review."""
        call = Call(
            "get_review",
            "GET",
            "/v1/reviews/" + segment(review_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Review)

    def update_review(
        self,
        review_id: int,
        *,
        product_id: int | Unset = UNSET,
        author_id: Unset | int | None = UNSET,
        order_line_id: Unset | int | None = UNSET,
        stars: int | Unset = UNSET,
        text: str | Unset = UNSET,
        approved: bool | Unset = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Review:
        """Change fields of one review."""
        body = models.ReviewUpdate.model_validate(given(product_id=product_id, author_id=author_id, order_line_id=order_line_id, stars=stars, text=text, approved=approved, created_at=created_at, updated_at=updated_at))
        call = Call(
            "update_review",
            "PATCH",
            "/v1/reviews/" + segment(review_id),
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Review)

    def post_set_price(
        self,
        sku: str,
        body: models.PostSetPriceRequest,
    ) -> models.PostSetPriceResult:
        """POST /sku/{sku}/price/."""
        body = body
        call = Call(
            "post_set_price",
            "POST",
            "/v1/sku/" + segment(sku) + "/price",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostSetPriceResult)

    def post_watch(
        self,
        sku: str,
        body: models.PostWatchRequest,
    ) -> models.PostWatchResult:
        """Tell me when it is back."""
        body = body
        call = Call(
            "post_watch",
            "POST",
            "/v1/sku/" + segment(sku) + "/watch",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.PostWatchResult)

    def list_variants(
        self,
        *,
        product_id: int | Unset = UNSET,
        sku: str | Unset = UNSET,
        cursor: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> models.VariantPage:
        """List variants, page by page."""
        call = Call(
            "list_variants",
            "GET",
            "/v1/variants",
            query={"product_id": product_id, "sku": sku, "cursor": cursor, "limit": limit},
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.VariantPage)

    def iterate_variants(
        self,
        *,
        product_id: int | Unset = UNSET,
        sku: str | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> Iterator[models.Variant]:
        """Follow the pages to the end, one item after the other."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list_variants(product_id=product_id, sku=sku, limit=limit, cursor=cursor)
            yield from page.items
            if page.next_cursor is None:
                return
            cursor = page.next_cursor

    def create_variant(
        self,
        *,
        product_id: int,
        sku: str,
        label: str,
        list_price: decimal.Decimal,
        sale_price: Unset | decimal.Decimal | None = UNSET,
        weight_grams: int | Unset = UNSET,
        is_active: bool | Unset = UNSET,
        created_at: datetime.datetime | Unset = UNSET,
        updated_at: datetime.datetime | Unset = UNSET,
    ) -> models.Variant:
        """Create one variant."""
        body = models.VariantCreate.model_validate(given(product_id=product_id, sku=sku, label=label, list_price=list_price, sale_price=sale_price, weight_grams=weight_grams, is_active=is_active, created_at=created_at, updated_at=updated_at))
        call = Call(
            "create_variant",
            "POST",
            "/v1/variants",
            body=body,
            safe=False,
            key=True,
        )
        response = self._transport.send(call)
        return answer(response, models.Variant)

    def batch_get_variants(
        self,
        ids: list[int],
    ) -> models.VariantBatch:
        """Read many variants at once."""
        body = models.VariantBatchRequest.model_validate(given(ids=ids))
        call = Call(
            "batch_get_variants",
            "POST",
            "/v1/variants/batch-get",
            body=body,
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.VariantBatch)

    def get_many_variants(self, ids: Iterable[int]) -> Mapping[int, models.Variant]:
        """Read any number of items in as few calls as the contract allows; unknown identifiers are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[int, models.Variant] = {}
        for start in range(0, len(wanted), 100):
            batch = self.batch_get_variants(wanted[start : start + 100])
            found.update((item.id, item) for item in batch.items)
        return found

    def get_variant(
        self,
        variant_id: int,
    ) -> models.Variant:
        """Read one variant."""
        call = Call(
            "get_variant",
            "GET",
            "/v1/variants/" + segment(variant_id),
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.Variant)

    def variants_title(
        self,
        variant_id: int,
    ) -> str:
        """Read title."""
        call = Call(
            "variants_title",
            "GET",
            "/v1/variants/" + segment(variant_id) + "/title",
            safe=True,
            key=False,
        )
        response = self._transport.send(call)
        return answer(response, models.VariantsTitleResult).result
