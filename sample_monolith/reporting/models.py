from django.conf import settings
from django.db import models

from common.models import TimeStamped


class DailySales(models.Model):
    day = models.DateField(unique=True)
    orders = models.PositiveIntegerField(default=0)
    units = models.PositiveIntegerField(default=0)
    gross = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    refunds = models.DecimalField(max_digits=12, decimal_places=2, default=0)

    class Meta:
        ordering = ["day"]


class ProductSales(models.Model):
    product = models.ForeignKey("catalogue.Product", on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    units = models.PositiveIntegerField(default=0)
    gross = models.DecimalField(max_digits=12, decimal_places=2, default=0)

    class Meta:
        unique_together = [("product", "day")]


class SavedReport(TimeStamped):
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_reports"
    )
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=30)
    parameters = models.JSONField(default=dict)
