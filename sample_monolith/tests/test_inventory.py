import tempfile
from datetime import timedelta
from io import StringIO

from django.core import mail
from django.core.management import CommandError, call_command
from django.test import TestCase
from django.utils import timezone

from common import registry
from common.exceptions import InvalidState
from inventory import services
from inventory.models import (
    PurchaseOrder,
    PurchaseOrderLine,
    Reservation,
    StockItem,
    StockMovement,
)
from inventory.services import OutOfStock
from orders.models import Order
from tests.factories import (
    make_order,
    make_product,
    make_shipped_order,
    make_supplier,
    make_user,
    make_variant,
    make_warehouse,
)


def bare_order(user=None):
    user = user or make_user()
    return Order.objects.create(number=f"T{Order.objects.count()}", user=user, email=user.email)


def shelf(variant, code="AMS"):
    return StockItem.objects.get(variant=variant, warehouse__code=code)


class ReservationTests(TestCase):
    def test_holds_the_pieces(self):
        variant = make_variant(stock=5)
        services.reserve(bare_order(), variant, 3)
        self.assertEqual(shelf(variant).available, 2)
        self.assertEqual(services.available_quantity(variant), 2)

    def test_too_many(self):
        with self.assertRaises(OutOfStock):
            services.reserve(bare_order(), make_variant(stock=1), 2)

    def test_one_warehouse_if_possible(self):
        variant = make_variant(stock=1)
        second = make_warehouse("RTM", priority=20)
        StockItem.objects.create(variant=variant, warehouse=second, on_hand=5)
        made = services.reserve(bare_order(), variant, 4)
        self.assertEqual([each.stock_item.warehouse.code for each in made], ["RTM"])

    def test_several_warehouses_if_not(self):
        variant = make_variant(stock=2)
        second = make_warehouse("RTM", priority=20)
        StockItem.objects.create(variant=variant, warehouse=second, on_hand=2)
        made = services.reserve(bare_order(), variant, 3)
        self.assertEqual([each.quantity for each in made], [2, 1])

    def test_backorder_goes_below_zero(self):
        registry.FEATURES["backorders"] = True
        try:
            variant = make_variant(stock=1)
            services.reserve(bare_order(), variant, 3)
        finally:
            registry.FEATURES["backorders"] = False
        self.assertEqual(shelf(variant).available, -2)

    def test_release(self):
        variant = make_variant(stock=5)
        order = bare_order()
        services.reserve(order, variant, 3)
        self.assertEqual(services.release_for_order(order), 1)
        self.assertEqual(services.release_for_order(order), 0)
        self.assertEqual(shelf(variant).reserved, 0)

    def test_paid_orders_do_not_expire(self):
        order = make_order()
        self.assertIsNone(order.reservations.get().expires_at)
        self.assertEqual(services.release_expired(timezone.now() + timedelta(days=9)), 0)

    def test_expired_orders_are_cancelled(self):
        variant = make_variant(stock=5)
        order = bare_order()
        services.reserve(order, variant, 3)
        self.assertEqual(services.release_expired(timezone.now() + timedelta(hours=1)), 1)
        order.refresh_from_db()
        self.assertEqual(order.status, "cancelled")
        self.assertEqual(shelf(variant).reserved, 0)

    def test_command(self):
        order = bare_order()
        services.reserve(order, make_variant(), 1)
        Reservation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
        out = StringIO()
        call_command("release_reservations", stdout=out)
        self.assertEqual(out.getvalue(), "1 orders released\n")


