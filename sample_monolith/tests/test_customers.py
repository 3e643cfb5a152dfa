from datetime import timedelta
from decimal import Decimal

from django.test import TestCase
from django.utils import timezone

from common import registry
from common.exceptions import InvalidState
from customers import loyalty, services
from customers.forms import AddressForm
from customers.models import LoyaltyAccount, LoyaltyEntry, User
from notifications.models import Message, Preference
from tests.factories import (
    make_address,
    make_cart,
    make_order,
    make_shipped_order,
    make_staff,
    make_user,
    make_variant,
)


def give_points(user, points):
    return loyalty.account_of(user).entries.create(points=points, reason="gift")


class RegistrationTests(TestCase):
    def test_register(self):
        user = services.register_customer(" Ada@Mail.example ", "secret-word", "Ada de Vries")
        self.assertEqual(user.email, "ada@mail.example")
        self.assertEqual(user.display_name(), "Ada de Vries")
        self.assertTrue(LoyaltyAccount.objects.filter(user=user).exists())
        self.assertTrue(Preference.objects.filter(user=user).exists())

    def test_welcome_mail(self):
        user = services.register_customer("ada@mail.example", "secret-word")
        self.assertEqual(Message.objects.get(user=user).subject, "Welcome, ada")

    def test_same_address_twice(self):
        services.register_customer("ada@mail.example", "secret-word")
        with self.assertRaises(InvalidState):
            services.register_customer("ADA@mail.example", "secret-word")


class AddressTests(TestCase):
    def test_new_default_replaces_the_old(self):
        user = make_user()
        data = {"name": "A", "street": "S 1", "postcode": "1000 AA", "city": "X"}
        services.save_address(user, "shipping", data)
        second = services.save_address(user, "shipping", data)
        self.assertEqual(user.default_address("shipping"), second)
        self.assertEqual(user.addresses.filter(is_default=True).count(), 1)

    def form(self, **values):
        data = {"kind": "shipping", "name": "A", "street": "S 1", "city": "X", **values}
        return AddressForm(data)

    def test_dutch_postcode_is_tidied(self):
        form = self.form(postcode="1015cj", country="nl")
        self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(form.cleaned_data["postcode"], "1015 CJ")

    def test_bad_dutch_postcode(self):
        self.assertIn("postcode", self.form(postcode="12345", country="NL").errors)

    def test_country_without_delivery(self):
        self.assertIn("country", self.form(postcode="1", country="US").errors)

    def test_in_eu(self):
        user = make_user()
        self.assertTrue(make_address(user, country="DE").in_eu)
        self.assertFalse(make_address(user, country="GB").in_eu)


class LoyaltyTests(TestCase):
    def test_points_for_goods_only(self):
        order = make_order(variant=make_variant(price="20"), quantity=2)
        self.assertEqual(order.user.loyalty.balance(), 40)

    def test_earned_once(self):
        order = make_order()
        self.assertEqual(loyalty.earn(order), 0)

    def test_tiers(self):
        self.assertEqual(loyalty.tier_for(0).name, "basic")
        self.assertEqual(loyalty.tier_for(1500).name, "silver")
        self.assertEqual(loyalty.tier_for(9999).name, "gold")

    def test_silver_earns_more(self):
        user = make_user()
        give_points(user, 1500)
        order = make_order(user=user, variant=make_variant(price="100"), quantity=1)
        self.assertEqual(LoyaltyEntry.objects.get(order=order).points, 120)
        user.loyalty.refresh_from_db()
        self.assertEqual(user.loyalty.tier, "silver")

    def test_too_few_to_redeem(self):
        with self.assertRaises(loyalty.NotEnoughPoints):
            loyalty.points_to_spend(make_user(), 100, Decimal("10"))

    def test_more_than_there_are(self):
        user = make_user()
        give_points(user, 600)
        with self.assertRaises(loyalty.NotEnoughPoints):
            loyalty.points_to_spend(user, 700, Decimal("10"))

    def test_not_more_than_the_order_costs(self):
        user = make_user()
        give_points(user, 2000)
        self.assertEqual(loyalty.points_to_spend(user, 2000, Decimal("12.34")), 1234)

    def test_switched_off(self):
        registry.FEATURES["loyalty"] = False
        try:
            self.assertEqual(loyalty.points_to_spend(make_user(), 700, Decimal("10")), 0)
        finally:
            registry.FEATURES["loyalty"] = True

    def test_expiry(self):
        user = make_user()
        entry = give_points(user, 300)
        entry.expires_at = timezone.now() - timedelta(days=1)
        entry.save()
        self.assertEqual(loyalty.expire_points(), 1)
        self.assertEqual(user.loyalty.balance(), 0)
        self.assertEqual(loyalty.expire_points(), 0)

    def test_take_back_a_share(self):
        order = make_order(variant=make_variant(price="50"), quantity=2)
        self.assertEqual(loyalty.take_back(order, Decimal("0.5")), 50)
        self.assertEqual(order.user.loyalty.balance(), 50)


