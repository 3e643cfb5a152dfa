"""What we sell."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Avg
from django.urls import reverse

from common.constants import VAT_RATES
from common.models import Audited, PublicId, SoftDeleted, TimeStamped, VisibleManager


class Category(models.Model):
    name = models.CharField(max_length=80)
    slug = models.SlugField(unique=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]
        verbose_name_plural = "categories"

    def __str__(self):
        return self.name

    def ancestors(self) -> list["Category"]:
        """From the root down to the parent."""
        found, node = [], self.parent
        while node is not None and node not in found:
            found.append(node)
            node = node.parent
        return found[::-1]

    def descendant_ids(self) -> list[int]:
        ids, level = [self.pk], [self.pk]
        while level:
            level = list(Category.objects.filter(parent_id__in=level).values_list("pk", flat=True))
            ids.extend(level)
        return ids


class Brand(models.Model):
    name = models.CharField(max_length=80, unique=True)
    website = models.URLField(blank=True)

    def __str__(self):
        return self.name


class ProductManager(VisibleManager):
    def on_sale(self):
        return self.get_queryset().filter(status=Product.Status.ACTIVE)


class Product(SoftDeleted, Audited, PublicId):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        ACTIVE = "active", "Active"
        RETIRED = "retired", "Retired"

    name = models.CharField(max_length=160)
    slug = models.SlugField(unique=True)
    description = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="products")
    brand = models.ForeignKey(Brand, null=True, blank=True, on_delete=models.SET_NULL)
    supplier = models.ForeignKey(
        "inventory.Supplier", null=True, blank=True, on_delete=models.SET_NULL
    )
    related = models.ManyToManyField("self", blank=True)
    vat_class = models.CharField(
        max_length=8, choices=[(name, name) for name in VAT_RATES], default="standard"
    )
    is_returnable = models.BooleanField(default=True)
    rating = models.DecimalField(max_digits=3, decimal_places=2, null=True, editable=False)

    objects = ProductManager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("product", args=[self.slug])

    @property
    def vat_rate(self) -> Decimal:
        return VAT_RATES[self.vat_class]

    def refresh_rating(self):
        approved = self.reviews.filter(approved=True)
        self.rating = approved.aggregate(average=Avg("stars"))["average"]
        self.save(update_fields=["rating"])

    def units_sold(self):
        """How many were ever sold, for the "popular" badge."""
        from django.db.models import Sum

        total = self.variants.aggregate(n=Sum("order_lines__quantity"))["n"]
        return total or 0


class Variant(TimeStamped):
    """The thing that lies on a shelf: a product in a size and colour."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="variants")
    sku = models.CharField(max_length=32, unique=True)
    label = models.CharField(max_length=80, blank=True)
    list_price = models.DecimalField(max_digits=10, decimal_places=2)
    sale_price = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    weight_grams = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["sku"]

    def __str__(self):
        return self.sku

    @property
    def title(self) -> str:
        return f"{self.product.name} ({self.label})" if self.label else self.product.name


class PriceHistory(models.Model):
    variant = models.ForeignKey(Variant, on_delete=models.CASCADE, related_name="prices")
    price = models.DecimalField(max_digits=10, decimal_places=2)
    since = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-since"]


class Review(TimeStamped):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="reviews")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="reviews"
    )
    order_line = models.ForeignKey(
        "orders.OrderLine", null=True, blank=True, on_delete=models.SET_NULL, related_name="reviews"
    )
    stars = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    text = models.TextField(blank=True)
    approved = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["product", "author"], name="one_review_per_author")
        ]
