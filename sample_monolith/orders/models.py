"""Orders and all that has ever been hung onto them."""

from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Sum
from django.utils import timezone

from common.constants import PAID_STATUSES, RETURN_WINDOW_DAYS
from common.exceptions import InvalidState
from common.models import PublicId, TimeStamped
from common.money import ZERO, to_money


class NumberSequence(models.Model):
    """Gapless numbers per name and year; orders and returns use it."""

    name = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        unique_together = [("name", "year")]

    @classmethod
    def next(cls, name: str, prefix: str) -> str:
        year = timezone.localdate().year
        with transaction.atomic():
            row, _ = cls.objects.select_for_update().get_or_create(name=name, year=year)
            cls.objects.filter(pk=row.pk).update(last=F("last") + 1)
            row.refresh_from_db()
        return f"{prefix}{year}-{row.last:06d}"


class OrderQuerySet(models.QuerySet):
    def turnover(self):
        return self.filter(status__in=PAID_STATUSES)

    def for_user(self, user):
        return self.filter(user=user).order_by("-placed_at")

    def with_everything(self):
        """For the order page; one query instead of forty."""
        return self.select_related(
            "user__loyalty", "shipping_method__carrier", "coupon", "invoice"
        ).prefetch_related("lines__variant__product", "payments", "shipments")

    def awaiting_payment(self, older_than_minutes=60):
        limit = timezone.now() - timedelta(minutes=older_than_minutes)
        return self.filter(status=Order.Status.PLACED, placed_at__lt=limit)