class MovementTests(TestCase):
    def test_shipping_takes_off_the_shelf(self):
        variant = make_variant(stock=5)
        make_shipped_order(variant=variant, quantity=2)
        item = shelf(variant)
        self.assertEqual((item.on_hand, item.reserved), (3, 0))
        movement = StockMovement.objects.get()
        self.assertEqual((movement.quantity, movement.reason), (-2, "sale"))
        self.assertEqual(movement.order_line.sku, variant.sku)

    def test_restock(self):
        variant = make_variant(stock=1)
        services.restock(variant, 2)
        self.assertEqual(shelf(variant).on_hand, 3)

    def test_damaged_goods_are_written_off(self):
        variant = make_variant(stock=1)
        services.restock(variant, 2, resellable=False)
        self.assertEqual(shelf(variant).on_hand, 1)
        self.assertEqual(StockMovement.objects.get().reason, "damage")

    def test_restock_without_a_shelf(self):
        variant = make_variant()
        StockItem.objects.all().delete()
        with self.assertRaises(InvalidState):
            services.restock(variant, 1)

    def test_count(self):
        item = shelf(make_variant(stock=5))
        self.assertEqual(services.count_stock(item, 3), -2)
        self.assertEqual(services.count_stock(shelf(item.variant), 3), 0)

    def test_promise(self):
        variant = make_variant(make_product(supplier=make_supplier(lead_days=5)), stock=0)
        self.assertEqual(services.delivery_promise(variant), "Out of stock")
        registry.FEATURES["backorders"] = True
        try:
            self.assertEqual(services.delivery_promise(variant), "Delivered in 7 days")
        finally:
            registry.FEATURES["backorders"] = False


class CountFileTests(TestCase):
    def run_file(self, text, **options):
        out, err = StringIO(), StringIO()
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write(text)
            file.flush()
            call_command("import_stock_count", file.name, stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    def test_import(self):
        variant = make_variant(stock=5)
        text = f"warehouse,sku,counted\nAMS,{variant.sku},7\nAMS,NOPE,1\n"
        out, err = self.run_file(text)
        self.assertEqual(out, "1 shelves changed\n")
        self.assertIn("NOPE", err)
        self.assertEqual(shelf(variant).on_hand, 7)

    def test_dry_run(self):
        variant = make_variant(stock=5)
        out, _ = self.run_file(f"warehouse,sku,counted\nAMS,{variant.sku},7\n", dry_run=True)
        self.assertEqual(out, "1 shelves changed\n")
        self.assertEqual(shelf(variant).on_hand, 5)

    def test_no_such_file(self):
        with self.assertRaises(CommandError):
            call_command("import_stock_count", "/nowhere.csv")


class PurchaseTests(TestCase):
    def delivery(self, variant, quantity):
        order = PurchaseOrder.objects.create(supplier=make_supplier(), warehouse=make_warehouse())
        PurchaseOrderLine.objects.create(
            purchase_order=order, variant=variant, quantity=quantity, unit_cost=3
        )
        return order

    def test_receive(self):
        variant = make_variant(stock=1)
        order = self.delivery(variant, 10)
        self.assertEqual(services.receive_purchase_order(order), 10)
        self.assertEqual(shelf(variant).on_hand, 11)
        with self.assertRaises(InvalidState):
            services.receive_purchase_order(order)

    def test_reorder_counts_what_is_on_its_way(self):
        supplier = make_supplier(name="Lightworks")
        low = make_variant(make_product(supplier=supplier), stock=1)
        coming = make_variant(make_product(supplier=supplier), stock=1)
        make_variant(make_product(supplier=supplier), stock=50)
        self.delivery(coming, 10)
        self.assertEqual(services.reorder_proposal(), {"Lightworks": [(low.sku, 9)]})

    def test_new_variant_gets_a_shelf(self):
        self.assertTrue(StockItem.objects.filter(variant=make_variant()).exists())


class AlertTests(TestCase):
    def test_mail_when_it_is_back(self):
        variant = make_variant(stock=0)
        alert = services.watch(make_user(), variant)
        services.restock(variant, 1)
        alert.refresh_from_db()
        self.assertIsNotNone(alert.sent_at)
        self.assertIn(f"{variant.title} is back", [message.subject for message in mail.outbox])

    def test_once(self):
        variant = make_variant(stock=0)
        services.watch(make_user(), variant)
        services.restock(variant, 1)
        mail.outbox.clear()
        services.restock(variant, 1)
        self.assertEqual(mail.outbox, [])

    def test_nothing_to_watch(self):
        with self.assertRaises(InvalidState):
            services.watch(make_user(), make_variant(stock=1))
