"""The admin of every area, in one file."""

from datetime import timedelta

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.utils import timezone

from catalogue.models import Brand, Category, Product, Review, Variant
from catalogue.services import approve_review, publish_product, retire_product
from common.exceptions import InvalidState
from customers.models import Address, LoyaltyAccount, User
from inventory.models import PurchaseOrder, StockItem, Supplier, Warehouse
from inventory.services import receive_purchase_order
from notifications.models import Message, MessageTemplate
from orders.models import Order, OrderEvent, OrderLine, ReturnRequest
from payments.models import GiftCard, Invoice, Payment
from promotions.models import Campaign, CampaignProduct, Coupon
from promotions.services import start_campaign
from shipping.models import Carrier, Shipment, ShippingMethod, Zone
from shop.celery import app

admin.site.register([Brand, Supplier, Warehouse, Carrier, Zone, ShippingMethod])
admin.site.register([MessageTemplate, GiftCard, Address, LoyaltyAccount])


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin):
    list_display = ("name", "parent", "position")
    actions = ["start_week", "warm"]

    @admin.action(description="Ten percent off for a week")
    def start_week(self, request, queryset):
        now = timezone.now()
        for category in queryset:
            products = Product.objects.on_sale().filter(category__in=category.descendant_ids())
            name = f"Week of {category.name}"
            start_campaign(name, products, 10, now, now + timedelta(days=7))

    @admin.action(description="Warm the price cache before a newsletter")
    def warm(self, request, queryset):
        for category in queryset:
            app.send_task("shop.tasks.warm_price_cache", args=[category.slug])


@admin.register(User)
class CustomerAdmin(UserAdmin):
    list_display = ("email", "segment", "role", "is_staff")
    search_fields = ("email", "last_name")
    fieldsets = (*UserAdmin.fieldsets, ("Shop", {"fields": ("segment", "role", "vat_number")}))


class VariantInline(admin.TabularInline):
    model = Variant
    extra = 0


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
    list_display = ("name", "status", "category", "supplier", "rating")
    list_filter = ("status", "category")
    search_fields = ("name", "variants__sku", "supplier__name")
    inlines = [VariantInline]
    actions = ["publish", "retire"]

    @admin.action(description="Publish")
    def publish(self, request, queryset):
        for product in queryset:
            try:
                publish_product(product)
            except InvalidState as error:
                self.message_user(request, str(error), messages.ERROR)

    @admin.action(description="Retire")
    def retire(self, request, queryset):
        removed = sum(retire_product(product) for product in queryset)
        self.message_user(request, f"Removed from {removed} carts.")


@admin.register(Review)
class ReviewAdmin(admin.ModelAdmin):
    list_display = ("product", "author", "stars", "approved")
    actions = ["approve"]

    @admin.action(description="Approve")
    def approve(self, request, queryset):
        for review in queryset:
            approve_review(review)


@admin.register(StockItem)
class StockItemAdmin(admin.ModelAdmin):
    list_display = ("variant", "warehouse", "on_hand", "reserved", "shelf")
    search_fields = ("variant__sku", "variant__product__name")


@admin.register(PurchaseOrder)
class PurchaseOrderAdmin(admin.ModelAdmin):
    list_display = ("supplier", "warehouse", "status", "expected_on")
    actions = ["receive"]

    @admin.action(description="Book as received")
    def receive(self, request, queryset):
        total = sum(receive_purchase_order(each) for each in queryset)
        self.message_user(request, f"{total} pieces booked.")


class OrderLineInline(admin.TabularInline):
    model = OrderLine
    extra = 0
    raw_id_fields = ("variant",)


class OrderEventInline(admin.TabularInline):
    model = OrderEvent
    extra = 0
    readonly_fields = ("at", "what", "actor")


class PaymentInline(admin.TabularInline):
    model = Payment
    extra = 0


class ShipmentInline(admin.TabularInline):
    model = Shipment
    extra = 0


@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    list_display = ("number", "user", "status", "total", "placed_at")
    list_filter = ("status", "channel", "shipping_method__carrier")
    search_fields = ("number", "email", "user__last_name", "invoice__number")
    inlines = [OrderLineInline, PaymentInline, ShipmentInline, OrderEventInline]
    actions = ["cancel"]

    @admin.action(description="Cancel")
    def cancel(self, request, queryset):
        for order in queryset:
            order.cancel(actor=request.user, reason="cancelled by staff")


@admin.register(ReturnRequest)
class ReturnAdmin(admin.ModelAdmin):
    list_display = ("number", "order", "status")


class CampaignProductInline(admin.TabularInline):
    model = CampaignProduct
    extra = 1


@admin.register(Campaign)
class CampaignAdmin(admin.ModelAdmin):
    list_display = ("name", "starts_at", "ends_at")
    inlines = [CampaignProductInline]


@admin.register(Coupon)
class CouponAdmin(admin.ModelAdmin):
    list_display = ("code", "kind", "value", "times_used", "valid_until")
    filter_horizontal = ("categories",)


@admin.register(Invoice)
class InvoiceAdmin(admin.ModelAdmin):
    list_display = ("number", "order", "gross", "issued_on")
    search_fields = ("number", "order__number", "customer__email")


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    list_display = ("to", "subject", "status", "created_at")
    list_filter = ("status",)
