from datetime import timedelta
from unittest import mock

from django.core import mail
from django.test import TestCase
from django.utils import timezone

from cart.models import Cart
from inventory.models import Reservation
from notifications import services
from notifications.models import Message, MessageTemplate, Preference
from orders.models import Order
from reporting.models import DailySales
from shipping.models import Shipment
from shop import tasks
from shop.celery import app
from tests.factories import (
    make_cart,
    make_order,
    make_product,
    make_shipped_order,
    make_supplier,
    make_user,
    make_variant,
)


class NotifyTests(TestCase):
    def setUp(self):
        self.user = make_user(first_name="Ada")
        mail.outbox.clear()

    def test_message_is_kept_and_sent(self):
        message = services.notify("welcome", user=self.user)
        self.assertEqual((message.status, message.subject), ("sent", "Welcome, Ada"))
        self.assertEqual(mail.outbox[0].to, [self.user.email])

    def test_template_of_the_shop_wins(self):
        MessageTemplate.objects.create(key="welcome", subject="Hi {name}", body="-")
        self.assertEqual(services.notify("welcome", user=self.user).subject, "Hi Ada")

    def test_unknown_template(self):
        with self.assertRaises(KeyError):
            services.notify("nope", user=self.user)

    def test_marketing_needs_consent(self):
        message = services.notify("abandoned_cart", user=self.user, count=1)
        self.assertEqual(message.status, "suppressed")
        self.assertEqual(mail.outbox, [])

    def test_order_mails_can_be_switched_off(self):
        Preference.objects.filter(user=self.user).update(order_mails=False)
        self.assertFalse(services.wants(self.user, "order_shipped", marketing=False))
        self.assertTrue(services.wants(self.user, "refund", marketing=False))

    def test_gone_people_get_nothing(self):
        self.user.is_active = False
        self.assertFalse(services.wants(self.user, "refund", marketing=False))
        self.assertTrue(services.wants(None, "refund", marketing=False))

    def test_failure_and_retry(self):
        with mock.patch("notifications.services.send_mail", side_effect=OSError("no route")):
            message = services.notify("welcome", user=self.user)
        self.assertEqual((message.status, message.error), ("failed", "no route"))
        self.assertEqual(services.retry_failed(), 1)
        message.refresh_from_db()
        self.assertEqual(message.status, "sent")


class TaskTests(TestCase):
    def test_by_name(self):
        order = make_order()
        mail.outbox.clear()
        app.send_task("shop.tasks.send_order_confirmation", args=[order.pk])
        self.assertIn(order.lines.get().title, mail.outbox[0].body)

    def test_abandoned_carts_are_reminded_once(self):
        user = make_user(marketing_opt_in=True)
        cart = make_cart(user, (make_variant(), 2))
        Cart.objects.filter(pk=cart.pk).update(updated_at=timezone.now() - timedelta(days=2))
        self.assertEqual(tasks.remind_abandoned_carts(), 1)
        self.assertEqual(tasks.remind_abandoned_carts(), 0)
        self.assertIn("2 things", mail.outbox[-1].body)

    def test_release_expired(self):
        user = make_user()
        order = Order.objects.create(number="E1", user=user, email=user.email)
        item = make_variant().stock_items.get()
        item.reserved = 1
        item.save()
        past = timezone.now() - timedelta(minutes=1)
        Reservation.objects.create(order=order, stock_item=item, quantity=1, expires_at=past)
        self.assertEqual(tasks.release_expired_reservations(), 1)

    def test_poll_tracking(self):
        order = make_shipped_order()
        Shipment.objects.update(dispatched_at=timezone.now() - timedelta(days=20))
        self.assertEqual(tasks.poll_carrier_tracking(), 0)
        self.assertEqual(order.shipments.get().events.last().code, "inquiry")

    def test_daily_sales(self):
        order = make_order()
        today = timezone.localdate()
        self.assertEqual(tasks.build_daily_sales(today.isoformat()), today.isoformat())
        row = DailySales.objects.get(day=today)
        self.assertEqual((row.orders, row.units, row.gross), (1, 2, order.total))

    def test_reorder_report(self):
        self.assertEqual(tasks.send_reorder_report(), 0)
        variant = make_variant(make_product(supplier=make_supplier(name="Lightworks")), stock=1)
        self.assertEqual(tasks.send_reorder_report(), 1)
        self.assertIn(f"9 x {variant.sku}", mail.outbox[-1].body)

    def test_warm_price_cache(self):
        from common import registry

        variant = make_variant()
        tasks.warm_price_cache(variant.product.category.slug)
        self.assertIn(variant.pk, registry.PRICE_CACHE)

    def test_expire_points(self):
        self.assertEqual(tasks.expire_loyalty_points(), 0)

    def test_schedule_names_tasks_that_exist(self):
        app.loader.import_default_modules()
        names = {entry["task"] for entry in app.conf.beat_schedule.values()}
        self.assertEqual(names - set(app.tasks), set())


class ReceiverTests(TestCase):
    def test_welcome_and_preference(self):
        user = make_user(marketing_opt_in=True)
        self.assertTrue(user.preference.marketing_mails)
        self.assertEqual(Message.objects.filter(user=user).count(), 1)

    def test_refund_by_hand_is_mailed(self):
        from payments.services import refund_order

        order = make_shipped_order()
        refund_order(order, order.total, "lost")
        self.assertEqual(mail.outbox[-1].subject, "Refund")

    def test_reminder_is_forgotten_when_the_order_is_paid(self):
        order = make_order()
        self.assertIsNone(Cart.objects.get(order=order).reminded_at)
