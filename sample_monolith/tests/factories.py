"""Small objects for the tests; each function makes one thing and saves it."""

import itertools
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from cart.models import Cart
from cart.services import add_to_cart
from catalogue.models import Brand, Category, Product, Variant
from customers.models import Address, User
from inventory.models import StockItem, Supplier, Warehouse
from orders.checkout import CheckoutData, place_order
from promotions.models import Campaign, CampaignProduct, Coupon
from shipping.models import Carrier, ShippingMethod, Zone

_numbers = itertools.count(1)


def make_user(**values):
    number = next(_numbers)
    values.setdefault("email", f"person{number}@mail.example")
    password = values.pop("password", "correct-horse")
    return User.objects.create_user(username=values["email"], password=password, **values)


def make_staff(**values):
    return make_user(is_staff=True, **values)


def make_category(name=None, **values):
    name = name or f"Category {next(_numbers)}"
    return Category.objects.create(name=name, slug=name.lower().replace(" ", "-"), **values)


def make_warehouse(code="AMS", **values):
    return Warehouse.objects.get_or_create(code=code, defaults={"name": code, **values})[0]


def make_supplier(**values):
    values.setdefault("name", f"Supplier {next(_numbers)}")
    return Supplier.objects.create(**values)


def make_product(name=None, **values):
    number = next(_numbers)
    values.setdefault("category", Category.objects.first() or make_category())
    values.setdefault("status", Product.Status.ACTIVE)
    return Product.objects.create(name=name or f"Lamp {number}", slug=f"lamp-{number}", **values)


def make_variant(product=None, price="20.00", stock=10, **values):
    values.setdefault("sku", f"SKU-{next(_numbers)}")
    values.setdefault("weight_grams", 400)
    warehouse = make_warehouse()
    variant = Variant.objects.create(
        product=product or make_product(), list_price=Decimal(price), **values
    )
    item = StockItem.objects.get(variant=variant, warehouse=warehouse)
    item.on_hand = stock
    item.save()
    return variant


def make_brand(name="Lumen"):
    return Brand.objects.get_or_create(name=name)[0]


def make_address(user, **values):
    values.setdefault("name", "Ada de Vries")
    values.setdefault("street", "Keizersgracht 1")
    values.setdefault("postcode", "1015 CJ")
    values.setdefault("city", "Amsterdam")
    return Address.objects.create(user=user, **values)


def make_method(name="Parcel", countries="NL BE DE", **values):
    carrier, _ = Carrier.objects.get_or_create(
        code="pnl", defaults={"name": "PNL", "tracking_pattern": "https://pnl.example/{code}"}
    )
    zone, _ = Zone.objects.get_or_create(name=countries, defaults={"countries": countries})
    values.setdefault("base_price", Decimal("4.95"))
    return ShippingMethod.objects.create(carrier=carrier, zone=zone, name=name, **values)


def make_cart(user, *items):
    """``items`` are (variant, quantity) pairs."""
    cart = Cart.objects.create(user=user)
    for variant, quantity in items:
        add_to_cart(cart, variant.sku, quantity)
    return cart


def make_coupon(code="SAVE10", **values):
    values.setdefault("value", Decimal("10"))
    values.setdefault("valid_from", timezone.now() - timedelta(days=1))
    return Coupon.objects.create(code=code, **values)


def make_campaign(product, percent, buy_quantity=1, days=(-1, 1)):
    now = timezone.now()
    campaign = Campaign.objects.create(
        name="Week of light",
        starts_at=now + timedelta(days=days[0]),
        ends_at=now + timedelta(days=days[1]),
    )
    CampaignProduct.objects.create(
        campaign=campaign, product=product, percent=percent, buy_quantity=buy_quantity
    )
    return campaign


def make_order(user=None, variant=None, quantity=2, **choices):
    """A paid order, placed through the real checkout."""
    user = user or make_user()
    variant = variant or make_variant()
    choices.setdefault("method", None)
    method = choices.pop("method") or make_method()
    coupon = choices.pop("coupon", None)
    cart = make_cart(user, (variant, quantity))
    if coupon:
        cart.coupon = coupon
        cart.save()
    address = choices.pop("address", None) or make_address(user)
    return place_order(cart, user, CheckoutData(shipping_address=address, method=method, **choices))


def make_shipped_order(**values):
    from shipping.services import dispatch

    order = make_order(**values)
    for shipment in order.shipments.all():
        dispatch(shipment, f"TR{shipment.pk}")
    order.refresh_from_db()
    return order
