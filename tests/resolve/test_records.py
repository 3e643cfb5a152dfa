"""What framework facts become once the whole codebase is known: routes, tasks, events, state, loaded code."""

from analyzer.model.graph import Event, Relation, State, Task
from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve


def resolved(files: dict[str, str]) -> Resolution:
    facts = []
    for path, code in files.items():
        is_package = path.endswith("__init__.py")
        module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        facts.append(read(Source(path, module, is_package=is_package), code.encode()))
    return resolve(facts)


def links(found: Resolution, *kinds: str) -> list[tuple[str, str, str, int]]:
    return sorted((one.source, one.target, one.kind, one.line) for one in found.links if one.kind in kinds)


def test_a_route_leads_to_the_view_as_written_not_to_its_decorators_wrapper() -> None:
    found = resolved(
        {
            "guard.py": (
                "def staff(view):\n    def wrapper(request):\n        return view(request)\n    return wrapper\n"
            ),
            "orders/views.py": "from guard import staff\n\n@staff\ndef slip(request): ...\n",
            "orders/urls.py": (
                "from django.urls import path\nfrom orders import views\n\nurlpatterns = [path('slip/', views.slip)]\n"
            ),
            "urls.py": (
                "from django.urls import include, path\n\nurlpatterns = [path('orders/', include('orders.urls'))]\n"
            ),
        }
    )
    assert [(one.path, one.element) for one in found.routes] == [("/orders/slip/", "orders/views.py::slip")]


def test_class_decorators_that_give_back_the_class_keep_classes_apart() -> None:
    found = resolved(
        {
            "marks.py": "def mark(*names):\n    def inner(kind):\n        return kind\n    return inner\n",
            "shop/a.py": (
                "from django.db import models\nfrom marks import mark\n\n"
                "@mark('x')\nclass A(models.Model): ...\n\n@mark('y')\nclass B(models.Model): ...\n\n"
                "def first():\n    return A.objects.get(pk=1)\n"
            ),
        }
    )
    assert links(found, "read") == [("shop/a.py::first", "table::shop_a", "read", 11)]


def test_code_loaded_by_name_is_that_code() -> None:
    found = resolved(
        {
            "loading.py": "def get_model(app, name): ...\n",
            "orders/models.py": "from django.db import models\n\nclass Order(models.Model): ...\n",
            "stock/views.py": (
                "from loading import get_model\n\nOrder = get_model('orders', 'Order')\n\n"
                "def close():\n    Order.objects.filter(pk=1).update(open=False)\n"
            ),
        }
    )
    assert links(found, "write") == [("stock/views.py::close", "table::orders_order", "write", 6)]


def test_cache_entries_meet_by_their_key_across_files() -> None:
    found = resolved(
        {
            "keys.py": "CARD = 'card:%s'\n",
            "a.py": (
                "from django.core.cache import cache\nfrom keys import CARD\n\n"
                "def show(k):\n    return cache.get(CARD % k)\n"
            ),
            "b.py": (
                "from django.core.cache import cache\nfrom keys import CARD\n\n"
                "def drop(k):\n    cache.delete(CARD % k)\n"
            ),
        }
    )
    assert found.states == (
        State("b.py::drop", "cache", "CARD", "a.py", 5, (("b.py::drop", "b.py", 5),), (("a.py::show", "a.py", 5),)),
    )


def test_module_state_is_what_functions_write_and_others_read() -> None:
    found = resolved(
        {
            "rates.py": "RATES = {}\nNAMES = []\n\ndef load(x):\n    RATES[x] = 1\n",
            "shop.py": (
                "from rates import NAMES, RATES\n\ndef price(x):\n"
                "    return RATES[x], NAMES\n\ndef fix():\n    RATES.clear()\n"
            ),
        }
    )
    assert [(one.element, one.how, one.writes, one.reads) for one in found.states] == [
        (
            "rates.py::RATES",
            "global",
            (("rates.py::load", "rates.py", 5), ("shop.py::fix", "shop.py", 7)),
            (("shop.py::price", "shop.py", 4),),
        )
    ]


def test_tasks_are_sent_by_function_and_by_name() -> None:
    found = resolved(
        {
            "app.py": "app = make_app()\n",
            "tasks.py": (
                "from app import app\n\n@app.task(name='shop.mail')\ndef mail(x): ...\n\n@app.task\ndef tidy(): ...\n"
            ),
            "shop.py": (
                "from app import app\nfrom tasks import tidy\n\ndef order():\n"
                "    tidy.delay()\n    app.send_task('shop.mail')\n"
            ),
        }
    )
    assert found.tasks == (
        Task("tasks.py::mail", "shop.mail", "", "", "tasks.py", 4),
        Task("tasks.py::tidy", "tasks.tidy", "", "", "tasks.py", 7),
    )
    assert links(found, "task") == [
        ("shop.py::order", "tasks.py::mail", "task", 6),
        ("shop.py::order", "tasks.py::tidy", "task", 5),
    ]


def test_outside_signals_have_one_name_everywhere_and_tie_to_their_sender() -> None:
    found = resolved(
        {
            "orders/models.py": "from django.db import models\n\nclass Order(models.Model): ...\n",
            "stock/handlers.py": (
                "from django.db.models.signals import post_save\nfrom django.dispatch import receiver\n\n"
                "@receiver(post_save, sender='orders.Order')\ndef reserve(sender, **more): ...\n"
            ),
        }
    )
    assert found.events == (
        Event(
            "django.db.models.signals.post_save",
            "subscribe",
            "stock/handlers.py::reserve",
            "orders/models.py::Order",
            (),
            "stock/handlers.py",
            4,
        ),
    )
    assert links(found, "subscribe") == [("stock/handlers.py::reserve", "orders/models.py::Order", "subscribe", 4)]


def test_tables_named_by_their_base_and_keys_by_text() -> None:
    found = resolved(
        {
            "base.py": (
                "from sqlalchemy.orm import DeclarativeBase, declared_attr\n\nclass Base(DeclarativeBase):\n"
                "    @declared_attr\n    def __tablename__(cls):\n        return to_snake(cls.__name__)\n"
            ),
            "shop.py": (
                "from sqlalchemy import ForeignKey\n"
                "from sqlalchemy.orm import Mapped, mapped_column\nfrom base import Base\n\n"
                "class OrderLine(Base):\n    id: Mapped[int] = mapped_column(primary_key=True)\n\n"
                "class Tag(Base):\n    line_id: Mapped[int] = mapped_column(ForeignKey('order_line.id'))\n"
            ),
        }
    )
    assert [one.name for one in found.tables] == ["order_line", "tag"]
    assert found.relations == (
        Relation(
            "table::tag", "table::order_line", "foreign_key", "line_id", "order_line.id", "", "+", "", "shop.py", 9
        ),
    )


def test_proxies_share_and_abstract_models_have_no_table() -> None:
    found = resolved(
        {
            "orders/models.py": (
                "from django.contrib.auth.models import Group\n"
                "from mptt.models import MPTTModel\nfrom django.db import models\n\n"
                "class Node(MPTTModel):\n    name = models.TextField()\n\n"
                "class Open(Node):\n    class Meta:\n        proxy = True\n\n"
                "class Staff(Group):\n    class Meta:\n        proxy = True\n\n"
                "class Leaf(Node): ...\n"
            )
        }
    )
    assert [(one.name, one.element) for one in found.tables] == [
        ("orders_leaf", "orders/models.py::Leaf"),
        ("orders_node", "orders/models.py::Node"),
    ]
