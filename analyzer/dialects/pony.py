"""Pony ORM: entities, their attributes and relations, queries over generators, sessions that are transactions."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact
from analyzer.model.knowledge import CollectionType, KnownBase, Member
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.storage import Access, ColumnFact, RelationFact, TableFact, TableUse, TransactionFact
from analyzer.model.syntax import (
    argument,
    called_name,
    class_assignments,
    class_values,
    is_true,
    keyword,
    last_name,
    text,
)

LABEL = "pony"
ENTITY = "pony.orm.Database.Entity"
SINGLE = frozenset({"Required", "Optional", "PrimaryKey"})
TYPES = {"str": "string", "LongStr": "text", "int": "integer", "float": "float", "bool": "boolean", "date": "date",
         "datetime": "datetime", "Decimal": "decimal", "Json": "json", "UUID": "uuid", "bytes": "binary",
         "buffer": "binary", "time": "time", "timedelta": "interval", "unicode": "string"}  # fmt: skip
QUERIES = frozenset({"select", "get", "exists", "count", "sum", "avg", "min", "max", "delete", "left_join"})

COLLECTION = CollectionType(
    LABEL,
    bases=("pony.orm.core.Query",),
    same=("select", "filter", "where", "order_by", "limit", "page", "prefetch", "select_by_sql", "select_random",
          "without_distinct", "for_update"),
    item=("get", "first", "get_for_update", "get_by_sql"),
    writes=("delete", "add", "remove", "clear", "create"),
    reads=("select", "get", "exists", "count", "first", "page", "select_by_sql", "get_by_sql", "is_empty"),
    ties=("add", "remove", "clear"),
)  # fmt: skip
BASE = KnownBase(
    ENTITY,
    LABEL,
    maps_table=True,
    table_name="{class}",
    members=tuple(Member(one, "query") for one in dict.fromkeys((*COLLECTION.same, *COLLECTION.item, "exists"))),
    writes=("delete", "set", "flush"),
    reads=("load",),
    flavour="orm",
    implicit_key="id",
)


def read(page: Page) -> Iterator[FrameworkFact]:
    """What a file says in the words of Pony; entities of other files are known by their base."""
    entities = {spot.node.name: spot.node for spot in page.classes if _is_entity(spot.node)}
    if entities or page.imports_from(LABEL):
        yield BASE
        yield COLLECTION
    for node in entities.values():
        yield from _entity(page, node, entities)
    if page.imports_from(LABEL) or entities:
        yield from _queries(page)
        yield from _sessions(page)


def _is_entity(node: ast.ClassDef) -> bool:
    """A base called Entity says little; attributes that are made as Pony's are say more."""
    based = any(isinstance(base, ast.Attribute) and base.attr == "Entity" for base in node.bases)
    return based and any(called_name(value) in SINGLE | {"Set"} for _, value, _ in class_assignments(node))


def _entity(page: Page, node: ast.ClassDef, entities: dict[str, ast.ClassDef]) -> Iterator[FrameworkFact]:
    columns = []
    for name, value, line in class_assignments(node):
        called = called_name(value)
        if not isinstance(value, ast.Call) or called not in SINGLE | {"Set"}:
            continue
        kind = TYPES.get(last_name(argument(value, 0)))
        if kind is None:
            yield _relation(page, node, (name, value, line), entities)
        elif called != "Set":
            columns.append(_column(name, value, line, kind))
    table = text(class_values(node).get("_table_"))
    yield TableFact(page.body(node), LABEL, node.lineno, table, tuple(columns), bases=(ENTITY,))


def _column(name: str, value: ast.Call, line: int, kind: str) -> ColumnFact:
    called = called_name(value)
    return ColumnFact(
        name,
        kind,
        line,
        nullable=called == "Optional",
        primary_key=called == "PrimaryKey",
        unique=called == "PrimaryKey" or is_true(keyword(value, "unique")),
        has_default=keyword(value, "default") is not None,
    )


