"""Stored data: tables, relations, reads, writes, joins and transactions of a small shop in two apps."""

from analyzer.connect import connect
from analyzer.model.facts import FileFacts
from analyzer.model.graph import Column, Graph, Join, Relation, Transaction, TransactionStep
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

CUSTOMERS = """\
from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Customer(Stamped):
    name = models.CharField(max_length=80)
"""
ORDERS = """\
from django.db import models

from customers.models import Stamped


class OrderQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state="open")


class Order(Stamped):
    customer = models.ForeignKey("customers.Customer", on_delete=models.PROTECT, related_name="orders")
    state = models.CharField(max_length=10)
    objects = OrderQuerySet.as_manager()
"""
SERVICES = """\
from django.db import transaction

from customers.models import Customer
from orders.models import Order


@transaction.atomic
def place(customer_id):
    customer = Customer.objects.get(pk=customer_id)
    order = Order.objects.create(customer=customer)
    rename(order)
    return order


def rename(order: Order):
    order.customer.name = "x"
    order.customer.save()


def late():
    return Order.objects.open().filter(customer__name="x").filter(customer=1)


def all_of(customer: Customer):
    for order in customer.orders.all():
        order.delete()
"""
FILES = {"customers/models.py": CUSTOMERS, "orders/models.py": ORDERS, "orders/services.py": SERVICES}
CUSTOMER, ORDER = "table::customers_customer", "table::orders_order"


def graph() -> Graph:
    facts: list[FileFacts] = []
    for path, code in FILES.items():
        facts.append(read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()))
    return connect(facts, resolve(facts))


def test_tables_have_the_columns_of_their_abstract_bases() -> None:
    tables = graph().tables
    assert [(table.key, table.element) for table in tables] == [
        (CUSTOMER, "customers/models.py::Customer"),
        (ORDER, "orders/models.py::Order"),
    ]
    assert tables[1].columns[1] == Column(
        "customer_id", "integer", references=CUSTOMER, file="orders/models.py", line=12
    )
    assert [column.name for column in tables[1].columns] == ["id", "customer_id", "state", "created"]


def test_relations_lead_from_table_to_table() -> None:
    assert graph().relations == (
        Relation(
            source=ORDER,
            target=CUSTOMER,
            kind="foreign_key",
            field="customer",
            target_text="customers.Customer",
            on_delete="PROTECT",
            related_name="orders",
            through="",
            file="orders/models.py",
            line=12,
        ),
    )


def test_reads_and_writes_have_their_places() -> None:
    links = graph().links
    chosen = links[links["kind"].isin(["read", "write"]) & (links["file"] == "orders/services.py")]
    columns = ("source", "target", "kind", "line", "detail")
    place = "orders/services.py::"
    assert list(zip(*(chosen[column].tolist() for column in columns), strict=True)) == [
        (f"{place}all_of", ORDER, "read", 25, "all"),
        (f"{place}all_of", ORDER, "write", 26, "delete"),
        (f"{place}late", CUSTOMER, "read", 21, "customer"),
        (f"{place}late", ORDER, "read", 21, "filter"),
        (f"{place}place", CUSTOMER, "read", 9, "get"),
        (f"{place}place", ORDER, "write", 10, "create"),
        (f"{place}rename", CUSTOMER, "read", 16, "customer"),
        (f"{place}rename", CUSTOMER, "read", 17, "customer"),
        (f"{place}rename", CUSTOMER, "write", 17, "save"),
    ]


def test_only_a_path_that_enters_the_other_table_is_a_join() -> None:
    assert graph().joins == (
        Join("orders/services.py::late", (ORDER, CUSTOMER), "traversal", "customer__name", "orders/services.py", 21),
    )


def test_a_transaction_has_its_steps_in_order() -> None:
    assert graph().transactions == (
        Transaction(
            "orders/services.py::place",
            "atomic",
            "orders/services.py",
            9,
            12,
            (
                TransactionStep("read", CUSTOMER, 9),
                TransactionStep("write", ORDER, 10),
                TransactionStep("call", "orders/services.py::rename", 11),
            ),
        ),
    )


def test_a_method_of_the_managers_own_is_a_call() -> None:
    links = graph().links
    calls = links[(links["kind"] == "call") & (links["source"] == "orders/services.py::late")]
    assert calls["target"].tolist() == ["orders/models.py::OrderQuerySet.open"]


