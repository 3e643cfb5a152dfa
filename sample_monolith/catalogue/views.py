import json
from decimal import Decimal, InvalidOperation

from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST
from django.views.generic import View

from catalogue import services
from catalogue.models import Product, Review, Variant
from catalogue.search import SearchRequest, search
from common.permissions import staff_required


class ProductSearchView(View):
    """``GET /?q=...`` as JSON; the shop's front page calls it while people type."""

    def get(self, request):
        result = search(SearchRequest.from_query(request.GET))
        return JsonResponse(
            {
                "total": result.total,
                "page": result.page,
                "pages": result.pages,
                "products": [services.product_card(product) for product in result.products],
            }
        )


def product_page(request, slug):
    product = get_object_or_404(Product.objects.on_sale(), slug=slug)
    services.remember_viewed(request.session, product)
    from inventory.services import delivery_promise

    variants = [
        (variant, services.price_of(variant, request.user), delivery_promise(variant))
        for variant in product.variants.filter(is_active=True)
    ]
    reviews = product.reviews.filter(approved=True).select_related("author")
    context = {"product": product, "variants": variants, "reviews": reviews}
    return render(request, "catalogue/product.html", context)


def product_json(request, slug):
    product = get_object_or_404(Product.objects.on_sale(), slug=slug)
    return JsonResponse(services.product_card(product))


def categories(request):
    return JsonResponse({"categories": services.category_tree()})


@login_required
@require_POST
def review(request, slug):
    product = get_object_or_404(Product.objects.on_sale(), slug=slug)
    data = json.loads(request.body or "{}")
    made = services.submit_review(
        request.user, product, int(data.get("stars", 0)), data.get("text", "")
    )
    return JsonResponse({"id": made.pk, "approved": made.approved}, status=201)


@login_required
@require_POST
def favourite(request, slug):
    product = get_object_or_404(Product.objects.on_sale(), slug=slug)
    favourites = request.user.favourites
    if favourites.filter(pk=product.pk).exists():
        favourites.remove(product)
    else:
        favourites.add(product)
    return JsonResponse({"favourites": favourites.count()})


@login_required
@require_POST
def watch(request, sku):
    """Tell me when it is back."""
    from inventory import services as stock

    alert = stock.watch(request.user, get_object_or_404(Variant, sku=sku))
    return JsonResponse({"alert": alert.pk}, status=201)


@staff_required
@require_POST
def set_price(request, sku):
    variant = get_object_or_404(Variant, sku=sku)
    try:
        price = Decimal(request.POST["price"])
        sale = Decimal(request.POST["sale"]) if request.POST.get("sale") else None
    except (KeyError, InvalidOperation):
        return JsonResponse({"error": "price"}, status=400)
    services.change_price(variant, price, sale, user=request.user)
    return JsonResponse({"sku": sku, "price": str(variant.list_price)})


@staff_required
@require_POST
def approve(request, pk):
    services.approve_review(get_object_or_404(Review, pk=pk))
    return JsonResponse({"approved": True})


@staff_required
@require_POST
def merge(request, slug):
    keep = get_object_or_404(Product, slug=slug)
    drop = get_object_or_404(Product, slug=request.POST.get("drop", ""))
    services.merge_products(keep, drop)
    return JsonResponse({"kept": keep.slug})
