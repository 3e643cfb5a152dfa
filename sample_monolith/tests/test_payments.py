import json
from decimal import Decimal
from unittest import mock

from django.test import SimpleTestCase, TestCase, override_settings

from common.exceptions import InvalidState, RemoteError
from customers.models import User
from payments import invoices, services
from payments.gateway import PaymentDeclined, PaywellGateway, SandboxGateway, gateway
from payments.models import GiftCard, Refund, StoreCreditEntry
from tests.factories import (
    make_address,
    make_category,
    make_order,
    make_product,
    make_shipped_order,
    make_staff,
    make_user,
    make_variant,
)


class GatewayTests(SimpleTestCase):
    def charge(self, answer):
        with mock.patch.object(PaywellGateway, "post", return_value=answer) as post:
            return PaywellGateway().charge("ref", Decimal("12.34"), "tok"), post

    def test_amount_is_in_cents(self):
        receipt, post = self.charge({"id": "ch_1"})
        self.assertEqual(receipt.reference, "ch_1")
        self.assertEqual(post.call_args[0][1]["amount"], 1234)

    def test_declined(self):
        with self.assertRaises(PaymentDeclined) as caught:
            self.charge({"status": "declined", "reason": "expired_card"})
        self.assertEqual(caught.exception.reason, "expired_card")

    def test_answer_without_id(self):
        with self.assertRaises(RemoteError):
            self.charge({})

    def test_refund_and_void(self):
        with mock.patch.object(PaywellGateway, "post", return_value={"id": "re_1"}) as post:
            PaywellGateway().refund("ch_1", Decimal("5"))
            PaywellGateway().void("ch_1")
        paths = [call[0][0] for call in post.call_args_list]
        self.assertEqual(paths, ["charges/ch_1/refunds", "charges/ch_1/void"])

    def test_configured_gateway(self):
        self.assertIsInstance(gateway(), SandboxGateway)

    def test_other_gateway(self):
        shop = {
            "PAYMENT_PROVIDER": "paywell",
            "PAYMENT_URL": "https://x.example",
            "PAYMENT_KEY": "",
        }
        with override_settings(SHOP=shop):
            self.assertIsInstance(gateway(), PaywellGateway)


class InvoiceTests(TestCase):
    def test_lines_and_sums(self):
        order = make_order(variant=make_variant(price="12.10"), quantity=1)
        invoice = order.invoice
        self.assertEqual(invoice.lines.count(), 2)
        self.assertEqual((invoice.net, invoice.vat), (Decimal("14.09"), Decimal("2.96")))
        self.assertEqual(invoice.gross, order.total)

    def test_numbers_have_no_gap(self):
        first, second = make_order().invoice.number, make_order().invoice.number
        self.assertEqual(int(second[1:]), int(first[1:]) + 1)

    def test_made_once(self):
        order = make_order()
        self.assertEqual(invoices.make_invoice(order), order.invoice)

    def test_reverse_charge(self):
        user = make_user(segment=User.Segment.WHOLESALE, vat_number="DE123")
        order = make_order(user=user, address=make_address(user, country="DE"))
        self.assertTrue(order.invoice.reverse_charge)
        self.assertEqual(order.invoice.vat, Decimal("0.00"))
        self.assertIn("DE123", invoices.as_text(order.invoice))

    def test_no_reverse_charge_at_home(self):
        user = make_user(segment=User.Segment.WHOLESALE, vat_number="NL123")
        self.assertFalse(make_order(user=user).invoice.reverse_charge)

    def test_reduced_column_is_wrong_since_2019(self):
        """The rate went from 6 to 9 percent; the column still believes in 6."""
        order = make_order(variant=make_variant(make_product(vat_class="reduced"), "109"))
        self.assertEqual(invoices.vat_summary(order.invoice)["reduced"], Decimal("0.00"))

    def test_text(self):
        text = invoices.as_text(make_order().invoice)
        self.assertIn("Shipping and wrapping", text)


