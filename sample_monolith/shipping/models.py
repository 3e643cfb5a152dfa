"""Carriers, methods, shipments."""

from django.db import models
from django.utils import timezone

from common.models import TimeStamped


class Carrier(models.Model):
    code = models.SlugField(unique=True)
    name = models.CharField(max_length=60)
    tracking_pattern = models.CharField(max_length=200, blank=True)

    def __str__(self):
        return self.name


class Zone(models.Model):
    name = models.CharField(max_length=40, unique=True)
    countries = models.CharField(max_length=200, help_text="ISO codes, separated by spaces")

    def __str__(self):
        return self.name

    @classmethod
    def for_country(cls, country: str) -> "Zone | None":
        for zone in cls.objects.order_by("pk"):
            if country in zone.countries.split():
                return zone
        return None


class ShippingMethod(models.Model):
    carrier = models.ForeignKey(Carrier, on_delete=models.PROTECT, related_name="methods")
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="methods")
    name = models.CharField(max_length=60)
    base_price = models.DecimalField(max_digits=8, decimal_places=2)
    price_per_kg = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    max_grams = models.PositiveIntegerField(default=30000)
    express = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["base_price", "pk"]

    def __str__(self):
        return self.name


class Shipment(TimeStamped):
    class Status(models.TextChoices):
        OPEN = "open", "To be packed"
        DISPATCHED = "dispatched", "Dispatched"
        DELIVERED = "delivered", "Delivered"
        LOST = "lost", "Lost"

    order = models.ForeignKey("orders.Order", on_delete=models.CASCADE, related_name="shipments")
    warehouse = models.ForeignKey(
        "inventory.Warehouse", null=True, on_delete=models.SET_NULL, related_name="shipments"
    )
    address = models.ForeignKey(
        "customers.Address", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    method = models.ForeignKey(ShippingMethod, on_delete=models.PROTECT)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    tracking_code = models.CharField(max_length=40, blank=True)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def tracking_url(self) -> str:
        pattern = self.method.carrier.tracking_pattern
        return pattern.replace("{code}", self.tracking_code) if pattern else ""


class ShipmentLine(models.Model):
    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="lines")
    order_line = models.ForeignKey(
        "orders.OrderLine", on_delete=models.CASCADE, related_name="shipment_lines"
    )
    quantity = models.PositiveIntegerField()


class TrackingEvent(models.Model):
    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField(default=timezone.now)
    code = models.CharField(max_length=20)
    text = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at", "pk"]
