import json
from datetime import timedelta
from decimal import Decimal

from django.core import mail
from django.test import TestCase
from django.utils import timezone

from common.exceptions import InvalidState, NotAllowed
from customers.loyalty import account_of
from orders import returns, services
from orders.models import Order
from shipping.services import record_tracking
from tests.factories import (
    make_cart,
    make_order,
    make_product,
    make_shipped_order,
    make_staff,
    make_user,
    make_variant,
)


class OrderTests(TestCase):
    def test_only_allowed_transitions(self):
        order = make_order()
        with self.assertRaises(InvalidState):
            order.set_status(Order.Status.COMPLETED)

    def test_stamps(self):
        order = make_shipped_order()
        self.assertIsNotNone(order.paid_at)
        self.assertIsNotNone(order.shipped_at)
        self.assertIsNone(order.completed_at)

    def test_weight_and_count(self):
        order = make_order(variant=make_variant(weight_grams=300), quantity=3)
        self.assertEqual((order.item_count(), order.weight_grams()), (3, 900))

    def test_fully_shipped(self):
        self.assertTrue(make_order().is_fully_shipped())

    def test_track_url(self):
        order = make_shipped_order()
        self.assertRegex(order.track_url(), r"^https://pnl.example/TR\d+$")
        self.assertEqual(make_order().track_url(), "")

    def test_everything_in_few_queries(self):
        make_order()
        with self.assertNumQueries(6):
            order = Order.objects.with_everything().get()
            str(order.user.loyalty.tier)
            str(order.shipping_method.carrier.name)
            str(order.invoice.number)
            [line.variant.product.name for line in order.lines.all()]
            list(order.payments.all())
            list(order.shipments.all())

    def test_return_window(self):
        order = make_shipped_order()
        self.assertTrue(order.can_return())
        order.shipped_at = timezone.now() - timedelta(days=31)
        self.assertFalse(order.can_return())

    def test_open_and_customer_name(self):
        order = make_order(user=make_user(first_name="Ada"))
        self.assertTrue(order.is_open)
        self.assertEqual(order.customer_name(), "Ada")


class CancelTests(TestCase):
    def test_money_stock_and_points(self):
        variant = make_variant(stock=5)
        order = make_order(variant=variant)
        mail.outbox.clear()
        with self.captureOnCommitCallbacks(execute=True):
            order.cancel(reason="changed my mind")
        self.assertEqual(order.status, "cancelled")
        self.assertEqual(order.refunded, order.total)
        self.assertEqual(variant.stock_items.get().reserved, 0)
        self.assertEqual(order.user.loyalty.balance(), 0)
        self.assertFalse(order.shipments.exists())
        self.assertEqual(
            [m.subject for m in mail.outbox], ["Refund", f"Order {order.number} cancelled"]
        )

    def test_spent_points_come_back(self):
        user = make_user()
        account_of(user).entries.create(points=1000, reason="gift")
        make_order(user=user, points=1000).cancel()
        self.assertEqual(user.loyalty.balance(), 1000)

    def test_too_late(self):
        with self.assertRaises(InvalidState):
            make_shipped_order().cancel()

    def test_unpaid_has_nothing_to_refund(self):
        user = make_user()
        order = Order.objects.create(number="N1", user=user, email=user.email)
        services.cancel_order(order)
        self.assertEqual(order.refunded, 0)


class CompletionTests(TestCase):
    def test_delivered_orders_are_completed(self):
        order = make_shipped_order()
        self.assertEqual(services.complete_delivered(), 0)
        record_tracking(order.shipments.get(), "delivered")
        self.assertEqual(services.complete_delivered(), 1)
        order.refresh_from_db()
        self.assertEqual(order.status, "completed")


class ReorderTests(TestCase):
    def test_what_is_gone_is_named(self):
        variant = make_variant(stock=2)
        order = make_order(variant=variant, quantity=2)
        cart = make_cart(order.user)
        self.assertEqual(services.reorder(order, cart), [variant.sku])
        other = make_order(variant=make_variant())
        self.assertEqual(services.reorder(other, cart), [])
        self.assertEqual(cart.count(), 2)


