"""What the SQLAlchemy dialect says about small pieces of code."""

from analyzer.model.page import Example

EXAMPLES = (
    Example(
        "Declarative classes with columns, keys and relationships by string",
        """\
from sqlalchemy import Column, ForeignKey, Integer, Numeric, String
from sqlalchemy.orm import relationship
from shop.database import Base

class Order(Base):
    __tablename__ = "orders"

    id = Column(Integer, primary_key=True)
    code = Column("order_code", String(20), nullable=False, unique=True)
    total = Column(Numeric(12, 2), default=0)
    customer_id = Column(ForeignKey("customers.id", ondelete="CASCADE"), nullable=False)
    customer = relationship("Customer", backref="orders", uselist=False)
    products = relationship("Product", secondary="order_products")
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            (
                "table scope=Order line=5 name='orders' [id:integer primary_key unique] [order_code:string(20) "
                "unique] [total:decimal(12.2) nullable has_default] [customer_id: references=customers.id]"
            ),
            (
                "relation scope=Order field='customer_id' kind='foreign_key' line=11 target_text='customers.id' "
                "on_delete='CASCADE' related_name='+'"
            ),
            (
                "relation scope=Order field='customer' kind='foreign_key' line=12 target_text='Customer' "
                "related_name='orders' column=False"
            ),
            (
                "relation scope=Order field='products' kind='many_to_many' line=13 target_text='Product' "
                "related_name='+' through_text='order_products' is_collection=True"
            ),
        ),
        "shop.orders",
    ),
    Example(
        "Annotated columns",
        """\
from datetime import datetime
from typing import List, Optional
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

class Base(DeclarativeBase): ...

class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[Optional[str]] = mapped_column(String(30))
    seen: Mapped[datetime]
    team_id: Mapped[int] = mapped_column(ForeignKey("teams.id"))
    addresses: Mapped[List["Address"]] = relationship(back_populates="user")
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            "known_base sqlalchemy.orm.DeclarativeBase",
            (
                "table scope=User line=8 name='users' [id:integer primary_key unique] [name:string(30) nullable] "
                "[seen:datetime] [team_id:integer references=teams.id]"
            ),
            "relation scope=User field='team_id' kind='foreign_key' line=14 target_text='teams.id' related_name='+'",
            (
                "relation scope=User field='addresses' kind='foreign_key' line=15 target_text='Address' "
                "related_name='+' is_collection=True column=False"
            ),
        ),
        "shop.users",
    ),
    Example(
        "Flask-SQLAlchemy and SQLModel name tables by themselves; mixins have none",
        """\
from shop.extensions import db
from sqlmodel import Field, SQLModel

class OrderLine(db.Model):
    id = db.Column(db.Integer, primary_key=True)

class Base(db.Model):
    __abstract__ = True

class Invoice(Base):
    line_id = db.Column(db.ForeignKey(OrderLine.id))
    line = db.relationship("OrderLine")

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id")

class Stamped(object):
    created = db.Column(db.DateTime)
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            "known_base sqlmodel.SQLModel",
            "table scope=OrderLine line=4 name='order_line' [id:integer primary_key unique]",
            "table scope=Base line=7 name='{snake}' abstract=True",
            "table scope=Invoice line=10 [line_id: nullable references=OrderLine.id]",
            ("relation scope=Invoice field='line_id' kind='foreign_key' line=11 target=OrderLine related_name='+'"),
            (
                "relation scope=Invoice field='line' kind='foreign_key' line=12 target_text='OrderLine' "
                "related_name='+' column=False"
            ),
            (
                "table scope=Hero line=14 name='hero' [id:integer nullable primary_key unique has_default] "
                "[team_id:integer references=team.id]"
            ),
            "relation scope=Hero field='team_id' kind='foreign_key' line=16 target_text='team.id' related_name='+'",
            "table scope=Stamped line=18 [created:datetime nullable]",
        ),
        "shop.models",
    ),
    Example(
        "Table objects and classes mapped by hand",
        """\
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

metadata = MetaData()
orders = Table("orders", metadata, Column("id", Integer, primary_key=True))
lines = Table("lines", metadata, Column("order_id", Integer, ForeignKey("orders.id")))
other = Table("other", metadata, autoload=True)

mapper_registry.map_imperatively(Order, orders, properties={"lines": relationship("Line")})
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            (
                "table scope=module line=4 name='orders' value=Table('orders', metadata, Column('id', Integer, ... "
                "evidence='imperative' [id:integer primary_key unique]"
            ),
            (
                "table scope=module line=5 name='lines' value=Table('lines', metadata, Column('order_id', Inte... "
                "evidence='imperative' [order_id:integer nullable references=orders.id]"
            ),
            (
                "relation scope=module field='order_id' kind='foreign_key' line=5 target_text='orders.id' "
                "related_name='+' value=Table('lines', metadata, Column('order_id', Inte..."
            ),
            (
                "table scope=module line=8 value=Table('orders', metadata, Column('id', Integer, ... "
                "evidence='imperative' maps=Order"
            ),
            (
                "relation scope=module field='lines' kind='foreign_key' line=8 target_text='Line' related_name='+' "
                "is_collection=True column=False maps=Order"
            ),
        ),
        "shop.tables",
    ),
    Example(
        "Tables in migrations",
        """\
import sqlalchemy as sa
from alembic import op

def upgrade():
    op.create_table("coupons", sa.Column("id", sa.Integer, primary_key=True))
    op.drop_table("vouchers")

def downgrade():
    op.drop_table("coupons")
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            (
                "table scope=upgrade line=5 name='coupons' value=op.create_table('coupons', sa.Column('id', "
                "sa.In... evidence='migration' [id:integer primary_key unique]"
            ),
            "table scope=upgrade line=6 name='vouchers' evidence='dropped'",
        ),
        "shop.migrations.versions.one",
    ),
    Example(
        "Queries and sessions",
        """\
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import joinedload
from shop.models import Customer, Line, Order

def report(session):
    session.query(Order, Line.price).join(Customer).filter(Order.paid).all()
    session.query(Order).filter_by(paid=False).delete()
    for row in session.execute(select(Order).options(joinedload(Order.customer))):
        session.add(Line(row))
    session.execute(insert(Line).values(price=1))
    session.execute(delete(Customer))
    Order.query.filter_by(id=1).first()
    session.query(Customer).filter(Customer.orders.any(Order.paid))
    seen.add(1)
    session.commit()

def close(engine):
    with engine.begin() as connection:
        connection.execute(orders.update())
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            "known_call sqlalchemy.select",
            "known_call .query",
            "known_call .execute",
            "table_use scope=report value=Order access='read' how='query' line=6",
            "table_use scope=report value=Line access='read' how='query' line=6",
            (
                "join scope=report values=Customer,Order,Line how='query' line=6 text='session.query(Order, "
                "Line.price).join(Customer).filter(Order.paid).all()'"
            ),
            "table_use scope=report value=Order access='read' how='query' line=7",
            "table_use scope=report value=Order access='write' how='delete' line=7",
            "table_use scope=report value=Order access='read' how='select' line=8",
            (
                "join scope=report values=Order.customer,Order how='query' line=8 "
                "text='select(Order).options(joinedload(Order.customer))'"
            ),
            "table_use scope=report value=Line(row) access='write' how='add' line=9 in_loop=True",
            "table_use scope=report value=Line access='write' how='insert' line=10",
            "table_use scope=report value=Customer access='write' how='delete' line=11",
            "table_use scope=report value=Order access='read' how='query' line=12",
            "table_use scope=report value=Customer access='read' how='query' line=13",
            (
                "join scope=report values=Customer.orders,Customer how='query' line=13 "
                "text='session.query(Customer).filter(Customer.orders.any(Order.paid))'"
            ),
            "table_use scope=close value=orders access='write' how='update' line=19 whole=True",
            "transaction scope=close how='begin' line=18 end_line=19",
            "transaction scope=report how='commit' line=5 end_line=15",
        ),
        "shop.reports",
    ),
    Example(
        "Functions that hear of rows",
        """\
from sqlalchemy import event
from shop.orders.models import Order

@event.listens_for(Order, "after_insert")
def index(mapper, connection, target): ...

event.listen(Order.status, "set", watch)
event.listen(engine, name)
""",
        (
            "collection_type sqlalchemy.orm.Query",
            "known_call sqlalchemy.orm.aliased",
            (
                "event role='subscribe' scope=module line=4 name='sqlalchemy.event.after_insert' handler=index "
                "sender=Order"
            ),
            "event role='subscribe' scope=module line=7 name='sqlalchemy.event.set' handler=watch sender=Order",
        ),
        "shop.orders.search",
    ),
)
