"""The cart and what it costs."""

from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from cart.models import Cart, CartLine
from catalogue.models import Product, Variant
from catalogue.services import price_of
from common import registry
from common.constants import MAX_LINE_QUANTITY, SESSION_CART, VAT_STANDARD
from common.exceptions import InvalidState
from common.money import ZERO, to_money, vat_included
from inventory.services import OutOfStock, available_quantity
from promotions.engine import PricedLine, apply_coupon, apply_quantity_campaigns
from promotions.services import CouponError, check_coupon, find_coupon

GIFT_WRAP_PRICE = Decimal("2.95")
ABANDONED_AFTER = timedelta(hours=24)


@dataclass
class CartTotals:
    lines: list[PricedLine]
    subtotal: Decimal = ZERO
    discount: Decimal = ZERO
    wrap: Decimal = ZERO
    shipping: Decimal = ZERO
    vat: Decimal = ZERO
    free_shipping: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> Decimal:
        return self.subtotal - self.discount + self.wrap + self.shipping

    def as_dict(self) -> dict:
        return {
            "lines": [
                {
                    "sku": line.variant.sku,
                    "quantity": line.quantity,
                    "unit_price": str(line.unit_price),
                    "total": str(line.total),
                }
                for line in self.lines
            ],
            "subtotal": str(self.subtotal),
            "discount": str(self.discount),
            "shipping": str(self.shipping),
            "total": str(self.total),
            "notes": self.notes,
        }


def cart_for_request(request) -> Cart:
    """The open cart of the visitor; made when there is none."""
    if request.user.is_authenticated:
        cart = Cart.objects.filter(user=request.user, status=Cart.Status.OPEN).last()
        return cart or Cart.objects.create(user=request.user)
    cart_id = request.session.get(SESSION_CART)
    cart = Cart.objects.filter(pk=cart_id, user=None, status=Cart.Status.OPEN).first()
    if cart is None:
        cart = Cart.objects.create()
        request.session[SESSION_CART] = cart.pk
    return cart


@transaction.atomic
def add_to_cart(cart: Cart, sku: str, quantity: int = 1) -> CartLine:
    variant = Variant.objects.select_related("product").filter(sku=sku, is_active=True).first()
    if variant is None or variant.product.status != Product.Status.ACTIVE:
        raise InvalidState(f"{sku} is not for sale.")
    line = cart.lines.filter(variant=variant).first()
    wanted = quantity + (line.quantity if line else 0)
    _check_quantity(variant, wanted)
    if line is None:
        return CartLine.objects.create(cart=cart, variant=variant, quantity=wanted)
    line.quantity = wanted
    line.save(update_fields=["quantity", "updated_at"])
    return line


def set_quantity(cart: Cart, sku: str, quantity: int) -> None:
    line = cart.lines.select_related("variant").filter(variant__sku=sku).first()
    if line is None:
        raise InvalidState(f"{sku} is not in the cart.")
    if quantity <= 0:
        line.delete()
        return
    _check_quantity(line.variant, quantity)
    line.quantity = quantity
    line.save(update_fields=["quantity", "updated_at"])


def _check_quantity(variant, wanted):
    if not 0 < wanted <= MAX_LINE_QUANTITY:
        raise InvalidState(f"Between 1 and {MAX_LINE_QUANTITY} pieces, please.")
    available = available_quantity(variant)
    if available < wanted and not registry.feature("backorders"):
        raise OutOfStock(variant.sku, wanted, available)


def use_coupon(cart: Cart, code: str, user=None) -> None:
    totals = price_cart(cart, user)
    cart.coupon = find_coupon(code, user, totals.subtotal)
    cart.save(update_fields=["coupon", "updated_at"])


def price_cart(cart: Cart, user=None, method=None, country: str = "") -> CartTotals:
    """Everything the customer will pay, line by line. The checkout calls this too."""
    if user is not None and not user.is_authenticated:
        user = None
    lines = [
        PricedLine(line.variant, line.quantity, price_of(line.variant, user).amount)
        for line in cart.lines.select_related("variant__product")
    ]
    totals = CartTotals(lines=lines, subtotal=sum((line.total for line in lines), ZERO))
    totals.discount = apply_quantity_campaigns(lines)
    if cart.coupon is not None:
        try:
            check_coupon(cart.coupon, user, totals.subtotal)
        except CouponError as error:
            totals.notes.append(str(error))
        else:
            found = apply_coupon(cart.coupon, lines)
            totals.discount += found.amount
            totals.free_shipping = found.free_shipping
            totals.notes.extend(found.notes)
    if cart.gift_wrap and registry.feature("gift_wrap"):
        totals.wrap = GIFT_WRAP_PRICE
    if method is not None:
        from shipping.services import shipping_cost

        grams = sum(line.variant.weight_grams * line.quantity for line in lines)
        goods = totals.subtotal - totals.discount
        totals.shipping = shipping_cost(method, country, grams, goods, totals.free_shipping)
    goods_vat = [
        vat_included(line.total - line.discount, line.variant.product.vat_rate) for line in lines
    ]
    extras_vat = vat_included(totals.wrap + totals.shipping, VAT_STANDARD)
    totals.vat = to_money(sum(goods_vat, ZERO) + extras_vat)
    return totals


@transaction.atomic
def merge_session_cart(request, user) -> Cart | None:
    """Pour the cart of the session into the cart of the user."""
    cart_id = request.session.pop(SESSION_CART, None)
    if cart_id is None:
        return None
    source = Cart.objects.filter(pk=cart_id, user=None, status=Cart.Status.OPEN).first()
    if source is None:
        return None
    target = Cart.objects.filter(user=user, status=Cart.Status.OPEN).last()
    if target is None:
        source.user = user
        source.save(update_fields=["user", "updated_at"])
        return source
    for line in source.lines.all():
        mine, created = target.lines.get_or_create(
            variant=line.variant, defaults={"quantity": line.quantity}
        )
        if not created:
            mine.quantity = min(mine.quantity + line.quantity, MAX_LINE_QUANTITY)
            mine.save(update_fields=["quantity", "updated_at"])
    if target.coupon_id is None:
        target.coupon = source.coupon
        target.save(update_fields=["coupon", "updated_at"])
    source.status = Cart.Status.MERGED
    source.save(update_fields=["status", "updated_at"])
    return target


def abandoned_carts(now=None):
    """Open carts of known customers that nobody touched for a day."""
    limit = (now or timezone.now()) - ABANDONED_AFTER
    return (
        Cart.objects.filter(status=Cart.Status.OPEN, updated_at__lt=limit, reminded_at=None)
        .filter(user__marketing_opt_in=True, lines__isnull=False)
        .select_related("user")
        .distinct()
    )
