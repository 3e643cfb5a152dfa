"""Events of frameworks: one name for one signal, what is no signal at all, and the instance that handlers get."""

import pytest

from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def resolved(files: dict[str, str]) -> Resolution:
    return resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()]
    )


WAYS = {
    "a.py": "from django.db.models import signals\nfrom django.dispatch import receiver\n\n"
    "@receiver(signals.post_save)\ndef hear(sender, **more): ...\n",
    "b.py": "import django.db.models.signals as s\n\ndef hear(sender, **more): ...\n\ns.post_save.connect(hear)\n",
    "c.py": "from common import post_save\n\ndef hear(sender, **more): ...\n\npost_save.connect(hear)\n",
    "common.py": "try:\n    from django.db.models.signals import post_save\n"
    "except ImportError:\n    post_save = None\n",
    "d.py": "from django.db.models.signals import *\n\ndef hear(sender, **more): ...\n\npost_save.connect(hear)\n",
}


def test_a_signal_has_one_name_however_it_is_imported() -> None:
    found = [(one.event, one.element) for one in resolved(WAYS).events]
    assert found == [("django.db.models.signals.post_save", f"{file}.py::hear") for file in "abcd"]


def test_a_signal_that_is_asked_for_by_name_is_the_same_everywhere() -> None:
    found = resolved(
        {
            "stock.py": "import blinker\n\npaid = blinker.signal('paid')\n\n@paid.connect\ndef reserve(sender): ...\n",
            "orders.py": "from blinker import signal\n\ndone = signal('paid')\n\n"
            "def pay(app): done.send(app, order=1)\n",
            "mail.py": "from blinker import signal\n\ndef tell(app): signal('paid').send(app, order=1)\n",
        }
    ).events
    assert [(one.event, one.role, one.element) for one in found] == [
        ("paid", "publish", "mail.py::tell"),
        ("paid", "publish", "orders.py::pay"),
        ("paid", "subscribe", "stock.py::reserve"),
    ]


def test_what_connects_and_sends_without_being_a_signal_is_no_event() -> None:
    found = resolved(
        {
            "store.py": "import ftplib\nimport sqlite3\n\nimport requests\n\n"
            "class Store:\n    @property\n    def path(self): ...\n\n    def open(self, host):\n"
            "        sqlite3.connect(self.path)\n        link = ftplib.FTP()\n        link.connect(host)\n"
            "        requests.Session().send(host, timeout=3)\n",
            "mail.py": "class Letter:\n    def send(self, to, **more): ...\n\ndef write(to):\n"
            "    letter = Letter()\n    letter.send(to, soon=True)\n",
        }
    )
    assert found.events == ()


MODELS = """\
from django.db import models
from django.dispatch import Signal

class User(models.Model): ...
class Shop(models.Model):
    owner = models.ForeignKey(User, on_delete=models.CASCADE)
"""

HANDLERS = {
    "by class": "@receiver(post_save, sender=Shop)\ndef hear(sender, instance, **more):\n"
    "    return instance.owner.pk\n",
    "by text": "@receiver(post_save, sender='shops.Shop')\ndef hear(sender, instance, **more):\n"
    "    return instance.owner.pk\n",
    "connected": "def hear(sender, instance, **more):\n    return instance.owner.pk\n\n"
    "post_save.connect(hear, sender=Shop)\n",
}


@pytest.mark.parametrize("way", sorted(HANDLERS))
def test_the_instance_of_a_save_handler_is_one_of_its_sender(way: str) -> None:
    start = "from django.db.models.signals import post_save\nfrom django.dispatch import receiver\n"
    found = resolved(
        {
            "shops/models.py": MODELS,
            "people/handlers.py": f"{start}from shops.models import Shop\n\n{HANDLERS[way]}",
        }
    )
    reads = [(one.source, one.target) for one in found.links if one.kind == "read"]
    assert reads == [("people/handlers.py::hear", "table::shops_user")]


def test_the_instance_of_a_handler_without_sender_or_of_a_setting() -> None:
    start = "from django.conf import settings\nfrom django.db.models.signals import post_save\n"
    found = resolved(
        {
            "settings.py": "AUTH_USER_MODEL = 'shops.User'\n",
            "shops/models.py": MODELS,
            "people/handlers.py": f"{start}\ndef any(sender, instance, **more):\n    instance.save()\n\n"
            "post_save.connect(any)\n\ndef user(sender, instance, **more):\n    instance.save()\n\n"
            "post_save.connect(user, sender=settings.AUTH_USER_MODEL)\n",
        }
    )
    writes = [(one.source, one.target, one.line) for one in found.links if one.kind == "write"]
    assert writes == [("people/handlers.py::user", "table::shops_user", 10)]


def test_the_row_that_hears_of_its_own_save() -> None:
    found = resolved(
        {
            "models.py": "from sqlalchemy import Column, ForeignKey, Integer\n"
            "from sqlalchemy.orm import declarative_base, relationship\n\nBase = declarative_base()\n\n"
            "class User(Base):\n    __tablename__ = 'users'\n    id = Column(Integer, primary_key=True)\n\n"
            "class Shop(Base):\n    __tablename__ = 'shops'\n    id = Column(Integer, primary_key=True)\n"
            "    owner_id = Column(ForeignKey('users.id'))\n    owner = relationship('User', uselist=False)\n",
            "index.py": "from sqlalchemy import event\n\nfrom models import Shop\n\n"
            "@event.listens_for(Shop, 'after_insert')\ndef hear(mapper, connection, target):\n"
            "    return target.owner.id\n",
        }
    )
    assert [(one.event, one.element, one.sender) for one in found.events] == [
        ("sqlalchemy.event.after_insert", "index.py::hear", "models.py::Shop")
    ]
    assert [(one.source, one.target) for one in found.links if one.kind == "read"] == [
        ("index.py::hear", "table::users")
    ]


def test_a_signal_may_be_sent_without_anything_and_heard_from_one_sender_by_name() -> None:
    found = resolved(
        {
            "signals.py": "from blinker import Namespace\n\nspace = Namespace()\nitems = space.signal('items')\n",
            "menus.py": "import signals\n\n@signals.items.connect_via('admin')\ndef extend(sender): ...\n",
            "pages.py": "import signals\n\ndef show(sock):\n    signals.items.send('pages')\n    signals.items.send()\n"
            "    sock.send(b'')\n    sock.items.send()\n",
        }
    )
    assert [(one.event, one.role, one.sender, one.line) for one in found.events] == [
        ("items", "publish", "'pages'", 4),
        ("items", "publish", "", 5),
        ("items", "subscribe", "'admin'", 3),
    ]
