from datetime import timedelta
from decimal import Decimal

from django.test import TestCase
from django.utils import timezone

from customers.models import User
from inventory.models import PurchaseOrder, PurchaseOrderLine
from inventory.services import reserve
from orders.models import Order
from payments.models import Invoice
from payments.services import refund_order
from reporting import exports, queries
from reporting.models import ProductSales, SavedReport
from shop.tasks import export_sales
from tests.factories import (
    make_brand,
    make_category,
    make_coupon,
    make_order,
    make_product,
    make_shipped_order,
    make_staff,
    make_supplier,
    make_user,
    make_variant,
    make_warehouse,
)

TODAY = timezone.localdate


class QueryTests(TestCase):
    def test_sales_by_category(self):
        lamps = make_category("Lamps")
        make_order(variant=make_variant(make_product(category=lamps), "20"), quantity=3)
        rows = queries.sales_by_category(TODAY(), TODAY())
        self.assertEqual(rows, [{"category": "Lamps", "units": 3, "gross": Decimal("60.00")}])

    def test_other_days_are_left_out(self):
        make_order()
        yesterday = TODAY() - timedelta(days=1)
        self.assertEqual(queries.sales_by_category(yesterday, yesterday), [])

    def test_best_customers(self):
        order = make_order()
        row = queries.best_customers()[0]
        self.assertEqual((row["email"], row["tier"]), (order.user.email, "basic"))
        self.assertEqual(row["spent"], order.total)

    def test_part_refunded_orders_are_missing_here(self):
        """The list of states in this module is older than the state."""
        order = make_shipped_order()
        refund_order(order, Decimal("1.00"), "goodwill")
        self.assertEqual(queries.best_customers(), [])
        self.assertEqual(Order.objects.turnover().count(), 1)

    def test_margins(self):
        variant = make_variant(price="12.10")
        purchase = PurchaseOrder.objects.create(
            supplier=make_supplier(), warehouse=make_warehouse()
        )
        PurchaseOrderLine.objects.create(
            purchase_order=purchase, variant=variant, quantity=5, unit_cost=Decimal("4.00")
        )
        make_order(variant=variant, quantity=2)
        row = queries.margins(TODAY(), TODAY())[0]
        self.assertEqual(
            (row["net"], row["cost"], row["margin"]),
            (Decimal("20.00"), Decimal("8.00"), Decimal("12.00")),
        )

    def test_unpaid_invoices(self):
        user = make_user(segment=User.Segment.WHOLESALE, vat_number="NL1")
        order = make_order(user=user, payment_method="invoice")
        self.assertEqual(queries.unpaid_invoices(), [])
        Invoice.objects.update(issued_on=TODAY() - timedelta(days=15))
        self.assertEqual(queries.unpaid_invoices()[0]["order_number"], order.number)

    def test_top_products(self):
        make_order(variant=make_variant(make_product("Moon", brand=make_brand())), quantity=3)
        make_order(variant=make_variant(make_product("Sun")), quantity=1)
        rows = queries.top_products(TODAY(), TODAY())
        self.assertEqual([row["variant__product__name"] for row in rows], ["Moon", "Sun"])
        self.assertEqual(rows[0]["variant__product__brand__name"], "Lumen")

    def test_stock_value(self):
        make_variant(price="20", stock=3)
        row = queries.stock_value()[0]
        self.assertEqual((row["warehouse__code"], row["pieces"], row["value"]), ("AMS", 3, 60))

    def test_held_stock(self):
        user = make_user()
        order = Order.objects.create(number="H1", user=user, email=user.email)
        reserve(order, make_variant(sku="HOLD"), 2)
        row = queries.held_stock()[0]
        self.assertEqual((row["stock_item__variant__sku"], row["pieces"]), ("HOLD", 2))

    def test_coupons(self):
        order = make_order(coupon=make_coupon())
        row = queries.coupon_results()[0]
        self.assertEqual((row["uses"], row["turnover"]), (1, order.total))

    def test_segments(self):
        make_order()
        self.assertEqual(queries.segments()[0]["bought"], 1)

    def test_payment_mix(self):
        order = make_order()
        self.assertEqual(queries.payment_mix(TODAY(), TODAY()), {"card": order.total})

    def test_products_without_sales(self):
        idle = make_product()
        make_order()
        self.assertEqual(list(queries.products_without_sales()), [idle])


class DayTests(TestCase):
    def test_repeat_changes_nothing(self):
        order = make_shipped_order()
        refund_order(order, Decimal("5.00"), "goodwill")
        for _ in range(2):
            row = queries.build_day(TODAY())
        self.assertEqual((row.orders, row.units), (1, 2))
        self.assertEqual((row.gross, row.refunds), (order.total, Decimal("5.00")))
        self.assertEqual(ProductSales.objects.get().units, 2)

    def test_empty_day(self):
        row = queries.build_day(TODAY() - timedelta(days=400))
        self.assertEqual((row.orders, row.gross), (0, Decimal("0.00")))


class ExportTests(TestCase):
    def test_categories(self):
        make_order(variant=make_variant(make_product(category=make_category("Lamps"))))
        self.assertEqual(
            exports.run_report("categories", {}), "category;units;gross\nLamps;2;40.00\n"
        )

    def test_customers_have_commas(self):
        email = make_order().user.email
        self.assertIn(f"{email},basic,1,44.95", exports.run_report("customers", {}))

    def test_daily(self):
        queries.build_day(TODAY())
        self.assertIn(TODAY().isoformat(), exports.run_report("daily", {}))

    def test_unknown(self):
        with self.assertRaises(ValueError):
            exports.run_report("gossip", {})

    def test_saved_report(self):
        report = SavedReport.objects.create(owner=make_staff(), name="x", kind="daily")
        self.assertIn("day;orders", export_sales(report.pk))

    def test_saved_report_of_somebody_who_left(self):
        report = SavedReport.objects.create(owner=make_user(), name="x", kind="daily")
        with self.assertRaises(PermissionError):
            export_sales(report.pk)


class ViewTests(TestCase):
    def test_customers_see_nothing(self):
        self.client.force_login(make_user())
        self.assertEqual(self.client.get("/reports/").status_code, 403)

    def test_all_pages(self):
        make_order()
        self.client.force_login(make_user(role=User.Role.FINANCE))
        self.assertEqual(len(self.client.get("/reports/").json()["top"]), 1)
        self.assertIn("idle", self.client.get("/reports/stock/").json())
        self.assertEqual(len(self.client.get("/reports/finance/").json()["customers"]), 1)

    def test_period(self):
        self.client.force_login(make_staff())
        body = self.client.get("/reports/?start=2020-01-01&end=2020-01-31").json()
        self.assertEqual(body["categories"], [])

    def test_export(self):
        self.client.force_login(make_staff())
        self.assertContains(self.client.get("/reports/export/daily/"), "day;orders")
        self.assertEqual(self.client.get("/reports/export/gossip/").status_code, 400)

    def test_save(self):
        self.client.force_login(make_staff())
        answer = self.client.post("/reports/saved/", {"name": "Mine", "kind": "daily"})
        self.assertEqual(answer.status_code, 202)
