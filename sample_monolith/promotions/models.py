"""Coupons and campaigns."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from common.constants import MAX_COUPON_PERCENT
from common.models import Audited, TimeStamped


class Coupon(Audited):
    class Kind(models.TextChoices):
        PERCENT = "percent", "Percentage"
        AMOUNT = "amount", "Amount"
        FREE_SHIPPING = "shipping", "Free shipping"

    code = models.CharField(max_length=24, unique=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.PERCENT)
    value = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    minimum = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    valid_from = models.DateTimeField(default=timezone.now)
    valid_until = models.DateTimeField(null=True, blank=True)
    max_uses = models.PositiveIntegerField(null=True, blank=True)
    max_uses_per_customer = models.PositiveIntegerField(default=1)
    times_used = models.PositiveIntegerField(default=0)
    first_order_only = models.BooleanField(default=False)
    categories = models.ManyToManyField("catalogue.Category", blank=True, related_name="coupons")
    reserved_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="percent") | Q(value__lte=MAX_COUPON_PERCENT),
                name="coupon_percent_limit",
            )
        ]

    def __str__(self):
        return self.code

    def is_open(self, now=None) -> bool:
        now = now or timezone.now()
        if now < self.valid_from or (self.valid_until and now > self.valid_until):
            return False
        return self.max_uses is None or self.times_used < self.max_uses


class CouponRedemption(TimeStamped):
    coupon = models.ForeignKey(Coupon, on_delete=models.PROTECT, related_name="redemptions")
    order = models.OneToOneField(
        "orders.Order", on_delete=models.CASCADE, related_name="redemption"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="redemptions"
    )
    amount = models.DecimalField(max_digits=10, decimal_places=2)


class CampaignQuerySet(models.QuerySet):
    def running(self, now=None):
        now = now or timezone.now()
        return self.filter(starts_at__lte=now, ends_at__gte=now)


class Campaign(Audited):
    name = models.CharField(max_length=80)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    products = models.ManyToManyField(
        "catalogue.Product", through="CampaignProduct", related_name="campaigns"
    )

    objects = CampaignQuerySet.as_manager()

    def __str__(self):
        return self.name


class CampaignProduct(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="entries")
    product = models.ForeignKey(
        "catalogue.Product", on_delete=models.CASCADE, related_name="campaign_entries"
    )
    percent = models.PositiveSmallIntegerField(validators=[MaxValueValidator(70)])
    buy_quantity = models.PositiveSmallIntegerField(default=1)

    class Meta:
        unique_together = [("campaign", "product")]
