from datetime import timedelta
from decimal import Decimal
from unittest import mock

from django.core import mail
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from common import registry
from common.exceptions import InvalidState, RemoteError
from inventory.models import StockItem
from shipping import services
from shipping.models import Shipment, ShippingMethod, Zone
from shipping.rates import LiveRates, TableRates, current_rates
from tests.factories import make_method as saved_method
from tests.factories import (
    make_order,
    make_shipped_order,
    make_staff,
    make_user,
    make_variant,
    make_warehouse,
)


def plain_method(**values):
    values.setdefault("base_price", Decimal("5.00"))
    return ShippingMethod(name="Parcel", price_per_kg=Decimal("1.00"), **values)


class RateTests(SimpleTestCase):
    def test_first_kilo_is_in_the_base_price(self):
        self.assertEqual(TableRates().quote(plain_method(), "NL", 900), Decimal("5.00"))

    def test_started_kilos(self):
        self.assertEqual(TableRates().quote(plain_method(), "NL", 2100), Decimal("7.00"))

    def test_express(self):
        self.assertEqual(TableRates().quote(plain_method(express=True), "NL", 1), Decimal("8.75"))

    def test_islands(self):
        self.assertEqual(TableRates().quote(plain_method(), "MT", 1), Decimal("11.50"))

    def test_live_rates(self):
        with mock.patch.object(LiveRates, "post", return_value={"price": "6.1"}):
            self.assertEqual(LiveRates().quote(plain_method(), "NL", 1), Decimal("6.10"))

    def test_live_rates_fall_back(self):
        with mock.patch.object(LiveRates, "post", side_effect=RemoteError("rates", "down")):
            self.assertEqual(LiveRates().quote(plain_method(), "NL", 1), Decimal("5.00"))

    def test_feature_switches_to_live(self):
        self.assertIsInstance(current_rates(), TableRates)
        registry.FEATURES["live_rates"] = True
        try:
            self.assertIsInstance(current_rates(), LiveRates)
        finally:
            registry.FEATURES["live_rates"] = False

    def test_free_from_45_whatever_the_banner_says(self):
        method = plain_method()
        self.assertEqual(services.shipping_cost(method, "NL", 1, Decimal("45")), Decimal("0.00"))
        self.assertEqual(services.shipping_cost(method, "NL", 1, Decimal("44")), Decimal("5.00"))

    def test_express_is_never_free(self):
        cost = services.shipping_cost(plain_method(express=True), "NL", 1, Decimal("99"), free=True)
        self.assertEqual(cost, Decimal("8.75"))

    def test_too_heavy(self):
        with self.assertRaises(InvalidState):
            services.shipping_cost(plain_method(max_grams=10), "NL", 11, Decimal("1"))


class MethodTests(TestCase):
    def test_zone(self):
        saved_method(countries="NL BE")
        self.assertEqual(Zone.for_country("BE").name, "NL BE")
        self.assertIsNone(Zone.for_country("FR"))

    def test_methods_for(self):
        cheap = saved_method()
        saved_method(name="Letter", base_price=1, max_grams=100)
        self.assertEqual(services.methods_for("NL", 500), [cheap])
        self.assertEqual(services.methods_for("US", 500), [])


class ParcelTests(TestCase):
    def test_one_parcel_for_each_warehouse(self):
        variant = make_variant(stock=1)
        second = make_warehouse("RTM", priority=20)
        StockItem.objects.create(variant=variant, warehouse=second, on_hand=1)
        order = make_order(variant=variant, quantity=2)
        self.assertEqual(
            [parcel.warehouse.code for parcel in order.shipments.all()], ["AMS", "RTM"]
        )
        self.assertEqual(len(services.plan_shipments(order)), 2)

    def test_order_is_shipped_with_the_last_parcel(self):
        variant = make_variant(stock=1)
        second = make_warehouse("RTM", priority=20)
        StockItem.objects.create(variant=variant, warehouse=second, on_hand=1)
        order = make_order(variant=variant, quantity=2)
        first, last = order.shipments.all()
        services.dispatch(first, "A")
        order.refresh_from_db()
        self.assertEqual(order.status, "paid")
        services.dispatch(last, "B")
        order.refresh_from_db()
        self.assertEqual(order.status, "shipped")

    def test_mail_with_the_link(self):
        parcel = make_order().shipments.get()
        with self.captureOnCommitCallbacks(execute=True):
            services.dispatch(parcel, "3SABC")
        self.assertIn("https://pnl.example/3SABC", mail.outbox[-1].body)

    def test_dispatch_twice(self):
        parcel = make_shipped_order().shipments.get()
        with self.assertRaises(InvalidState):
            services.dispatch(parcel, "again")

    def test_delivered(self):
        parcel = make_shipped_order().shipments.get()
        services.record_tracking(parcel, "delivered")
        self.assertEqual(parcel.status, "delivered")
        self.assertIsNotNone(parcel.delivered_at)

    def test_lost(self):
        parcel = make_shipped_order().shipments.get()
        services.record_tracking(parcel, "lost", "fell off the lorry")
        self.assertEqual(parcel.status, "lost")
        self.assertIn("lost", parcel.order.events.last().what)

    def test_overdue(self):
        parcel = make_shipped_order().shipments.get()
        self.assertEqual(list(services.overdue_shipments()), [])
        old = timezone.now() - timedelta(days=11)
        Shipment.objects.update(dispatched_at=old)
        self.assertEqual(list(services.overdue_shipments()), [parcel])

    def test_label(self):
        order = make_order(variant=make_variant(weight_grams=250), quantity=2)
        label = services.label_data(order.shipments.get())
        self.assertEqual((label["grams"], label["reference"]), (500, order.number))
        self.assertEqual(label["recipient"][0], "Ada de Vries")


class ViewTests(TestCase):
    def test_options(self):
        method = saved_method()
        variant = make_variant(price="10")
        self.client.post("/cart/items/", {"sku": variant.sku}, "application/json")
        body = self.client.get("/shipping/options/?country=nl").json()
        self.assertEqual(
            body["methods"], [{"id": method.pk, "name": "PNL Parcel", "price": "4.95"}]
        )

    def test_track(self):
        order = make_shipped_order()
        url = f"/shipping/parcels/{order.shipments.get().pk}/"
        self.client.force_login(order.user)
        self.assertEqual(self.client.get(url).json()["events"][0]["code"], "dispatched")
        self.client.force_login(make_user())
        self.assertEqual(self.client.get(url).status_code, 403)

    def test_dispatch_and_label_are_for_staff(self):
        url = f"/shipping/parcels/{make_order().shipments.get().pk}/"
        self.assertEqual(self.client.post(url + "dispatch/", {"code": "X"}).status_code, 403)
        self.client.force_login(make_staff())
        self.assertIn("service", self.client.get(url + "label/").json())
        answer = self.client.post(url + "dispatch/", {"code": "X"})
        self.assertEqual(answer.json(), {"status": "dispatched"})
