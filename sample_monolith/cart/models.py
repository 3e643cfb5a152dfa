from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from common.constants import MAX_LINE_QUANTITY
from common.models import TimeStamped


class Cart(TimeStamped):
    class Status(models.TextChoices):
        OPEN = "open", "Open"
        ORDERED = "ordered", "Ordered"
        MERGED = "merged", "Merged"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="carts",
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    coupon = models.ForeignKey(
        "promotions.Coupon", null=True, blank=True, on_delete=models.SET_NULL, related_name="carts"
    )
    gift_wrap = models.BooleanField(default=False)
    reminded_at = models.DateTimeField(null=True, blank=True)

    def is_empty(self) -> bool:
        return not self.lines.exists()

    def count(self) -> int:
        return sum(self.lines.values_list("quantity", flat=True))


class CartLine(TimeStamped):
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="lines")
    variant = models.ForeignKey("catalogue.Variant", on_delete=models.CASCADE, related_name="+")
    quantity = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(MAX_LINE_QUANTITY)]
    )

    class Meta:
        ordering = ["pk"]
        unique_together = [("cart", "variant")]
