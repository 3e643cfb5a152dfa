"""Which discount applies to what."""

from dataclasses import dataclass, field
from decimal import Decimal

from catalogue.models import Category
from common import registry
from common.money import ZERO, percentage, split_proportionally, to_money
from promotions.models import CampaignProduct


@dataclass
class PricedLine:
    """A line on its way to become an order line; the engine fills ``discount``."""

    variant: object
    quantity: int
    unit_price: Decimal
    discount: Decimal = ZERO
    campaign_id: int | None = None

    @property
    def total(self) -> Decimal:
        return to_money(self.unit_price * self.quantity)


@dataclass
class Discount:
    amount: Decimal = ZERO
    free_shipping: bool = False
    notes: list[str] = field(default_factory=list)


def campaign_percent(product_id: int) -> int:
    """The highest percentage of the running campaigns that ask for no quantity."""
    entry = _running_entries(product_id).filter(buy_quantity=1).first()
    return entry.percent if entry else 0


def _running_entries(product_id):
    from django.utils import timezone

    now = timezone.now()
    return CampaignProduct.objects.filter(
        product_id=product_id, campaign__starts_at__lte=now, campaign__ends_at__gte=now
    ).order_by("-percent")


def apply_quantity_campaigns(lines: list[PricedLine]) -> Decimal:
    """Three for two, and the like: a percentage when enough pieces are bought."""
    total = ZERO
    for line in lines:
        entries = _running_entries(line.variant.product_id)
        entry = entries.filter(buy_quantity__gt=1, buy_quantity__lte=line.quantity).first()
        if entry is None:
            continue
        off = percentage(line.total, entry.percent)
        line.discount += off
        line.campaign_id = entry.campaign_id
        total += off
    return total


def apply_coupon(coupon, lines: list[PricedLine]) -> Discount:
    """Spread the discount of a coupon over the lines that it covers."""
    result = Discount()
    if coupon.kind == coupon.Kind.FREE_SHIPPING:
        result.free_shipping = True
        return result
    covered = covered_lines(coupon, lines)
    base = sum((line.total - line.discount for line in covered), ZERO)
    if base <= 0:
        result.notes.append("The coupon does not cover anything in the cart.")
        return result
    if coupon.kind == coupon.Kind.PERCENT:
        result.amount = percentage(base, coupon.value)
    else:
        result.amount = min(coupon.value, base)
    shares = split_proportionally(result.amount, [line.total - line.discount for line in covered])
    for line, share in zip(covered, shares, strict=True):
        line.discount += share
    return result


def covered_lines(coupon, lines):
    roots = list(coupon.categories.all())
    if not roots:
        return lines
    ids = set()
    for root in roots:
        ids.update(root.descendant_ids())
    return [line for line in lines if line.variant.product.category_id in ids]


def categories_with_coupons():
    return Category.objects.filter(coupons__isnull=False).distinct()


def warm_prices(variants):
    """Fill the price cache before a newsletter goes out."""
    from catalogue.services import price_of

    for variant in variants:
        if variant.pk not in registry.PRICE_CACHE:
            price_of(variant)


def apply_voucher(total, voucher):
    # Paper vouchers, 2016 campaign.
    if voucher.startswith("NL16-"):
        return total - min(total, Decimal("10"))
    return total
