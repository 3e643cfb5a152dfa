"""What the Django dialect says about small pieces of code."""

from analyzer.model.page import Example

EXAMPLES = (
    Example(
        "A model with columns and relations",
        """\
from django.conf import settings
from django.db import models

class Order(models.Model):
    class Status(models.TextChoices):
        NEW = "new", "New"
        PAID = "paid", "Paid"

    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="orders")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    parent = models.ForeignKey("self", models.CASCADE, null=True)
    products = models.ManyToManyField("catalogue.Product", through="OrderLine")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.NEW)
    total = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        db_table = "shop_orders"
""",
        (
            "known_base django.db.models.Model",
            "known_base django.db.models.TextChoices",
            "collection_type django.db.models.Manager",
            (
                "table scope=Order line=4 name='shop_orders' [customer_id:integer references=customers.Customer] "
                "[placed_by_id:integer nullable references=settings.AUTH_USER_MODEL] [parent_id:integer nullable "
                "references=self] [status:string(10) has_default choices=new|paid] [total:decimal(12.2)]"
            ),
            (
                "relation scope=Order field='customer' kind='foreign_key' line=9 target_text='customers.Customer' "
                "on_delete='PROTECT' related_name='orders' reverse_default='{class}_set'"
            ),
            (
                "relation scope=Order field='placed_by' kind='foreign_key' line=10 target=settings.AUTH_USER_MODEL "
                "setting='AUTH_USER_MODEL' on_delete='SET_NULL' reverse_default='{class}_set'"
            ),
            (
                "relation scope=Order field='parent' kind='foreign_key' line=11 target_text='self' "
                "on_delete='CASCADE' reverse_default='{class}_set'"
            ),
            (
                "relation scope=Order field='products' kind='many_to_many' line=12 target_text='catalogue.Product' "
                "reverse_default='{class}_set' through_text='OrderLine' is_collection=True"
            ),
            "setting_use scope=Order name='AUTH_USER_MODEL' line=10",
        ),
        "shop.orders.models",
    ),
    Example(
        "Abstract and proxy models, bases from packages, generic relations",
        """\
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.db import models
from mptt.models import MPTTModel

class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

class Category(MPTTModel):
    name = models.SlugField(unique=True)
    notes = GenericRelation(Note)

class Note(Stamped):
    target = GenericForeignKey("content_type", "object_id")

class PublicCategory(Category):
    class Meta:
        proxy = True
""",
        (
            "known_base django.db.models.Model",
            "collection_type django.db.models.Manager",
            "table scope=Stamped line=5 abstract=True [created:datetime has_default]",
            "known_base mptt.models.MPTTModel",
            "table scope=Category line=11 [name:string(50) unique]",
            "relation scope=Category field='notes' kind='generic' line=13 target=Note is_collection=True column=False",
            "table scope=Note line=15",
            "relation scope=Note field='target' kind='generic' line=16",
            "table scope=PublicCategory line=18 proxy=True",
        ),
        "shop.catalogue.models",
    ),
    Example(
        "Classes that look like models and are none",
        """\
from django import forms

class OrderForm(forms.Form):
    name = forms.CharField(max_length=10)
""",
        ("known_base django.forms.Form",),
        "shop.orders.forms",
    ),
    Example(
        "URLs: converters, regular expressions, nested includes, decorated views",
        """\
from django.contrib.auth.decorators import login_required
from django.urls import include, path, re_path
from shop.orders import views

extra = [path("refund/", views.refund)]

urlpatterns = [
    path("<int:pk>/", login_required(views.OrderView.as_view()), name="order"),
    re_path(r"^archive/(?P<year>[0-9]{4})/$", views.archive),
    path("staff/", include([path("open/", views.open_orders)])),
    path("more/", include(extra)),
    path("stock/", include("shop.stock.urls")),
    path("api/", include(router.urls)),
    path("admin/", admin.site.urls),
]
urlpatterns += router.urls + extra
handler404 = "shop.orders.views.missing"
""",
        (
            "entry_point function=module line=17 what='error view' target_text='shop.orders.views.missing'",
            "mount scope=module child=router line=16",
            "mount scope=module child=[path('refund/', views.refund)] line=16",
            "route scope=module path='refund/' target=views.refund line=5 router=[path('refund/', views.refund)]",
            (
                "route scope=module path='{pk}/' target=views.OrderView line=8 name='order' "
                "authentication='login_required'"
            ),
            "route scope=module path='archive/{year}/' target=views.archive line=9",
            "route scope=module path='staff/open/' target=views.open_orders line=10",
            "mount scope=module prefix='more/' child=[path('refund/', views.refund)] line=11",
            "mount scope=module prefix='stock/' line=12 child_text='shop.stock.urls'",
            "mount scope=module prefix='api/' child=router line=13",
            "mount scope=module prefix='admin/' child=admin.site line=14",
        ),
        "shop.orders.urls",
    ),
    Example(
        "Views that answer some methods only",
        """\
from django.views.decorators.http import require_http_methods, require_POST
from rest_framework.decorators import api_view

@require_POST
def pay(request): ...

@require_http_methods(["GET", "delete"])
def order(request): ...

@api_view(["PUT"])
def change(request): ...

def any_method(request): ...
""",
        (
            "answers function=pay methods=POST line=5",
            "answers function=order methods=DELETE,GET line=8",
            "answers function=change methods=PUT line=11",
        ),
        "shop.orders.views",
    ),
    Example(
        "Transactions and what waits for their end",
        """\
from django.db import transaction

@transaction.atomic
def place(order):
    order.save()
    transaction.on_commit(notify)

def cancel(order):
    with transaction.atomic():
        order.delete()
""",
        (
            "collection_type django.db.models.Manager",
            "transaction scope=place how='atomic' line=5 end_line=6",
            "transaction scope=cancel how='atomic' line=9 end_line=10",
            "task_send scope=place how='on_commit' line=6 target=notify",
        ),
        "shop.orders.services",
    ),
    Example(
        "Admin pages, forms and views that stand for a model",
        """\
from django.contrib import admin
from django import forms
from django.views.generic import ListView
from shop.orders.models import Line, Order

@admin.register(Order)
class OrderAdmin(admin.ModelAdmin): ...

admin.site.register(Line)

class OrderForm(forms.ModelForm):
    class Meta:
        model = Order

class OrderList(ListView):
    model = Order
""",
        (
            "known_base django.contrib.admin.ModelAdmin",
            "known_base django.forms.ModelForm",
            "known_base django.views.generic.ListView",
            "entry_point function=OrderAdmin line=7 target=OrderAdmin what='admin'",
            "table_use scope=OrderAdmin value=Order access='write' how='admin' line=7",
            "shown holder=OrderAdmin value=Order line=7",
            "table_use scope=OrderForm value=Order access='write' how='form' line=13",
            "table_use scope=OrderList value=Order access='read' how='view' line=16",
            "entry_point function=module line=9 what='admin'",
            "table_use scope=module value=Line access='write' how='admin' line=9",
        ),
        "shop.orders.admin",
    ),
    Example(
        "Settings in use, app labels, code loaded by name, template tags",
        """\
from django import template
from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.module_loading import import_string

register = template.Library()

class OrdersConfig(AppConfig):
    name = "shop.orders"
    label = "shop_orders"

@register.simple_tag
def total(order):
    backend = import_string("shop.pricing.Backend")
    line = apps.get_model("shop_orders", "Line")
    return settings.CURRENCY

register.filter("plain", plain)
queryset.filter(plain)
""",
        (
            "known_base django.apps.AppConfig",
            "known_call django.utils.module_loading.import_string",
            "setting_use scope=total name='CURRENCY' line=16",
            "table_prefix package='shop.orders' prefix='shop_orders' line=8",
            "named_code scope=total text='shop.pricing.Backend' line=14 value=import_string('shop.pricing.Backend')",
            "named_code scope=total text='shop_orders.Line' line=15 value=apps.get_model('shop_orders', 'Line')",
            "entry_point function=total line=13 target=total what='template tag'",
            "entry_point function=module line=18 target=plain what='template tag'",
        ),
        "shop.orders.apps",
    ),
    Example(
        "Tables in migrations",
        """\
from django.db import migrations, models

class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            name="Coupon",
            fields=[
                ("id", models.AutoField(primary_key=True)),
                ("code", models.CharField(max_length=20, unique=True)),
                ("order", models.ForeignKey("orders.Order", models.CASCADE)),
            ],
        ),
        migrations.DeleteModel("Voucher"),
        migrations.RenameModel("Offer", "Discount"),
    ]
""",
        (
            "collection_type django.db.models.Manager",
            (
                "table scope=Migration line=5 name='{app}_coupon' app='promotions' "
                "value=migrations.CreateModel(name='Coupon', fields=[('... evidence='migration' [id:integer "
                "primary_key unique] [code:string(20) unique] [order_id:integer references=orders.Order]"
            ),
            "table scope=Migration line=13 name='{app}_voucher' app='promotions' evidence='dropped'",
            "table scope=Migration line=14 name='{app}_offer' app='promotions' evidence='dropped'",
        ),
        "shop.promotions.migrations.0001_initial",
    ),
)
