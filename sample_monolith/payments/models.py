"""Money that moves: payments, refunds, invoices, store credit, gift cards."""

from django.conf import settings
from django.db import models
from django.db.models import Sum
from django.utils import timezone

from catalogue.models import Product
from common.models import Audited, PublicId, TimeStamped
from common.money import ZERO
from customers.models import LedgerEntry


class Payment(TimeStamped, PublicId):
    class Status(models.TextChoices):
        NEW = "new", "New"
        AUTHORISED = "authorised", "Authorised"
        CAPTURED = "captured", "Captured"
        DECLINED = "declined", "Declined"
        VOIDED = "voided", "Voided"

    class Method(models.TextChoices):
        CARD = "card", "Card"
        IDEAL = "ideal", "iDEAL"
        CREDIT = "credit", "Store credit"
        INVOICE = "invoice", "On account"

    order = models.ForeignKey("orders.Order", on_delete=models.PROTECT, related_name="payments")
    method = models.CharField(max_length=8, choices=Method, default=Method.CARD)
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    currency = models.CharField(max_length=3, default="EUR")
    gateway_ref = models.CharField(max_length=60, blank=True, db_index=True)
    declined_code = models.CharField(max_length=40, blank=True)
    captured_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def refunded(self):
        return self.refunds.aggregate(total=Sum("amount"))["total"] or ZERO


class Refund(Audited):
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="refunds")
    return_request = models.ForeignKey(
        "orders.ReturnRequest", null=True, blank=True, on_delete=models.SET_NULL
    )
    amount = models.DecimalField(max_digits=10, decimal_places=2)
    reason = models.CharField(max_length=120, blank=True)
    gateway_ref = models.CharField(max_length=60, blank=True)


class InvoiceCounter(models.Model):
    """Finance wants numbers without a gap per year, apart from the order numbers."""

    year = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)


class Invoice(TimeStamped):
    number = models.CharField(max_length=20, unique=True)
    order = models.OneToOneField("orders.Order", on_delete=models.PROTECT, related_name="invoice")
    customer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="invoices"
    )
    issued_on = models.DateField(default=timezone.localdate)
    net = models.DecimalField(max_digits=10, decimal_places=2)
    vat = models.DecimalField(max_digits=10, decimal_places=2)
    gross = models.DecimalField(max_digits=10, decimal_places=2)
    reverse_charge = models.BooleanField(default=False)
    credits = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="credit_notes"
    )


class InvoiceLine(models.Model):
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(
        "orders.OrderLine", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.CharField(max_length=250)
    quantity = models.PositiveIntegerField()
    net = models.DecimalField(max_digits=10, decimal_places=2)
    vat = models.DecimalField(max_digits=10, decimal_places=2)


class StoreCreditEntry(LedgerEntry):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="store_credit"
    )
    amount = models.DecimalField(max_digits=10, decimal_places=2)

    @classmethod
    def balance_of(cls, user):
        return cls.objects.filter(user=user).aggregate(total=Sum("amount"))["total"] or ZERO


class GiftCard(Product):
    """A gift card is sold like a product and becomes store credit when its code is entered."""

    code = models.CharField(max_length=20, unique=True)
    face_value = models.DecimalField(max_digits=8, decimal_places=2)
    redeemed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    redeemed_at = models.DateTimeField(null=True, blank=True)
