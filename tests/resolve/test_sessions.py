"""Mapped classes behind a base of the codebase, and what sessions give, change and write without being told to."""

from analyzer.model.resolution import Resolution
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

SHOP = {
    "shop/extensions.py": "from flask_sqlalchemy import SQLAlchemy\n\ndb = SQLAlchemy()\n",
    "shop/models.py": """\
from shop.extensions import db

lines = db.Table("lines", db.Column("order_id", db.ForeignKey("order.id")), db.Column("n", db.Integer))

class Base(db.Model):
    __abstract__ = True
    id = db.Column(db.Integer, primary_key=True)

class Customer(Base):
    name = db.Column(db.String(20))
    orders = db.relationship("Order", back_populates="customer")

class VipCustomer(Customer):
    pass

class Order(Base):
    state = db.Column(db.String(9))
    customer_id = db.Column(db.ForeignKey(Customer.id))
    customer = db.relationship("Customer", back_populates="orders")
    parcels = db.relationship("Parcel", backref="order")

class Parcel(Base):
    order_id = db.Column(db.Integer, db.ForeignKey("order.id"))

class Mixin:
    noted = db.Column(db.Integer)
""",
    "shop/use.py": """\
from shop.extensions import db
from shop.models import Customer, Order, Parcel, VipCustomer
from sqlalchemy import select

def change(key):
    order = db.session.get(Order, key)
    order.state = "paid"
    order.customer.name = "x"
    order.seen = True

def one(key):
    return db.session.execute(select(Parcel).where(Parcel.id == key)).scalar_one().order

def listed():
    for parcel in Order.query.first().parcels:
        parcel.order_id = None

def vip():
    return VipCustomer.query.all()

class Cart:
    def __init__(self):
        self.state = "new"

def plain(cart: Cart, given):
    cart.state = "paid"
    given.state = "paid"
    return {}.get(Order, 1)
""",
}
APART = {
    "model.py": "class Note: ...\n\nclass Visit: ...\n",
    "mapping.py": """\
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import registry, relationship
from model import Note, Visit

mapper = registry()
visits = Table("visits", mapper.metadata, Column("id", Integer), schema="clinic")
notes = Table("notes", mapper.metadata, Column("id", Integer), Column("visit", Integer, ForeignKey("clinic.visits.id")))
mapper.map_imperatively(Visit, visits, properties={"notes": relationship(Note)})
mapper.map_imperatively(Note, notes, properties={"visit": relationship("Visit", uselist=False)})
""",
    "use.py": """\
from sqlalchemy.orm import Session
from model import Note, Visit

def note(session: Session):
    return session.query(Note).first().visit.notes[0]
""",
}


def resolved(files: dict[str, str]) -> Resolution:
    return resolve(
        [read(Source(path, path.removesuffix(".py").replace("/", ".")), code.encode()) for path, code in files.items()]
    )


def accesses(found: Resolution, file: str) -> list[str]:
    kept = [one for one in found.links if one.kind in ("read", "write") and one.file == file]
    return sorted({f"{one.source.partition('::')[2]} {one.kind} {one.target.partition('::')[2]}" for one in kept})


def test_tables_behind_a_base_of_the_codebase_have_names_and_keys() -> None:
    found = resolved(SHOP)
    assert [
        (one.name, one.element, [f"{column.name} {column.references}".strip() for column in one.columns])
        for one in found.tables
    ] == [
        ("customer", "shop/models.py::Customer", ["name", "id"]),
        ("lines", "", ["order_id table::order", "n"]),
        ("order", "shop/models.py::Order", ["state", "customer_id table::customer", "id"]),
        ("parcel", "shop/models.py::Parcel", ["order_id table::order", "id"]),
    ]


def test_rows_from_sessions_are_read_and_what_is_assigned_to_them_is_written() -> None:
    assert accesses(resolved(SHOP), "shop/use.py") == [
        "change read customer",
        "change read order",
        "change write customer",
        "change write order",
        "listed read order",
        "listed read parcel",
        "listed write parcel",
        "one read order",
        "one read parcel",
        "vip read customer",
    ]


def test_classes_mapped_in_another_file_have_their_relationships() -> None:
    found = resolved(APART)
    assert [(one.name, one.element) for one in found.tables] == [
        ("clinic.visits", "model.py::Visit"),
        ("notes", "model.py::Note"),
    ]
    assert accesses(found, "use.py") == ["note read clinic.visits", "note read notes"]