class Order(TimeStamped, PublicId):
    class Status(models.TextChoices):
        PLACED = "placed", "Placed"
        PAYMENT_FAILED = "payment_failed", "Payment failed"
        PAID = "paid", "Paid"
        PACKED = "packed", "Packed"
        SHIPPED = "shipped", "Shipped"
        COMPLETED = "completed", "Completed"
        CANCELLED = "cancelled", "Cancelled"
        PART_REFUNDED = "part_refunded", "Partly refunded"
        REFUNDED = "refunded", "Refunded"

    class Channel(models.TextChoices):
        WEB = "web", "Web"
        PHONE = "phone", "Phone"
        MARKETPLACE = "market", "Marketplace"

    number = models.CharField(max_length=20, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="orders"
    )
    cart = models.OneToOneField(
        "cart.Cart", null=True, blank=True, on_delete=models.SET_NULL, related_name="order"
    )
    status = models.CharField(max_length=16, choices=Status, default=Status.PLACED)
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.WEB)
    email = models.EmailField()
    phone = models.CharField(max_length=30, blank=True)

    # Addresses: the reference, and a copy because people move.
    shipping_address = models.ForeignKey(
        "customers.Address", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    billing_address = models.ForeignKey(
        "customers.Address", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ship_to = models.TextField(blank=True)
    bill_to = models.TextField(blank=True)
    country = models.CharField(max_length=2, default="NL")

    # Money, all including VAT.
    currency = models.CharField(max_length=3, default="EUR")
    subtotal = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    discount = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    points_discount = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    shipping_cost = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    wrap_cost = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    vat = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    total = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    refunded = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    points_spent = models.PositiveIntegerField(default=0)

    coupon = models.ForeignKey(
        "promotions.Coupon", null=True, blank=True, on_delete=models.SET_NULL, related_name="orders"
    )
    shipping_method = models.ForeignKey(
        "shipping.ShippingMethod", null=True, on_delete=models.PROTECT, related_name="orders"
    )
    gift_wrap = models.BooleanField(default=False)
    gift_message = models.CharField(max_length=200, blank=True)
    customer_note = models.TextField(blank=True)
    internal_note = models.TextField(blank=True)
    ip_address = models.GenericIPAddressField(null=True, blank=True)

    placed_at = models.DateTimeField(default=timezone.now, db_index=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    shipped_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at"]

    def __str__(self):
        return self.number

    # -- state ---------------------------------------------------------------

    @property
    def is_paid(self) -> bool:
        return self.status in PAID_STATUSES

    @property
    def is_open(self) -> bool:
        return self.status in (self.Status.PLACED, self.Status.PAID, self.Status.PACKED)

    def can_cancel(self) -> bool:
        return self.status in (self.Status.PLACED, self.Status.PAID)

    def can_return(self) -> bool:
        if self.status not in (self.Status.SHIPPED, self.Status.COMPLETED):
            return False
        shipped = self.shipped_at or self.placed_at
        return timezone.now() - shipped <= timedelta(days=RETURN_WINDOW_DAYS)

    def set_status(self, status, actor=None, note=""):
        """The only way to change the status; keeps the history."""
        allowed = TRANSITIONS[self.status]
        if status not in allowed:
            raise InvalidState(f"{self.number} is {self.status}; it cannot become {status}.")
        stamp = {
            self.Status.PAID: "paid_at",
            self.Status.SHIPPED: "shipped_at",
            self.Status.COMPLETED: "completed_at",
            self.Status.CANCELLED: "cancelled_at",
        }.get(status)
        self.status = status
        if stamp:
            setattr(self, stamp, timezone.now())
        self.save()
        self.log(f"status: {status}", actor=actor, note=note)

    def mark_paid(self, actor=None):
        self.set_status(self.Status.PAID, actor=actor)

    def mark_shipped(self):
        self.set_status(self.Status.SHIPPED)

    def mark_payment_failed(self, note=""):
        self.set_status(self.Status.PAYMENT_FAILED, note=note)

    def log(self, what, actor=None, note=""):
        return OrderEvent.objects.create(order=self, what=what, actor=actor, note=note)

    # -- money ---------------------------------------------------------------

    @property
    def amount_due(self) -> Decimal:
        if self.status in (self.Status.CANCELLED, self.Status.REFUNDED):
            return ZERO
        return max(self.total - self.amount_paid(), ZERO)

    def amount_paid(self) -> Decimal:
        paid = self.payments.filter(status="captured").aggregate(s=Sum("amount"))["s"]
        return paid or ZERO

    def refundable(self) -> Decimal:
        return self.amount_paid() - self.refunded

    def recalculate(self):
        self.subtotal = sum((line.total for line in self.lines.all()), ZERO)
        self.vat = sum((line.vat for line in self.lines.all()), ZERO)
        self.total = max(
            self.subtotal
            - self.discount
            - self.points_discount
            + self.shipping_cost
            + self.wrap_cost,
            ZERO,
        )
        return self.total

    def earns_points_on(self) -> Decimal:
        """Points are given for goods, not for shipping."""
        return max(self.subtotal - self.discount - self.points_discount, ZERO)

    # -- goods ---------------------------------------------------------------

    def item_count(self) -> int:
        return sum(line.quantity for line in self.lines.all())

    def weight_grams(self) -> int:
        lines = self.lines.select_related("variant")
        return sum(line.quantity * line.variant.weight_grams for line in lines)

    def is_fully_shipped(self) -> bool:
        shipped = self.lines.aggregate(n=Sum("shipment_lines__quantity"))["n"] or 0
        return shipped >= self.item_count()

    # -- conveniences that grew here -----------------------------------------

    def cancel(self, actor=None, reason=""):
        from orders.services import cancel_order

        return cancel_order(self, actor=actor, reason=reason)

    def track_url(self):
        shipment = self.shipments.exclude(tracking_code="").order_by("-pk").first()
        return shipment.tracking_url() if shipment else ""

    def invoice_number(self):
        invoice = getattr(self, "invoice", None)
        return invoice.number if invoice else ""

    def customer_name(self):
        return self.user.display_name() if self.user else self.email

    def as_dict(self) -> dict:
        return {
            "number": self.number,
            "status": self.status,
            "placed_at": self.placed_at.isoformat(),
            "total": str(self.total),
            "currency": self.currency,
            "refunded": str(self.refunded),
            "lines": [line.as_dict() for line in self.lines.all()],
        }


S = Order.Status
TRANSITIONS = {
    S.PLACED: (S.PAID, S.PAYMENT_FAILED, S.CANCELLED),
    S.PAYMENT_FAILED: (S.PAID, S.CANCELLED),
    S.PAID: (S.PACKED, S.SHIPPED, S.CANCELLED, S.REFUNDED, S.PART_REFUNDED),
    S.PACKED: (S.SHIPPED, S.REFUNDED, S.PART_REFUNDED),
    S.SHIPPED: (S.COMPLETED, S.REFUNDED, S.PART_REFUNDED),
    S.COMPLETED: (S.REFUNDED, S.PART_REFUNDED),
    S.CANCELLED: (),
    S.PART_REFUNDED: (S.REFUNDED, S.PART_REFUNDED),
    S.REFUNDED: (),
}


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey(
        "catalogue.Variant", on_delete=models.PROTECT, related_name="order_lines"
    )
    campaign = models.ForeignKey(
        "promotions.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    sku = models.CharField(max_length=32)
    title = models.CharField(max_length=250)
    quantity = models.PositiveIntegerField()
    unit_price = models.DecimalField(max_digits=10, decimal_places=2)
    discount = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    vat_rate = models.DecimalField(max_digits=4, decimal_places=2)
    vat = models.DecimalField(max_digits=10, decimal_places=2, default=0)

    class Meta:
        ordering = ["pk"]

    @property
    def total(self) -> Decimal:
        return to_money(self.unit_price * self.quantity)

    def returned_quantity(self) -> int:
        done = self.return_lines.exclude(return_request__status=ReturnRequest.Status.REJECTED)
        return done.aggregate(n=Sum("quantity"))["n"] or 0

    def as_dict(self) -> dict:
        return {
            "sku": self.sku,
            "title": self.title,
            "quantity": self.quantity,
            "unit_price": str(self.unit_price),
        }


class OrderEvent(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=80)
    note = models.TextField(blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]


class ReturnRequest(TimeStamped):
    class Status(models.TextChoices):
        REQUESTED = "requested", "Requested"
        RECEIVED = "received", "Received"
        REJECTED = "rejected", "Rejected"
        REFUNDED = "refunded", "Refunded"

    number = models.CharField(max_length=20, unique=True)
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="returns")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="returns"
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.REQUESTED)
    reason = models.CharField(max_length=200, blank=True)

    def __str__(self):
        return self.number


class ReturnLine(models.Model):
    return_request = models.ForeignKey(
        ReturnRequest, on_delete=models.CASCADE, related_name="lines"
    )
    order_line = models.ForeignKey(OrderLine, on_delete=models.CASCADE, related_name="return_lines")
    quantity = models.PositiveIntegerField()
    resellable = models.BooleanField(default=True)

    def value(self) -> Decimal:
        """What the customer paid for these pieces, after the line's share of the discount."""
        line = self.order_line
        paid = line.total - line.discount
        return to_money(paid * self.quantity / line.quantity)
