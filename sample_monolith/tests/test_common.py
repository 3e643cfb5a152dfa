import io
import json
import threading
import urllib.error
from decimal import Decimal
from unittest import mock

from django.test import RequestFactory, SimpleTestCase, TestCase

from common import events, registry
from common.conf import shop_setting
from common.exceptions import RemoteError
from common.http import JsonClient
from common.money import (
    Price,
    format_money,
    percentage,
    split_proportionally,
    to_money,
    vat_included,
)
from common.templatetags.shop_format import missing_for_free_shipping, stars
from tests.factories import make_product, make_staff


class MoneyTests(SimpleTestCase):
    def test_rounds_half_up(self):
        self.assertEqual(to_money("0.125"), Decimal("0.13"))

    def test_float_keeps_its_text(self):
        self.assertEqual(to_money(0.1), Decimal("0.10"))

    def test_percentage(self):
        self.assertEqual(percentage(Decimal("19.99"), 15), Decimal("3.00"))

    def test_vat_is_the_part_inside(self):
        self.assertEqual(vat_included(Decimal("121"), Decimal("0.21")), Decimal("21.00"))

    def test_split_loses_no_cent(self):
        shares = split_proportionally(Decimal("10.00"), [Decimal(1), Decimal(1), Decimal(1)])
        self.assertEqual(sum(shares), Decimal("10.00"))
        self.assertEqual(shares, [Decimal("3.34"), Decimal("3.33"), Decimal("3.33")])

    def test_split_over_nothing(self):
        self.assertEqual(split_proportionally(Decimal("5"), []), [])
        self.assertEqual(split_proportionally(Decimal("5"), [Decimal(0)]), [Decimal("0.00")])

    def test_format(self):
        self.assertEqual(format_money("1234.5"), "€1,234.50")
        self.assertEqual(format_money(3, "SEK"), "SEK 3.00")

    def test_price_saving(self):
        price = Price(Decimal("15"), Decimal("20"))
        self.assertTrue(price.reduced)
        self.assertEqual(price.saving_percent, 25)
        self.assertEqual(price.times(3), Decimal("45.00"))

    def test_price_without_saving(self):
        self.assertEqual(Price(Decimal("20"), Decimal("20")).saving_percent, 0)


class RegistryTests(SimpleTestCase):
    def test_request_belongs_to_its_thread(self):
        registry.set_current_request("mine")
        seen = []
        thread = threading.Thread(target=lambda: seen.append(registry.current_request()))
        thread.start()
        thread.join()
        self.assertEqual(seen, [None])
        self.assertEqual(registry.current_request(), "mine")

    def test_unknown_feature_is_off(self):
        self.assertFalse(registry.feature("teleport"))

    def test_forget_one_price(self):
        registry.PRICE_CACHE.update({1: "a", 2: "b"})
        registry.forget_price(1)
        self.assertEqual(registry.PRICE_CACHE, {2: "b"})

    def test_provider_is_found_by_name(self):
        from payments.gateway import SandboxGateway

        self.assertIs(registry.find_provider("payment", "sandbox"), SandboxGateway)


class EventTests(SimpleTestCase):
    def test_subscribers_get_the_payload(self):
        seen = []
        events.subscribe("test.happened")(lambda **payload: seen.append(payload))
        events.publish("test.happened", number=1)
        self.assertEqual(seen, [{"number": 1}])

    def test_nobody_listens(self):
        events.publish("test.silence", number=1)


class SettingTests(SimpleTestCase):
    def test_configured_value_wins(self):
        self.assertEqual(shop_setting("RESERVATION_MINUTES"), 30)

    def test_default(self):
        self.assertEqual(shop_setting("PAYMENT_TIMEOUT"), 10)

    def test_unknown_name(self):
        with self.assertRaises(KeyError):
            shop_setting("NOPE")


class JsonClientTests(SimpleTestCase):
    def _post(self, **open_result):
        with mock.patch("urllib.request.urlopen", **open_result) as opened:
            answer = JsonClient("https://api.example/", "key").post(
                "/things", {"a": Decimal("1.5")}
            )
        return answer, opened.call_args[0][0]

    def test_sends_json_with_the_key(self):
        answer, request = self._post(return_value=io.BytesIO(b'{"ok": true}'))
        self.assertEqual(answer, {"ok": True})
        self.assertEqual(request.full_url, "https://api.example/things")
        self.assertEqual(json.loads(request.data), {"a": "1.5"})
        self.assertEqual(request.get_header("Authorization"), "Bearer key")

    def test_no_answer(self):
        with self.assertRaises(RemoteError):
            self._post(side_effect=urllib.error.URLError("down"))

    def test_nonsense(self):
        with self.assertRaises(RemoteError):
            self._post(return_value=io.BytesIO(b"<html>"))


class TemplateTagTests(SimpleTestCase):
    def test_stars(self):
        self.assertEqual(stars(Decimal("3.6")), "★★★★☆")
        self.assertEqual(stars(None), "☆☆☆☆☆")

    def test_missing_for_free_shipping(self):
        self.assertEqual(missing_for_free_shipping(Decimal("45.00")), Decimal("5.00"))
        self.assertEqual(missing_for_free_shipping(Decimal("60.00")), Decimal("0.00"))


class BaseModelTests(TestCase):
    def test_creator_comes_from_the_request(self):
        staff = make_staff()
        request = RequestFactory().get("/")
        request.user = staff
        registry.set_current_request(request)
        self.assertEqual(make_product().created_by, staff)

    def test_no_creator_outside_of_a_request(self):
        self.assertIsNone(make_product().created_by)

    def test_soft_delete_and_restore(self):
        product = make_product()
        product.delete()
        self.assertFalse(type(product).objects.filter(pk=product.pk).exists())
        self.assertTrue(type(product).everything.filter(pk=product.pk).exists())
        product.restore()
        self.assertTrue(type(product).objects.filter(pk=product.pk).exists())
