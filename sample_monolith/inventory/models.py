"""What lies where, what is promised to whom, what is on its way."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from common.models import Audited, TimeStamped


class Warehouse(models.Model):
    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=80)
    country = models.CharField(max_length=2, default="NL")
    priority = models.PositiveSmallIntegerField(default=10)

    class Meta:
        ordering = ["priority", "code"]

    def __str__(self):
        return self.code


class Supplier(models.Model):
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    lead_days = models.PositiveSmallIntegerField(default=14)

    def __str__(self):
        return self.name


class StockItem(TimeStamped):
    variant = models.ForeignKey(
        "catalogue.Variant", on_delete=models.CASCADE, related_name="stock_items"
    )
    warehouse = models.ForeignKey(Warehouse, on_delete=models.PROTECT, related_name="stock_items")
    on_hand = models.IntegerField(default=0)
    reserved = models.IntegerField(default=0)
    reorder_at = models.PositiveIntegerField(default=5)
    shelf = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["warehouse__priority", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["variant", "warehouse"], name="one_item_per_warehouse"),
            models.CheckConstraint(condition=Q(reserved__gte=0), name="reserved_not_negative"),
        ]

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved

    @property
    def is_low(self) -> bool:
        return self.available <= self.reorder_at


class ReservationQuerySet(models.QuerySet):
    def held(self):
        return self.filter(status=Reservation.Status.HELD)

    def expired(self, now=None):
        return self.held().filter(expires_at__lt=now or timezone.now())


class Reservation(TimeStamped):
    class Status(models.TextChoices):
        HELD = "held", "Held"
        SHIPPED = "shipped", "Shipped"
        RELEASED = "released", "Released"

    order = models.ForeignKey("orders.Order", on_delete=models.CASCADE, related_name="reservations")
    stock_item = models.ForeignKey(StockItem, on_delete=models.PROTECT, related_name="reservations")
    quantity = models.PositiveIntegerField()
    status = models.CharField(max_length=8, choices=Status, default=Status.HELD)
    expires_at = models.DateTimeField(null=True, blank=True)

    objects = ReservationQuerySet.as_manager()


class StockMovement(Audited):
    """Each change of ``on_hand``, for the accountants."""

    class Reason(models.TextChoices):
        PURCHASE = "purchase", "Purchase"
        SALE = "sale", "Sale"
        RETURN = "return", "Return"
        COUNT = "count", "Stock count"
        DAMAGE = "damage", "Damage"

    stock_item = models.ForeignKey(StockItem, on_delete=models.PROTECT, related_name="movements")
    order_line = models.ForeignKey(
        "orders.OrderLine", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    quantity = models.IntegerField()
    reason = models.CharField(max_length=10, choices=Reason)
    note = models.CharField(max_length=200, blank=True)


class PurchaseOrder(Audited):
    class Status(models.TextChoices):
        OPEN = "open", "Open"
        RECEIVED = "received", "Received"

    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT)
    warehouse = models.ForeignKey(Warehouse, on_delete=models.PROTECT)
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    expected_on = models.DateField(null=True, blank=True)


class PurchaseOrderLine(models.Model):
    purchase_order = models.ForeignKey(
        PurchaseOrder, on_delete=models.CASCADE, related_name="lines"
    )
    variant = models.ForeignKey("catalogue.Variant", on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()
    received = models.PositiveIntegerField(default=0)
    unit_cost = models.DecimalField(max_digits=10, decimal_places=2)

    @staticmethod
    def outstanding():
        return PurchaseOrderLine.objects.filter(received__lt=F("quantity"))


class StockAlert(TimeStamped):
    """A customer who wants to know when something is back."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="stock_alerts"
    )
    variant = models.ForeignKey(
        "catalogue.Variant", on_delete=models.CASCADE, related_name="stock_alerts"
    )
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        unique_together = [("user", "variant")]
