"""Queries that cross relations: through managers that call their bases, inside functions, counted and added up."""

import pytest

from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def resolved(files: dict[str, str]) -> Resolution:
    return resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()]
    )


MODELS = """\
from django.db import models
from django.db.models import Count, F, Q, Sum
from visible import VisibleManager

class ShopManager(VisibleManager):
    def open(self):
        return self.get_queryset().filter(closed=False)

class Owner(models.Model):
    name = models.CharField(max_length=9)

class Shop(models.Model):
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE)
    closed = models.BooleanField()
    objects = ShopManager()

class Sale(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="sales")
    total = models.IntegerField()
"""

VISIBLE = """\
from django.db import models

class VisibleManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(hidden=False)
"""

QUERIES = {
    "Shop.objects.open().filter(owner__name=x)": ("traversal", "app_shop app_owner"),
    "Shop.objects.filter(Q(closed=True) | ~Q(owner__name=x))": ("traversal", "app_shop app_owner"),
    "Shop.objects.filter(name=F('owner__name'))": ("traversal", "app_shop app_owner"),
    "Sale.objects.latest('-shop__closed')": ("traversal", "app_sale app_shop"),
    "Sale.objects.latest('-total')": None,
    "Shop.objects.select_related('owner')": ("select_related", "app_shop app_owner"),
    "Shop.objects.annotate(sold=Sum('sales__total'))": ("aggregate", "app_shop app_sale"),
    "Shop.objects.annotate(n=Coalesce(Count('sales', distinct=True), 0))": ("aggregate", "app_shop app_sale"),
    "Sale.objects.values('shop__owner__name').annotate(n=Sum('total'))": ("aggregate", "app_sale app_shop app_owner"),
    "Sale.objects.aggregate(n=Sum('total', filter=Q(shop__closed=True)))": ("aggregate", "app_sale app_shop"),
    "Shop.objects.filter(name='owner__name')": None,
    "Shop.objects.annotate(n=Value('sales'))": None,
    "Sale.objects.aggregate(n=Sum('total'))": None,
}


@pytest.mark.parametrize("query", sorted(QUERIES))
def test_a_query_joins_the_tables_behind_its_paths(query: str) -> None:
    asked = "from app.models import *\n\ndef ask(x):\n    return {}\n"
    found = resolved({"app/models.py": MODELS, "visible.py": VISIBLE, "asks.py": asked.format(query)})
    joins = [(one.how, " ".join(one.tables).replace("table::", "")) for one in found.joins]
    assert joins == ([QUERIES[query]] if QUERIES[query] else [])


def test_a_query_that_groups_or_counts_is_an_aggregate_in_sqlalchemy_too() -> None:
    start = (
        "from sqlalchemy import Column, ForeignKey, Integer, func, select\n"
        "from sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n\n"
        "class Owner(Base):\n    __tablename__ = 'owners'\n    id = Column(Integer, primary_key=True)\n\n"
        "class Shop(Base):\n    __tablename__ = 'shops'\n    id = Column(Integer, primary_key=True)\n"
        "    owner_id = Column(ForeignKey('owners.id'))\n\n"
    )
    asked = (
        "def count(session):\n"
        "    return session.query(Owner, func.count(Shop.id).label('n')).join(Shop).group_by(Owner.id)\n\n"
        "def plain(session):\n    return session.execute(select(Owner).join(Shop))\n"
    )
    assert [(one.element, one.how) for one in resolved({"app.py": start + asked}).joins] == [
        ("app.py::count", "aggregate"),
        ("app.py::plain", "query"),
    ]