def test_without_knowledge_of_a_framework_there_are_no_tables() -> None:
    facts = [read(Source("m.py", "m"), b"class Model: ...\nclass Order(Model):\n    name = 1\n")]
    assert connect(facts, resolve(facts)).tables == ()


def test_what_only_tests_declare_or_ask_for_is_no_table() -> None:
    made_up = (
        "from django.db import models\n\nclass Fake(models.Model):\n    name = models.TextField()\n\n"
        "def test(cursor):\n    cursor.execute('SELECT * FROM invented JOIN customers_customer')\n"
        "    Fake.objects.all()\n"
    )
    sources = (
        (Source("customers/models.py", "customers.models"), CUSTOMERS),
        (Source("tests/test_rows.py", "tests.test_rows", role="test"), made_up),
    )
    facts = [read(source, code.encode()) for source, code in sources]
    graph = connect(facts, resolve(facts))
    assert [table.name for table in graph.tables] == ["customers_customer"]
    assert graph.joins == ()
    rows = graph.links[graph.links["kind"].isin(["read", "write"])]
    assert rows["target"].tolist() == ["table::customers_customer"]


def test_a_model_as_it_was_in_a_migration_does_not_own_the_table() -> None:
    then = "from sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n\n"
    then += "class Shop(Base):\n    __tablename__ = 'shops'\n    id = Column(Integer, primary_key=True)\n"
    sources = (
        (Source("a/versions/one.py", "a.versions.one", role="migration"), then),
        (Source("shop/models.py", "shop.models"), then),
    )
    facts = [read(source, code.encode()) for source, code in sources]
    assert [(one.name, one.file) for one in connect(facts, resolve(facts)).tables] == [("shops", "shop/models.py")]


def test_a_declarative_base_and_what_migrations_rename_are_no_tables() -> None:
    models = (
        "from sqlalchemy.orm import as_declarative, declared_attr\n\nclass Named:\n    @declared_attr\n"
        "    def __tablename__(cls):\n        return cls.__name__.lower()\n\n@as_declarative()\n"
        "class Base(Named):\n    pass\n\nclass Shop(Base):\n    id = Column(Integer, primary_key=True)\n"
    )
    change = "def upgrade(op):\n    op.execute('ALTER TABLE old RENAME TO shop')\n    op.execute('DROP TABLE older')\n"
    sources = (
        (Source("models.py", "models"), models),
        (Source("versions/one.py", "versions.one", role="migration"), change),
    )
    facts = [read(source, code.encode()) for source, code in sources]
    assert [one.name for one in connect(facts, resolve(facts)).tables] == ["shop"]


def test_table_names_held_in_constants_or_put_together() -> None:
    names = 'PREFIX = "shop_"\nAUDIT = PREFIX + "audit"\n'
    models = (
        "import os\nfrom django.db import models\nfrom sqlalchemy import Column, Integer, MetaData, Table\n"
        "from sqlalchemy.orm import declarative_base\nfrom names import AUDIT, PREFIX\n\n"
        'Base = declarative_base()\nmetadata = MetaData()\nLOG = "logs"\n\n'
        "class Audit(Base):\n    __tablename__ = AUDIT\n    id = Column(Integer, primary_key=True)\n\n"
        'class Entry(Base):\n    __tablename__ = f"{PREFIX}entries"\n    id = Column(Integer, primary_key=True)\n\n'
        'class Unknown(Base):\n    __tablename__ = os.environ["NAME"]\n    id = Column(Integer, primary_key=True)\n\n'
        'logs = Table(LOG, metadata, Column("id", Integer, primary_key=True))\n\n'
        'class Order(models.Model):\n    class Meta:\n        db_table = PREFIX + "orders"\n'
    )
    sources = ((Source("models.py", "models"), models), (Source("names.py", "names"), names))
    facts = [read(source, code.encode()) for source, code in sources]
    assert [(one.name, one.element) for one in connect(facts, resolve(facts)).tables] == [
        ("logs", ""),
        ("shop_audit", "models.py::Audit"),
        ("shop_entries", "models.py::Entry"),
        ("shop_orders", "models.py::Order"),
    ]
