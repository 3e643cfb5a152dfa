from datetime import timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone

from catalogue.services import price_of
from common import registry
from promotions import engine, services
from promotions.engine import PricedLine
from promotions.models import Coupon
from promotions.services import CouponError
from tests.factories import (
    make_campaign,
    make_category,
    make_coupon,
    make_order,
    make_product,
    make_user,
    make_variant,
)


def line(price, quantity=1, **values):
    return PricedLine(make_variant(price=price, **values), quantity, Decimal(price))


class CouponRuleTests(TestCase):
    def refuse(self, coupon, text, **values):
        with self.assertRaisesRegex(CouponError, text):
            services.check_coupon(coupon, **values)

    def test_unknown(self):
        with self.assertRaises(CouponError):
            services.find_coupon("NOPE")

    def test_case_does_not_matter(self):
        coupon = make_coupon("Spring")
        self.assertEqual(services.find_coupon(" spring "), coupon)

    def test_expired(self):
        self.refuse(make_coupon(valid_until=timezone.now() - timedelta(1)), "not valid")

    def test_not_yet(self):
        self.refuse(make_coupon(valid_from=timezone.now() + timedelta(1)), "not valid")

    def test_used_up(self):
        self.refuse(make_coupon(max_uses=1, times_used=1), "not valid")

    def test_minimum(self):
        self.refuse(make_coupon(minimum=50), "at least", subtotal=Decimal("49.99"))

    def test_personal(self):
        coupon = make_coupon(reserved_for=make_user())
        self.refuse(coupon, "somebody else", user=make_user())
        self.refuse(coupon, "somebody else")
        services.check_coupon(coupon, coupon.reserved_for)

    def test_first_order(self):
        coupon = make_coupon(first_order_only=True)
        self.refuse(coupon, "first order", user=make_order().user)
        services.check_coupon(coupon, make_user())

    def test_once_per_customer(self):
        coupon = make_coupon()
        order = make_order(coupon=coupon)
        self.refuse(coupon, "used this code", user=order.user)

    def test_seventy_percent_is_the_limit(self):
        with self.assertRaises(IntegrityError), transaction.atomic():
            make_coupon(value=71)


class CouponEffectTests(TestCase):
    def test_percentage_is_spread(self):
        lines = [line("10"), line("30")]
        found = engine.apply_coupon(make_coupon(), lines)
        self.assertEqual(found.amount, Decimal("4.00"))
        self.assertEqual([each.discount for each in lines], [Decimal("1.00"), Decimal("3.00")])

    def test_amount_is_never_more_than_the_goods(self):
        coupon = make_coupon(kind=Coupon.Kind.AMOUNT, value=50)
        self.assertEqual(engine.apply_coupon(coupon, [line("10")]).amount, Decimal("10.00"))

    def test_free_shipping(self):
        found = engine.apply_coupon(make_coupon(kind=Coupon.Kind.FREE_SHIPPING), [line("10")])
        self.assertTrue(found.free_shipping)
        self.assertEqual(found.amount, Decimal("0.00"))

    def test_only_its_categories_and_their_children(self):
        root = make_category("Root")
        child = make_category("Child", parent=root)
        coupon = make_coupon()
        coupon.categories.add(root)
        inside = line("10", product=make_product(category=child))
        outside = line("10", product=make_product(category=make_category("Else")))
        engine.apply_coupon(coupon, [inside, outside])
        self.assertEqual((inside.discount, outside.discount), (Decimal("1.00"), Decimal("0.00")))

    def test_nothing_covered(self):
        coupon = make_coupon()
        coupon.categories.add(make_category("Empty"))
        lines = [line("10", product=make_product(category=make_category("Else")))]
        self.assertTrue(engine.apply_coupon(coupon, lines).notes)


class RedemptionTests(TestCase):
    def test_redeemed_with_the_order_and_given_back_with_the_cancellation(self):
        coupon = make_coupon()
        order = make_order(coupon=coupon)
        coupon.refresh_from_db()
        self.assertEqual(coupon.times_used, 1)
        self.assertEqual(order.redemption.amount, Decimal("4.00"))
        order.cancel()
        coupon.refresh_from_db()
        self.assertEqual(coupon.times_used, 0)
        self.assertFalse(coupon.redemptions.exists())

    def test_give_back_nothing(self):
        services.give_back(make_order())


class CampaignTests(TestCase):
    def test_highest_percentage_wins(self):
        product = make_product()
        make_campaign(product, 10)
        make_campaign(product, 30)
        self.assertEqual(engine.campaign_percent(product.pk), 30)

    def test_quantity_campaign_needs_the_quantity(self):
        product = make_product()
        make_campaign(product, 20, buy_quantity=3)
        few, many = line("10", 2, product=product), line("10", 3, product=product)
        self.assertEqual(engine.apply_quantity_campaigns([few, many]), Decimal("6.00"))
        self.assertIsNone(few.campaign_id)
        self.assertEqual(many.discount, Decimal("6.00"))

    def test_start_forgets_prices(self):
        variant = make_variant(price="20")
        price_of(variant)
        now = timezone.now()
        services.start_campaign("Now", [variant.product], 50, now, now + timedelta(days=1))
        self.assertEqual(price_of(variant).amount, Decimal("10.00"))

    def test_warm_prices(self):
        variant = make_variant()
        engine.warm_prices([variant])
        self.assertIn(variant.pk, registry.PRICE_CACHE)
