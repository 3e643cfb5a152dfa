"""People: accounts, addresses, loyalty."""

from datetime import timedelta

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Sum
from django.utils import timezone

from common.constants import EU_COUNTRIES, HOME_COUNTRY, POINTS_VALID_DAYS
from common.models import TimeStamped


class User(AbstractUser):
    """Customers and staff are the same table."""

    class Segment(models.TextChoices):
        RETAIL = "retail", "Retail"
        WHOLESALE = "wholesale", "Wholesale"
        EMPLOYEE = "employee", "Employee"

    class Role(models.TextChoices):
        CUSTOMER = "customer", "Customer"
        PICKER = "picker", "Picker"
        FINANCE = "finance", "Finance"
        MANAGER = "manager", "Manager"

    email = models.EmailField(unique=True)
    phone = models.CharField(max_length=30, blank=True)
    segment = models.CharField(max_length=12, choices=Segment, default=Segment.RETAIL)
    role = models.CharField(max_length=12, choices=Role, default=Role.CUSTOMER)
    vat_number = models.CharField(max_length=20, blank=True)
    marketing_opt_in = models.BooleanField(default=False)
    blocked_reason = models.CharField(max_length=200, blank=True)
    anonymised_at = models.DateTimeField(null=True, blank=True)
    favourites = models.ManyToManyField(
        "catalogue.Product", blank=True, related_name="favourite_of"
    )

    @property
    def is_wholesale(self) -> bool:
        return self.segment == self.Segment.WHOLESALE and bool(self.vat_number)

    @property
    def is_blocked(self) -> bool:
        return bool(self.blocked_reason)

    def may_see_reports(self) -> bool:
        return self.is_staff or self.role in (self.Role.FINANCE, self.Role.MANAGER)

    def may_refund(self) -> bool:
        return self.is_superuser or self.role in (self.Role.FINANCE, self.Role.MANAGER)

    def display_name(self) -> str:
        return self.get_full_name() or self.email.split("@")[0]

    def default_address(self, kind):
        return self.addresses.filter(kind=kind).order_by("-is_default", "-pk").first()

    def lifetime_value(self):
        """Sum of everything the customer ever paid."""
        from orders.models import Order

        return Order.objects.turnover().filter(user=self).aggregate(s=Sum("total"))["s"] or 0


class Address(TimeStamped):
    class Kind(models.TextChoices):
        SHIPPING = "shipping", "Shipping"
        BILLING = "billing", "Billing"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.SHIPPING)
    name = models.CharField(max_length=120)
    street = models.CharField(max_length=200)
    postcode = models.CharField(max_length=12)
    city = models.CharField(max_length=80)
    country = models.CharField(max_length=2, default=HOME_COUNTRY)
    is_default = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "addresses"

    def __str__(self):
        return ", ".join(self.lines())

    def lines(self) -> list[str]:
        return [self.name, self.street, f"{self.postcode} {self.city}", self.country]

    @property
    def in_eu(self) -> bool:
        return self.country in EU_COUNTRIES


class LedgerEntry(TimeStamped):
    """A line in an account that is never changed afterwards, only followed by others."""

    reason = models.CharField(max_length=120)
    reference = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True
        ordering = ["created_at", "pk"]

    def describe(self):
        return f"{self.created_at:%Y-%m-%d} {self.reason}"


class LoyaltyAccount(TimeStamped):
    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="loyalty")
    tier = models.CharField(max_length=10, default="basic")
    tier_since = models.DateField(null=True, blank=True)

    def balance(self) -> int:
        return self.entries.aggregate(total=Sum("points"))["total"] or 0

    def earned_last_year(self) -> int:
        since = timezone.now() - timedelta(days=365)
        earned = self.entries.filter(points__gt=0, created_at__gte=since)
        return earned.aggregate(total=Sum("points"))["total"] or 0


def _points_expire_at():
    return timezone.now() + timedelta(days=POINTS_VALID_DAYS)


class LoyaltyEntry(LedgerEntry):
    account = models.ForeignKey(LoyaltyAccount, on_delete=models.CASCADE, related_name="entries")
    order = models.ForeignKey(
        "orders.Order", null=True, blank=True, on_delete=models.SET_NULL, related_name="points"
    )
    points = models.IntegerField()
    expires_at = models.DateTimeField(default=_points_expire_at, null=True, blank=True)
    expired = models.BooleanField(default=False)