class ReturnTests(TestCase):
    def setUp(self):
        self.variant = make_variant(price="30", stock=5)
        self.order = make_shipped_order(variant=self.variant, quantity=3)
        self.line = self.order.lines.get()

    def ask(self, quantity=1, user=None):
        return returns.request_return(
            self.order, user or self.order.user, {self.line.pk: quantity}, "too bright"
        )

    def test_settled(self):
        with self.captureOnCommitCallbacks(execute=True):
            total = returns.receive_return(self.ask(2))
        self.order.refresh_from_db()
        self.assertEqual(total, Decimal("60.00"))
        self.assertEqual(self.order.status, "part_refunded")
        self.assertEqual(self.order.refunded, Decimal("60.00"))
        self.assertEqual(self.variant.stock_items.get().on_hand, 4)
        self.assertEqual(mail.outbox[-1].subject, "Your return " + self.order.returns.get().number)

    def test_points_go_in_proportion(self):
        before = self.order.user.loyalty.balance()
        returns.receive_return(self.ask(1))
        self.assertEqual((before, self.order.user.loyalty.balance()), (90, 60))

    def test_damaged_is_refunded_but_not_sold_again(self):
        request = self.ask(1)
        returns.receive_return(request, {self.line.pk: True})
        self.assertEqual(self.variant.stock_items.get().on_hand, 2)
        self.assertEqual(request.status, "refunded")

    def test_not_more_than_bought(self):
        self.ask(2)
        with self.assertRaises(InvalidState):
            self.ask(2)

    def test_rejected_pieces_can_be_asked_again(self):
        returns.reject_return(self.ask(3), "worn")
        self.assertEqual(self.ask(3).lines.get().quantity, 3)

    def test_not_yours(self):
        with self.assertRaises(NotAllowed):
            self.ask(user=make_user())

    def test_line_of_another_order(self):
        self.line = make_order().lines.get()
        with self.assertRaises(InvalidState):
            self.ask()

    def test_not_returnable(self):
        order = make_shipped_order(variant=make_variant(make_product(is_returnable=False)))
        with self.assertRaises(InvalidState):
            returns.request_return(order, order.user, {order.lines.get().pk: 1})

    def test_received_once(self):
        request = self.ask()
        returns.receive_return(request)
        with self.assertRaises(InvalidState):
            returns.receive_return(request)
        with self.assertRaises(InvalidState):
            returns.reject_return(request, "late")


class ViewTests(TestCase):
    def setUp(self):
        self.order = make_order()
        self.url = f"/orders/{self.order.number}/"

    def test_list_and_csv(self):
        self.client.force_login(self.order.user)
        body = self.client.get("/orders/").json()
        self.assertEqual(body["orders"][0]["number"], self.order.number)
        text = self.client.get("/orders/?format=csv").content.decode()
        self.assertEqual(text.splitlines()[0], "number;placed;status;total;items")
        self.assertIn(self.order.number, text)

    def test_page(self):
        self.client.force_login(self.order.user)
        answer = self.client.get(self.url)
        self.assertContains(answer, self.order.invoice.number)
        self.assertContains(answer, "basic member")

    def test_page_of_somebody_else(self):
        self.client.force_login(make_user())
        self.assertEqual(self.client.get(self.url).status_code, 403)

    def test_staff_see_all(self):
        self.client.force_login(make_staff())
        self.assertEqual(self.client.get(self.url).status_code, 200)

    def test_cancel(self):
        self.client.force_login(self.order.user)
        answer = self.client.post(self.url + "cancel/", {"reason": "no"})
        self.assertEqual(answer.json()["status"], "cancelled")

    def test_again(self):
        self.client.force_login(self.order.user)
        self.assertEqual(self.client.post(self.url + "again/").json(), {"missing": []})

    def test_return_from_request_to_refund(self):
        order = make_shipped_order()
        self.client.force_login(order.user)
        data = json.dumps({"lines": {order.lines.get().pk: 1}})
        url = f"/orders/{order.number}/return/"
        number = self.client.post(url, data, "application/json").json()["number"]
        receive = f"/orders/returns/{number}/receive/"
        self.assertEqual(self.client.post(receive).status_code, 403)
        self.client.force_login(make_staff())
        answer = self.client.post(receive, "{}", "application/json")
        self.assertEqual(answer.json(), {"refunded": "20.00"})

    def test_reject_return(self):
        order = make_shipped_order()
        made = returns.request_return(order, order.user, {order.lines.get().pk: 1})
        self.client.force_login(make_staff())
        answer = self.client.post(f"/orders/returns/{made.number}/reject/", {"note": "worn"})
        self.assertEqual(answer.json(), {"status": "rejected"})

    def test_packing_slip(self):
        self.client.force_login(make_staff())
        picks = self.client.get(self.url + "slip/").json()["picks"]
        self.assertEqual((picks[0]["warehouse"], picks[0]["quantity"]), ("AMS", 2))