class BlockTests(TestCase):
    def test_open_orders_are_cancelled(self):
        order = make_order()
        shipped = make_shipped_order(user=order.user)
        services.block(order.user, "fraud")
        order.refresh_from_db()
        shipped.refresh_from_db()
        self.assertTrue(order.user.is_blocked)
        self.assertEqual((order.status, shipped.status), ("cancelled", "shipped"))


class PrivacyTests(TestCase):
    def test_open_orders_keep_the_person(self):
        with self.assertRaises(InvalidState):
            services.anonymise(make_order().user)

    def test_anonymise(self):
        order = make_shipped_order()
        user = order.user
        make_cart(user, (make_variant(), 1))
        services.anonymise(user)
        order.refresh_from_db()
        self.assertTrue(order.email.startswith("gone-"))
        self.assertEqual(order.ship_to, "")
        self.assertIsNone(order.shipping_address)
        self.assertFalse(user.carts.filter(status="open").exists())
        self.assertFalse(user.messages.exists())
        self.assertFalse(user.is_active)

    def test_export(self):
        order = make_order()
        data = services.data_export(order.user)
        self.assertEqual(data["orders"][0]["number"], order.number)
        self.assertEqual(len(data["points"]), 1)
        self.assertIn("Welcome", data["messages"][0])

    def test_lifetime_value(self):
        order = make_order()
        self.assertEqual(order.user.lifetime_value(), order.total)
        self.assertEqual(make_user().lifetime_value(), 0)


class RoleTests(TestCase):
    def test_who_sees_reports(self):
        self.assertTrue(User(role=User.Role.FINANCE).may_see_reports())
        self.assertTrue(User(is_staff=True).may_see_reports())
        self.assertFalse(User(role=User.Role.PICKER).may_see_reports())

    def test_who_refunds(self):
        self.assertTrue(User(role=User.Role.MANAGER).may_refund())
        self.assertFalse(User(is_staff=True).may_refund())


class ViewTests(TestCase):
    def register(self, **values):
        data = {"email": "new@mail.example", "password": "long-enough-9", **values}
        return self.client.post("/account/register/", data)

    def test_register_signs_in(self):
        self.assertEqual(self.register().status_code, 201)
        self.assertEqual(self.client.get("/account/").json()["points"], 0)

    def test_register_with_errors(self):
        self.assertIn("password", self.register(password="short").json()["errors"])

    def test_sign_in_and_out(self):
        user = make_user(password="long-enough-9")
        wrong = {"email": user.email, "password": "nope"}
        self.assertEqual(self.client.post("/account/login/", wrong).status_code, 401)
        right = {"email": user.email, "password": "long-enough-9"}
        self.assertEqual(self.client.post("/account/login/", right).status_code, 200)
        self.client.post("/account/logout/")
        self.assertEqual(self.client.get("/account/").status_code, 302)

    def test_cart_comes_along(self):
        variant = make_variant()
        self.client.post("/cart/items/", {"sku": variant.sku}, "application/json")
        user = make_user(password="long-enough-9")
        self.client.post("/account/login/", {"email": user.email, "password": "long-enough-9"})
        body = self.client.get("/cart/items/").json()
        self.assertEqual(body["lines"][0]["sku"], variant.sku)

    def test_account_page(self):
        order = make_order()
        self.client.force_login(order.user)
        body = self.client.get("/account/").json()
        self.assertEqual(body["orders"][0]["number"], order.number)
        self.assertEqual(body["spent"], str(order.total))

    def test_add_address(self):
        self.client.force_login(make_user())
        data = {"kind": "billing", "name": "A", "street": "S", "postcode": "1", "city": "C"}
        answer = self.client.post("/account/addresses/", {**data, "country": "DE"})
        self.assertEqual(answer.status_code, 201)
        answer = self.client.post("/account/addresses/", {**data, "country": "XX"})
        self.assertEqual(answer.status_code, 400)

    def test_my_data(self):
        self.client.force_login(make_user())
        self.assertIn("account", self.client.get("/account/data/").json())

    def test_forget_me(self):
        user = make_user()
        self.client.force_login(user)
        self.client.post("/account/forget/")
        user.refresh_from_db()
        self.assertIsNotNone(user.anonymised_at)

    def test_block_is_for_staff(self):
        user = make_user()
        self.assertEqual(self.client.post(f"/account/{user.pk}/block/").status_code, 403)
        self.client.force_login(make_staff())
        self.client.post(f"/account/{user.pk}/block/", {"reason": "chargebacks"})
        user.refresh_from_db()
        self.assertEqual(user.blocked_reason, "chargebacks")