def _relation(
    page: Page, node: ast.ClassDef, attribute: tuple[str, ast.Call, int], entities: dict[str, ast.ClassDef]
) -> RelationFact:
    """A set on both sides is many to many, told by the first; a set on one side looks back along a key."""
    name, value, line = attribute
    target = argument(value, 0)
    other = text(target) or last_name(target)
    many = called_name(value) == "Set"
    both = many and other in entities and _has_set_of(entities[other], node.name)
    told = not many or (both and (node.name, name) <= (other, name))
    return RelationFact(
        page.body(node),
        name,
        "many_to_many" if both else "foreign_key",
        LABEL,
        line,
        target=0 if text(target) else page.expression(target),
        target_text=text(target),
        related_name="+",
        is_collection=many,
        column=told,
    )


def _has_set_of(node: ast.ClassDef, name: str) -> bool:
    return any(
        isinstance(value, ast.Call)
        and called_name(value) == "Set"
        and (text(argument(value, 0)) or last_name(argument(value, 0))) == name
        for _, value, _ in class_assignments(node)
    )


def _queries(page: Page) -> Iterator[TableUse]:
    """``select(c for c in Car)``, ``Car(owner=x)``, ``Car[1]``; what is no entity is no use of a table."""
    for spot in page.calls:
        call = spot.node
        if last_name(call.func) in QUERIES and call.args and isinstance(call.args[0], ast.GeneratorExp):
            name = last_name(call.func)
            for part in call.args[0].generators:
                index = page.expression(part.iter)
                access: Access = "write" if name == "delete" else "read"
                yield TableUse(spot.scope, index, access, name, call.lineno, in_loop=spot.in_loop)
        elif isinstance(call.func, ast.Name) and call.func.id[:1].isupper() and call.keywords and not call.args:
            index = page.expression(call.func)
            yield TableUse(spot.scope, index, "write", "create", call.lineno, in_loop=spot.in_loop)
    for node in page.indexes:
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and last_name(node.value)[:1].isupper():
            yield TableUse(page.scope_of(node), page.expression(node.value), "read", "get", node.lineno)


def _sessions(page: Page) -> Iterator[TransactionFact]:
    for decoration in page.decorations_of(("db_session",)):
        node = decoration.function.node
        yield TransactionFact(page.body(node), "db_session", node.body[0].lineno, node.end_lineno or node.lineno)
    for block in page.withs:
        for item in block.node.items:
            if "db_session" in (last_name(item.context_expr), called_name(item.context_expr)):
                yield TransactionFact(block.scope, "db_session", block.node.lineno, block.node.end_lineno or 0)


EXAMPLES = (
    Example(
        "Entities and queries",
        """\
from pony.orm import Database, Optional, Required, Set, db_session, select

db = Database()

class Person(db.Entity):
    name = Required(str)
    cars = Set("Car")

class Car(db.Entity):
    _table_ = "cars"
    owner = Required(Person)
    colour = Optional(str, unique=True)

@db_session
def give(name):
    for car in select(c for c in Car if c.owner.name == name):
        Car(owner=car.owner)
    return Person[1], open(1), print("x")
""",
        (
            "known_base pony.orm.Database.Entity",
            "collection_type pony.orm.core.Query",
            (
                "relation scope=Person field='cars' kind='foreign_key' line=7 target_text='Car' related_name='+' "
                "is_collection=True column=False"
            ),
            "table scope=Person line=5 bases=pony.orm.Database.Entity [name:string]",
            "relation scope=Car field='owner' kind='foreign_key' line=11 target=Person related_name='+'",
            "table scope=Car line=9 name='cars' bases=pony.orm.Database.Entity [colour:string nullable unique]",
            "table_use scope=give value=Car access='read' how='select' line=16",
            "table_use scope=give value=Car access='write' how='create' line=17 in_loop=True",
            "table_use scope=give value=Person access='read' how='get' line=18",
            "transaction scope=give how='db_session' line=16 end_line=18",
        ),
        "shop.orders",
    ),
)

PONY = Dialect(LABEL, ("Entity", "pony"), read, EXAMPLES)
"""A file that only declares entities of another file's database need not name the package."""
