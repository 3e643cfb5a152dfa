from io import StringIO
from unittest import mock

from django.contrib.admin import site
from django.core.management import call_command
from django.test import Client, TestCase

from common import registry
from shop.celery import ShopCelery
from tests.factories import make_order, make_product, make_user, make_variant


class AdminTests(TestCase):
    def setUp(self):
        self.client.force_login(make_user(is_staff=True, is_superuser=True))

    def test_every_list_opens(self):
        make_order()
        for model in site._registry:
            url = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
            with self.subTest(url):
                self.assertEqual(self.client.get(url).status_code, 200)

    def action(self, url, name, *objects):
        data = {"action": name, "_selected_action": [each.pk for each in objects]}
        return self.client.post(url, data, follow=True)

    def test_publish(self):
        good = make_variant(make_product(status="draft")).product
        bad = make_product("Empty box", status="draft")
        answer = self.action("/admin/catalogue/product/", "publish", good, bad)
        good.refresh_from_db()
        self.assertEqual(good.status, "active")
        self.assertContains(answer, "Empty box has nothing to sell.")

    def test_retire(self):
        product = make_variant().product
        answer = self.action("/admin/catalogue/product/", "retire", product)
        self.assertContains(answer, "Removed from 0 carts.")

    def test_week_of_a_category(self):
        variant = make_variant(price="20")
        self.action("/admin/catalogue/category/", "start_week", variant.product.category)
        self.assertEqual(variant.product.campaign_entries.get().percent, 10)
        self.action("/admin/catalogue/category/", "warm", variant.product.category)
        self.assertEqual(str(registry.PRICE_CACHE[variant.pk].amount), "18.00")

    def test_cancel(self):
        order = make_order()
        self.action("/admin/orders/order/", "cancel", order)
        order.refresh_from_db()
        self.assertEqual(order.status, "cancelled")


class MiddlewareTests(TestCase):
    def test_request_is_forgotten_afterwards(self):
        self.client.get("/categories/")
        self.assertIsNone(registry.current_request())

    def test_no_cart_for_those_who_do_not_look(self):
        from cart.models import Cart

        self.client.get("/categories/")
        self.assertFalse(Cart.objects.exists())

    def test_other_errors_are_not_ours(self):
        client = Client(raise_request_exception=False)
        with mock.patch("catalogue.services.category_tree", side_effect=RuntimeError):
            self.assertEqual(client.get("/categories/").status_code, 500)


class ProjectTests(TestCase):
    def test_no_migration_is_missing(self):
        call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())

    def test_system_check(self):
        call_command("check", stdout=StringIO())

    def test_send_task_goes_to_the_broker_when_not_eager(self):
        app = ShopCelery("other", broker="memory://")
        with mock.patch("celery.Celery.send_task", return_value="sent") as send:
            self.assertEqual(app.send_task("x", args=[1]), "sent")
        send.assert_called_once_with("x", args=[1], kwargs=None)
