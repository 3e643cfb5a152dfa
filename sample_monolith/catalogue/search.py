"""Finding products: words, category, price, stock, popularity."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, F, Min, Q, Sum
from django.db.models.functions import Coalesce

from catalogue.models import Category, Product

PAGE_SIZE = 24


@dataclass
class SearchRequest:
    words: str = ""
    category: str = ""
    brand: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    in_stock: bool = False
    order: str = "name"
    page: int = 1

    @classmethod
    def from_query(cls, query) -> "SearchRequest":
        def number(name):
            try:
                return Decimal(query[name])
            except (KeyError, ArithmeticError):
                return None

        page = query.get("page", "1")
        return cls(
            words=query.get("q", "").strip(),
            category=query.get("category", ""),
            brand=query.get("brand", ""),
            lowest=number("min"),
            highest=number("max"),
            in_stock=query.get("in_stock") == "1",
            order=query.get("order", "name"),
            page=int(page) if page.isdigit() and page != "0" else 1,
        )


@dataclass
class SearchResult:
    total: int
    page: int
    products: list = field(default_factory=list)

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))


def search(request: SearchRequest) -> SearchResult:
    products = Product.objects.on_sale().select_related("brand", "category")
    for word in request.words.split():
        products = products.filter(
            Q(name__icontains=word)
            | Q(description__icontains=word)
            | Q(brand__name__icontains=word)
            | Q(variants__sku__iexact=word)
        )
    if request.category:
        category = Category.objects.filter(slug=request.category).first()
        ids = category.descendant_ids() if category else []
        products = products.filter(category_id__in=ids)
    if request.brand:
        products = products.filter(brand__name__iexact=request.brand)
    products = products.annotate(price=Min("variants__list_price"))
    if request.lowest is not None:
        products = products.filter(price__gte=request.lowest)
    if request.highest is not None:
        products = products.filter(price__lte=request.highest)
    if request.in_stock:
        products = products.filter(
            variants__stock_items__on_hand__gt=F("variants__stock_items__reserved")
        )
    products = _ordered(products.distinct(), request.order)
    total = products.count()
    start = (request.page - 1) * PAGE_SIZE
    return SearchResult(total, request.page, list(products[start : start + PAGE_SIZE]))


def _ordered(products, order):
    if order == "popular":
        sold = Coalesce(Sum("variants__order_lines__quantity"), 0)
        return products.annotate(sold=sold).order_by("-sold", "name")
    if order == "loved":
        return products.annotate(hearts=Count("favourite_of")).order_by("-hearts", "name")
    if order == "price":
        return products.order_by("price", "name")
    if order == "rating":
        return products.order_by(F("rating").desc(nulls_last=True), "name")
    return products.order_by("name")
