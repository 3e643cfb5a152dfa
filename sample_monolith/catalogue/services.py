"""Prices, product cards, reviews and the upkeep of the catalogue."""

import csv
import logging
from decimal import Decimal

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from catalogue.models import Brand, Category, PriceHistory, Product, Review, Variant
from common import registry
from common.constants import (
    CACHE_PRODUCT,
    CACHE_SECONDS,
    SESSION_VIEWED,
    WHOLESALE_DISCOUNT,
)
from common.exceptions import InvalidState, NotAllowed
from common.money import Price, percentage, to_money

logger = logging.getLogger(__name__)

MAX_VIEWED = 12


def price_of(variant: Variant, user=None) -> Price:
    """What ``user`` pays for one piece today.

    The lowest of sale price and campaign price; wholesale customers get their discount on
    the list price instead, and never both.
    """
    if user is not None and user.is_authenticated and user.is_wholesale:
        amount = to_money(variant.list_price * (1 - WHOLESALE_DISCOUNT))
        return Price(amount, variant.list_price)
    cached = registry.PRICE_CACHE.get(variant.pk)
    if cached is not None:
        return cached
    # promotions imports the catalogue, so not at the top
    from promotions.engine import campaign_percent

    candidates = [variant.list_price]
    if variant.sale_price is not None:
        candidates.append(variant.sale_price)
    percent = campaign_percent(variant.product_id)
    if percent:
        candidates.append(variant.list_price - percentage(variant.list_price, percent))
    price = Price(min(candidates), variant.list_price)
    registry.PRICE_CACHE[variant.pk] = price
    return price


@transaction.atomic
def change_price(variant: Variant, list_price: Decimal, sale_price=None, user=None) -> None:
    if list_price <= 0 or (sale_price is not None and sale_price >= list_price):
        raise InvalidState("A price is positive, and a sale price is lower than the list price.")
    if variant.list_price != list_price:
        PriceHistory.objects.create(
            variant=variant, price=variant.list_price, since=timezone.now(), changed_by=user
        )
    variant.list_price = to_money(list_price)
    variant.sale_price = to_money(sale_price) if sale_price is not None else None
    variant.save()
    registry.forget_price(variant.pk)
    cache.delete(CACHE_PRODUCT % variant.product_id)


def product_card(product: Product) -> dict:
    """The data of a product tile; cached, the stock level included."""
    key = CACHE_PRODUCT % product.pk
    card = cache.get(key)
    if card is None:
        card = _build_card(product)
        cache.set(key, card, CACHE_SECONDS)
    return card


def _build_card(product):
    from inventory.services import available_quantity

    variants = []
    for variant in product.variants.filter(is_active=True):
        price = price_of(variant)
        variants.append(
            {
                "sku": variant.sku,
                "label": variant.label,
                "price": str(price.amount),
                "list_price": str(price.list_amount),
                "saving_percent": price.saving_percent,
                "available": available_quantity(variant),
            }
        )
    return {
        "id": str(product.public_id),
        "name": product.name,
        "slug": product.slug,
        "brand": product.brand.name if product.brand else None,
        "category": [c.name for c in product.category.ancestors()] + [product.category.name],
        "rating": str(product.rating) if product.rating is not None else None,
        "variants": variants,
    }


def publish_product(product: Product) -> None:
    if not product.variants.filter(is_active=True).exists():
        raise InvalidState(f"{product.name} has nothing to sell.")
    product.status = Product.Status.ACTIVE
    product.save(update_fields=["status", "updated_at"])


@transaction.atomic
def retire_product(product: Product) -> int:
    """Take a product out of the shop, also out of open carts and running campaigns."""
    from cart.models import CartLine
    from promotions.models import CampaignProduct

    product.status = Product.Status.RETIRED
    product.save(update_fields=["status", "updated_at"])
    removed, _ = CartLine.objects.filter(variant__product=product, cart__status="open").delete()
    CampaignProduct.objects.filter(product=product).delete()
    cache.delete(CACHE_PRODUCT % product.pk)
    return removed


@transaction.atomic
def merge_products(keep: Product, drop: Product) -> None:
    """Two entries for the same thing: move everything to ``keep``."""
    if keep.pk == drop.pk:
        raise InvalidState("Cannot merge a product with itself.")
    drop.variants.update(product=keep)
    authors = keep.reviews.values_list("author_id", flat=True)
    drop.reviews.exclude(author_id__in=list(authors)).update(product=keep)
    for customer in drop.favourite_of.all():
        customer.favourites.add(keep)
        customer.favourites.remove(drop)
    drop.delete()
    keep.refresh_rating()
    registry.forget_price()


def submit_review(user, product: Product, stars: int, text: str = "") -> Review:
    """Only people who bought the product may review it, once."""
    from orders.models import OrderLine

    line = (
        OrderLine.objects.filter(order__user=user, variant__product=product)
        .exclude(order__status="cancelled")
        .first()
    )
    if line is None:
        raise NotAllowed("Only customers who bought this product can review it.")
    if not 1 <= stars <= 5:
        raise InvalidState("Between one and five stars, please.")
    review, _ = Review.objects.update_or_create(
        product=product,
        author=user,
        defaults={"order_line": line, "stars": stars, "text": text, "approved": False},
    )
    return review


def approve_review(review: Review) -> None:
    review.approved = True
    review.save(update_fields=["approved", "updated_at"])
    review.product.refresh_rating()
    cache.delete(CACHE_PRODUCT % review.product_id)


def remember_viewed(session, product: Product) -> None:
    viewed = [pk for pk in session.get(SESSION_VIEWED, []) if pk != product.pk]
    session[SESSION_VIEWED] = [product.pk, *viewed][:MAX_VIEWED]


def viewed_products(session) -> list[Product]:
    ids = session.get(SESSION_VIEWED, [])
    found = Product.objects.on_sale().in_bulk(ids)
    return [found[pk] for pk in ids if pk in found]


def category_tree() -> list[dict]:
    by_parent: dict = {}
    for category in Category.objects.all():
        by_parent.setdefault(category.parent_id, []).append(category)

    def branch(parent_id):
        return [
            {"name": c.name, "slug": c.slug, "children": branch(c.pk)}
            for c in by_parent.get(parent_id, [])
        ]

    return branch(None)


def import_old_feed(path):
    """CSV of the old shop: sku;name;brand;guilders."""
    from common.money import guilders_to_euro

    count = 0
    with open(path, encoding="latin-1") as file:
        for sku, name, brand, price in csv.reader(file, delimiter=";"):
            brand, _ = Brand.objects.get_or_create(name=brand)
            product = Product.objects.filter(name=name, brand=brand).first()
            if product is None:
                logger.warning("unknown product %s", name)
                continue
            Variant.objects.get_or_create(
                sku=sku, defaults={"product": product, "list_price": guilders_to_euro(price)}
            )
            count += 1
    return count
