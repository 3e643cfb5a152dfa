import json
from datetime import timedelta
from decimal import Decimal

from django.test import TestCase
from django.utils import timezone

from cart import services
from cart.models import Cart
from catalogue.models import Product
from common import registry
from common.exceptions import InvalidState
from inventory.services import OutOfStock
from tests.factories import (
    make_campaign,
    make_cart,
    make_coupon,
    make_method,
    make_product,
    make_user,
    make_variant,
)


class ContentTests(TestCase):
    def test_same_variant_adds_up(self):
        variant = make_variant()
        cart = make_cart(make_user(), (variant, 1), (variant, 2))
        self.assertEqual(cart.lines.get().quantity, 3)
        self.assertEqual(cart.count(), 3)

    def test_more_than_there_is(self):
        variant = make_variant(stock=2)
        with self.assertRaises(OutOfStock) as caught:
            make_cart(make_user(), (variant, 3))
        self.assertEqual((caught.exception.wanted, caught.exception.available), (3, 2))

    def test_backorders(self):
        registry.FEATURES["backorders"] = True
        try:
            cart = make_cart(make_user(), (make_variant(stock=0), 3))
        finally:
            registry.FEATURES["backorders"] = False
        self.assertEqual(cart.count(), 3)

    def test_not_for_sale(self):
        variant = make_variant(make_product(status=Product.Status.DRAFT))
        with self.assertRaises(InvalidState):
            make_cart(make_user(), (variant, 1))

    def test_a_hundred_pieces(self):
        with self.assertRaises(InvalidState):
            make_cart(make_user(), (make_variant(stock=200), 100))

    def test_quantity_zero_removes(self):
        variant = make_variant()
        cart = make_cart(make_user(), (variant, 1))
        services.set_quantity(cart, variant.sku, 0)
        self.assertTrue(cart.is_empty())

    def test_quantity_of_something_else(self):
        with self.assertRaises(InvalidState):
            services.set_quantity(make_cart(make_user()), "NOPE", 1)


class PriceTests(TestCase):
    def test_totals(self):
        cart = make_cart(make_user(), (make_variant(price="10"), 2), (make_variant(price="5"), 1))
        totals = services.price_cart(cart)
        self.assertEqual((totals.subtotal, totals.total), (Decimal("25.00"), Decimal("25.00")))
        self.assertEqual(totals.vat, Decimal("4.34"))

    def test_reduced_vat(self):
        cart = make_cart(make_user(), (make_variant(make_product(vat_class="reduced"), "109"), 1))
        self.assertEqual(services.price_cart(cart).vat, Decimal("9.00"))

    def test_shipping(self):
        cart = make_cart(make_user(), (make_variant(price="10"), 1))
        totals = services.price_cart(cart, method=make_method(), country="NL")
        self.assertEqual(totals.total, Decimal("14.95"))

    def test_coupon_that_became_invalid_is_a_note(self):
        cart = make_cart(make_user(), (make_variant(price="10"), 1))
        cart.coupon = make_coupon(valid_until=timezone.now() - timedelta(hours=1))
        totals = services.price_cart(cart)
        self.assertEqual(totals.discount, Decimal("0.00"))
        self.assertEqual(totals.notes, ["This code is not valid any more."])

    def test_campaign_and_coupon_add_up(self):
        variant = make_variant(price="10")
        make_campaign(variant.product, 10, buy_quantity=3)
        cart = make_cart(make_user(), (variant, 3))
        cart.coupon = make_coupon()
        # 30.00, minus 3.00 for the quantity, minus ten percent of 27.00
        self.assertEqual(services.price_cart(cart).discount, Decimal("5.70"))

    def test_gift_wrap(self):
        cart = make_cart(make_user(), (make_variant(price="10"), 1))
        cart.gift_wrap = True
        self.assertEqual(services.price_cart(cart).total, Decimal("12.95"))


class AbandonedTests(TestCase):
    def age(self, cart, hours):
        Cart.objects.filter(pk=cart.pk).update(updated_at=timezone.now() - timedelta(hours=hours))

    def test_only_old_carts_of_people_who_agreed(self):
        variant = make_variant()
        old = make_cart(make_user(marketing_opt_in=True), (variant, 1))
        silent = make_cart(make_user(), (variant, 1))
        fresh = make_cart(make_user(marketing_opt_in=True), (variant, 1))
        empty = make_cart(make_user(marketing_opt_in=True))
        for cart in (old, silent, empty):
            self.age(cart, 25)
        self.assertEqual(list(services.abandoned_carts()), [old])
        self.assertNotIn(fresh, services.abandoned_carts())


class ViewTests(TestCase):
    def add(self, variant, quantity=1):
        data = json.dumps({"sku": variant.sku, "quantity": quantity})
        return self.client.post("/cart/items/", data, "application/json")

    def test_anonymous_cart_lives_in_the_session(self):
        variant = make_variant(price="10")
        self.assertEqual(self.add(variant, 2).status_code, 201)
        self.assertEqual(self.client.get("/cart/items/").json()["total"], "20.00")
        self.assertIn("cart_id", self.client.session)

    def test_out_of_stock_is_a_conflict(self):
        answer = self.add(make_variant(stock=0))
        self.assertEqual(answer.status_code, 409)
        self.assertEqual(answer.json()["error"], "out_of_stock")

    def test_change_quantity(self):
        variant = make_variant(price="10")
        self.add(variant)
        data = json.dumps({"sku": variant.sku, "quantity": 4})
        self.assertEqual(
            self.client.patch("/cart/items/", data, "application/json").json()["total"], "40.00"
        )

    def test_body_that_is_not_json(self):
        answer = self.client.post("/cart/items/", "{", "application/json")
        self.assertEqual(answer.status_code, 400)

    def test_page_shows_what_is_missing(self):
        self.add(make_variant(price="30"))
        answer = self.client.get("/cart/")
        self.assertContains(answer, "Only €20.00 more")

    def test_coupon(self):
        make_coupon()
        self.add(make_variant(price="50"))
        answer = self.client.post("/cart/coupon/", {"code": "save10"})
        self.assertEqual(answer.json()["discount"], "5.00")
        answer = self.client.post("/cart/coupon/", {"code": "other"})
        self.assertEqual(answer.json()["error"], "coupon")

    def test_gift_wrap(self):
        self.client.force_login(make_user())
        self.assertTrue(self.client.post("/cart/gift-wrap/", {"on": "1"}).json()["gift_wrap"])

    def test_merge_keeps_the_larger_cart(self):
        variant = make_variant(stock=99)
        user = make_user(password="long-enough-9")
        mine = make_cart(user, (variant, 2))
        self.add(variant, 3)
        self.client.post("/account/login/", {"email": user.email, "password": "long-enough-9"})
        self.assertEqual(mine.lines.get().quantity, 5)
        self.assertEqual(Cart.objects.filter(status="merged").count(), 1)
