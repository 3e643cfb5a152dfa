"""Rows that reach code by other ways than a call: events, tasks, a parameter's own name, a relation of many to many."""

import pytest

from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

MODELS = """\
from django.db import models

class Owner(models.Model):
    name = models.CharField(max_length=9)

class Shop(models.Model):
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE, related_name="shops")
    partners = models.ManyToManyField(Owner, related_name="partner_of")
    helpers = models.ManyToManyField(Owner, through="Help", related_name="+")
    name = models.CharField(max_length=9)
    open = models.BooleanField()

class Help(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)
    helper = models.ForeignKey(Owner, on_delete=models.CASCADE)

class Licence(models.Model):
    shop = models.OneToOneField(Shop, on_delete=models.CASCADE, related_name="licence")
"""
SIGNALS = "from django.dispatch import Signal\n\nopened = Signal()\nclosed = Signal()\n"
TASKS = "from app.models import Owner\nfrom celery import shared_task\n\n"


def accesses(code: str, **more: str) -> list[tuple[int, str, str]]:
    """Line, direction and table of each access in ``code``."""
    files = {"app/models.py": MODELS, "signals.py": SIGNALS, "code.py": code}
    files |= {f"{name}.py": text for name, text in more.items()}
    found = resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), text.encode()) for path, text in files.items()]
    )
    rows = {(one.line, one.kind, one.target) for one in found.links if one.file == "code.py"}
    return sorted((line, kind, end.removeprefix("table::")) for line, kind, end in rows if kind in ("read", "write"))


PUBLISH = "from app.models import Shop\nfrom signals import opened\n\ndef go(pk):\n    opened.send(None, place={})\n"
HEAR = "from django.dispatch import receiver\nfrom signals import {0}\n\n@receiver({0})\n"
HEAR += "def hear(sender, place, **more):\n"


def test_a_handler_is_given_what_is_published() -> None:
    code = HEAR.format("opened") + "    return place.owner\n"
    assert accesses(code, sends=PUBLISH.format("Shop.objects.get(pk=pk)")) == [(6, "read", "app_owner")]


def test_a_handler_of_another_event_is_given_nothing() -> None:
    code = HEAR.format("closed") + "    return place.owner\n"
    assert accesses(code, sends=PUBLISH.format("Shop.objects.get(pk=pk)")) == []


SENDERS = {
    "paint.delay(Shop.objects.get(pk=1), 'red')": True,
    "paint.delay(colour='red', place=Shop.objects.get(pk=1))": True,
    "paint.apply_async((Shop.objects.get(pk=1), 'red'), countdown=3)": True,
    "paint.apply_async(kwargs={'place': Shop.objects.get(pk=1)})": True,
    "paint.delay('red', Shop.objects.get(pk=1))": False,
    "paint.delay(*given)": False,
}


@pytest.mark.parametrize("sender", sorted(SENDERS))
@pytest.mark.parametrize("first", ["", "self, "])
def test_a_task_is_given_what_is_sent(sender: str, first: str) -> None:
    bound = "(bind=True)" if first else ""
    code = f"{TASKS}@shared_task{bound}\ndef paint({first}place, colour):\n    return place.owner\n"
    sends = f"from app.models import Shop\nfrom code import paint\n\ndef go(given):\n    {sender}\n"
    assert accesses(code, sends=sends) == ([(6, "read", "app_owner")] if SENDERS[sender] else [])


NAMED = {
    "def f(shop): return shop.owner": [(1, "read", "app_owner")],
    "def f(owner): return owner.shops.count()": [(1, "read", "app_shop")],
    "def f(shop): return shop.name, shop.open, shop.save()": [(1, "write", "app_shop")],
    "def f(shop): return shop.owner, shop.owner_id, shop.pk, shop.get_name_display()": [(1, "read", "app_owner")],
    "def f(shop): return shop.name, shop.save()": [],  # one plain attribute: much has a name
    "def f(shop): return shop.owner, shop.window": [],  # no shop of ours has a window
    "def f(shop: str): return shop.owner": [],
    "def f(place): return place.owner": [],
    "def f(shop=None): return shop.owner": [(1, "read", "app_owner")],
    "def f(shop='x'): return shop.owner": [],
}


@pytest.mark.parametrize("code", sorted(NAMED))
def test_a_parameter_nobody_fills_is_what_it_is_called_and_asked_for(code: str) -> None:
    assert accesses(code + "\n") == NAMED[code]


TIES = {
    "shop.partners.add(other)": [(4, "write", "app_shop")],
    "shop.partners.filter(name='x').exists()": [(4, "read", "app_owner"), (4, "read", "app_shop")],
    "other.partner_of.clear()": [(4, "write", "app_shop")],
    "shop.helpers.remove(other)": [(4, "write", "app_help")],
    "other.shops.add(shop)": [(4, "write", "app_shop")],
    "shop.helpers.create(name='x')": [(4, "write", "app_owner")],
    "getattr(shop, 'licence', None)": [(4, "read", "app_licence")],
    "getattr(shop, 'name', None)": [],
    "getattr(shop, other)": [],
    "hasattr(shop, 'licence')": [],
}


@pytest.mark.parametrize("code", sorted(TIES))
def test_what_ties_rows_is_written_where_the_relation_is(code: str) -> None:
    head = "from app.models import Owner, Shop\n\ndef f(shop: Shop, other: Owner):\n"
    assert accesses(f"{head}    {code}\n") == TIES[code]


def test_what_a_handler_reads_of_its_rows_is_known() -> None:
    code = HEAR.format("opened") + "    return place.name, place.owner.name, more, sender.name\n"
    files = {"app/models.py": MODELS, "signals.py": SIGNALS, "code.py": code}
    files["sends.py"] = PUBLISH.format("Shop.objects.get(pk=pk)")
    found = resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), text.encode()) for path, text in files.items()]
    )
    assert [(one.role, one.uses) for one in found.events] == [
        ("publish", ()),
        ("subscribe", ("place.name", "place.owner")),
    ]