class RefundTests(TestCase):
    def test_part(self):
        order = make_shipped_order()
        made = services.refund_order(order, Decimal("10.00"), "goodwill")
        self.assertEqual(made[0].amount, Decimal("10.00"))
        self.assertEqual(order.status, "part_refunded")

    def test_all(self):
        order = make_shipped_order()
        services.refund_order(order, order.total, "lost")
        self.assertEqual(order.status, "refunded")
        self.assertEqual(order.refundable(), Decimal("0.00"))

    def test_too_much(self):
        order = make_shipped_order()
        with self.assertRaises(InvalidState):
            services.refund_order(order, order.total + 1, "greed")

    def test_credit_goes_back_to_credit_first(self):
        user = make_user()
        StoreCreditEntry.objects.create(user=user, amount=15, reason="gift")
        order = make_shipped_order(user=user, use_credit=True)
        services.refund_order(order, Decimal("20.00"), "return")
        self.assertEqual(StoreCreditEntry.balance_of(user), Decimal("15.00"))
        self.assertEqual([r.amount for r in Refund.objects.order_by("pk")], [15, 5])

    def test_gateway_that_fails_becomes_credit(self):
        order = make_shipped_order()
        with mock.patch.object(SandboxGateway, "refund", side_effect=RemoteError("x", "down")):
            services.refund_order(order, Decimal("5.00"), "goodwill")
        self.assertEqual(StoreCreditEntry.balance_of(order.user), Decimal("5.00"))


class CaptureTests(TestCase):
    def test_twice(self):
        payment = make_order().payments.get()
        with self.assertRaises(InvalidState):
            services.capture(payment)

    def test_unknown_method(self):
        with self.assertRaises(InvalidState):
            services.authorise(make_order(), "shells", Decimal("1"))

    def test_on_account_needs_no_gateway(self):
        user = make_user(segment=User.Segment.WHOLESALE, vat_number="NL1")
        order = make_order(user=user, payment_method="invoice")
        self.assertEqual(order.payments.get().gateway_ref, "")
        self.assertEqual(order.status, "paid")


class GiftCardTests(TestCase):
    def card(self):
        return GiftCard.objects.create(
            name="Gift", slug="gift", category=make_category(), code="GC-1", face_value=25
        )

    def test_becomes_credit_once(self):
        self.card()
        user = make_user()
        self.assertEqual(services.redeem_gift_card(user, " gc-1"), Decimal("25.00"))
        self.assertEqual(StoreCreditEntry.balance_of(user), Decimal("25.00"))
        with self.assertRaises(InvalidState):
            services.redeem_gift_card(user, "GC-1")

    def test_entry_describes_itself(self):
        self.card()
        user = make_user()
        services.redeem_gift_card(user, "GC-1")
        self.assertTrue(user.store_credit.get().describe().endswith("gift card"))


class WebhookTests(TestCase):
    def send(self, **event):
        return services.handle_webhook(event)

    def test_unknown_charge(self):
        self.assertEqual(self.send(charge="nope"), "unknown")

    def test_dispute_is_noted(self):
        order = make_order()
        reference = order.payments.get().gateway_ref
        self.assertEqual(self.send(charge=reference, type="charge.disputed"), "disputed")
        self.assertEqual(order.events.last().what, "payment disputed")

    def test_captured_payments_are_not_voided(self):
        reference = make_order().payments.get().gateway_ref
        self.assertEqual(self.send(charge=reference, type="charge.voided"), "ignored")

    def test_view(self):
        answer = self.client.post("/payments/webhook/", "{}", "application/json")
        self.assertEqual(answer.json(), {"result": "unknown"})
        answer = self.client.post("/payments/webhook/", "{", "application/json")
        self.assertEqual(answer.status_code, 400)


class ViewTests(TestCase):
    def test_invoice(self):
        order = make_order()
        url = f"/payments/invoices/{order.invoice.number}/"
        self.client.force_login(make_user())
        self.assertEqual(self.client.get(url).status_code, 403)
        self.client.force_login(order.user)
        self.assertEqual(self.client.get(url).json()["order"], order.number)
        self.assertContains(self.client.get(url + "?format=text"), "Invoice")

    def test_refund_is_for_finance(self):
        order = make_shipped_order()
        url = f"/payments/orders/{order.number}/refund/"
        self.client.force_login(make_staff())
        self.assertEqual(self.client.post(url, {"amount": "5"}).status_code, 403)
        self.client.force_login(make_user(role=User.Role.FINANCE))
        self.assertEqual(self.client.post(url, {"amount": "5"}).json(), {"refunds": ["5.00"]})
        self.assertEqual(self.client.post(url, {"amount": "five"}).status_code, 400)

    def test_gift_card_and_credit(self):
        GiftCard.objects.create(
            name="Gift", slug="gift", category=make_category(), code="GC-2", face_value=10
        )
        self.client.force_login(make_user())
        answer = self.client.post("/payments/gift-card/", {"code": "GC-2"})
        self.assertEqual(answer.json(), {"added": "10.00"})
        self.assertEqual(self.client.get("/payments/credit/").json(), {"credit": "10.00"})

    def test_json_body_is_not_needed(self):
        self.client.force_login(make_user())
        answer = self.client.post("/payments/gift-card/", json.dumps({}), "application/json")
        self.assertEqual(answer.status_code, 409)
