"""Views, forms, serializers and admin pages: the rows that their base classes get, hand over and save."""

from analyzer.connect import connect
from analyzer.model.graph import Graph
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

MODELS = """\
from django.db import models

class Owner(models.Model):
    name = models.CharField(max_length=9)

class Shop(models.Model):
    owner = models.ForeignKey(Owner, models.CASCADE)

class Sale(models.Model):
    shop = models.ForeignKey(Shop, models.CASCADE)
"""
VIEWS = """\
from django.views.generic import DetailView, FormView, UpdateView, View
from shop.forms import ShopForm
from shop.models import Shop

class Show(DetailView):
    model = Shop

    def owner(self):
        return self.object.owner

    def sales(self):
        return self.get_object().sale_set.count()

class Own(DetailView):
    def get_queryset(self):
        return Shop.objects.exclude(pk=1)

    def owner(self):
        return self.get_object().owner

class Change(UpdateView):
    form_class = ShopForm

    def form_valid(self, form):
        return form.save().owner

class Ask(FormView):
    def form_valid(self, form):
        return form.save()

class Plain(View):
    model = "shop"

    def get(self, request):
        return self.object.owner

class Elsewhere:
    model = Shop

    def owner(self):
        return self.object.owner
"""
FORMS = """\
from django import forms
from shop.models import Shop

class ShopForm(forms.ModelForm):
    class Meta:
        model = Shop

    def clean(self):
        return self.instance.owner

class Search(forms.Form):
    class Meta:
        model = Shop

    def clean(self):
        return self.instance.owner
"""
API = """\
from rest_framework import mixins, routers, serializers, viewsets
from shop.models import Shop

class ShopSerializer(serializers.ModelSerializer):
    class Meta:
        model = Shop

    def get_owner(self, shop):
        return shop.owner

class ShopViews(viewsets.ModelViewSet):
    queryset = Shop.objects.all()
    serializer_class = ShopSerializer

    def perform_create(self, serializer):
        serializer.save()

    def perform_destroy(self, instance):
        instance.delete()

class Listed(mixins.ListModelMixin, viewsets.GenericViewSet):
    queryset = Shop.objects.all()

    def retrieve(self, request, pk): ...

router = routers.SimpleRouter()
router.register("shops", ShopViews)
router.register("listed", Listed)
urlpatterns = router.urls
"""
ADMIN = """\
from django.contrib import admin
from shop.models import Sale, Shop

@admin.register(Shop)
class ShopAdmin(admin.ModelAdmin):
    def owner_name(self, obj):
        return obj.owner

    def close(self, request, queryset):
        queryset.update(owner=None)

    def other(self, request, thing):
        thing.update(owner=None)

class SaleAdmin(admin.ModelAdmin):
    def save_model(self, request, obj, form, change):
        obj.shop.owner.save()

admin.site.register(Sale, SaleAdmin)
"""


def graph_of(**files: str) -> Graph:
    sources = {"models": MODELS, **files}
    facts = [read(Source(f"shop/{name}.py", f"shop.{name}"), code.encode()) for name, code in sources.items()]
    return connect(facts, resolve(facts))


def touched(graph: Graph, file: str) -> list[str]:
    """Accesses inside functions of the file, tables without their prefix."""
    links = graph.links[graph.links["kind"].isin(["read", "write"]) & (graph.links["file"] == file)]
    rows = zip(links["source"], links["kind"], links["target"], strict=True)
    found = {f"{source.partition('::')[2]} {kind} {target.partition('_')[2]}" for source, kind, target in rows}
    return sorted(one for one in found if "." in one)


def test_views_read_the_rows_they_show() -> None:
    assert touched(graph_of(views=VIEWS, forms=FORMS), "shop/views.py") == [
        "Change.form_valid read owner",
        "Change.form_valid write shop",
        "Own.get_queryset read shop",
        "Own.owner read owner",
        "Own.owner read shop",
        "Show.owner read owner",
        "Show.sales read sale",
        "Show.sales read shop",
    ]


def test_forms_have_the_instance_of_their_model() -> None:
    assert touched(graph_of(forms=FORMS), "shop/forms.py") == ["ShopForm.clean read owner"]


def test_serializers_and_view_sets_save_and_delete_rows() -> None:
    assert touched(graph_of(api=API), "shop/api.py") == [
        "ShopSerializer.get_owner read owner",
        "ShopViews.perform_create write shop",
        "ShopViews.perform_destroy write shop",
    ]


def test_a_router_publishes_the_actions_that_a_view_set_has() -> None:
    found = [(one.path, one.methods, one.element.partition("::")[2]) for one in graph_of(api=API).routes]
    assert found == [
        ("/listed/", ("GET",), "Listed"),
        ("/listed/{pk}/", ("GET",), "Listed.retrieve"),
        ("/shops/", ("GET",), "ShopViews"),
        ("/shops/", ("POST",), "ShopViews"),
        ("/shops/{pk}/", ("DELETE",), "ShopViews"),
        ("/shops/{pk}/", ("GET",), "ShopViews"),
        ("/shops/{pk}/", ("PATCH",), "ShopViews"),
        ("/shops/{pk}/", ("PUT",), "ShopViews"),
    ]


def test_a_view_says_which_methods_it_answers() -> None:
    views = (
        "from django.views.decorators.http import require_POST\n"
        "from rest_framework.decorators import api_view\n"
        "@require_POST\ndef pay(request): ...\n\n@api_view(['GET', 'PUT'])\ndef order(request): ...\n\n"
        "def home(request): ...\n"
    )
    urls = (
        "from django.urls import path\nfrom shop import views\n"
        "urlpatterns = [path('pay/', views.pay), path('order/', views.order), path('', views.home)]\n"
    )
    assert [(one.path, one.methods) for one in graph_of(views=views, urls=urls).routes] == [
        ("/", ()),
        ("/order/", ("GET", "PUT")),
        ("/pay/", ("POST",)),
    ]


def test_admin_pages_are_given_rows_of_the_model_they_are_registered_for() -> None:
    assert touched(graph_of(admin=ADMIN), "shop/admin.py") == [
        "SaleAdmin.save_model read owner",
        "SaleAdmin.save_model read shop",
        "SaleAdmin.save_model write owner",
        "ShopAdmin.close write shop",
        "ShopAdmin.owner_name read owner",
    ]
