"""Mappers whose classes are asked themselves: peewee and Tortoise ORM, with models, keys, queries, transactions."""

import ast
from collections.abc import Iterator

from analyzer.model.framework import FrameworkFact
from analyzer.model.knowledge import CollectionType, KnownBase, Member
from analyzer.model.page import Dialect, Example, Page
from analyzer.model.storage import RelationFact, TransactionFact
from analyzer.model.syntax import argument, class_assignments, keyword, last_name, text

PEEWEE, TORTOISE = "peewee", "tortoise"
FIELDS = {
    "ForeignKeyField": "foreign_key",
    "OneToOneField": "one_to_one",
    "ManyToManyField": "many_to_many",
}
SCOPES = frozenset({"atomic", "transaction", "in_transaction", "manual_commit", "savepoint"})

PEEWEE_QUERIES = CollectionType(
    PEEWEE,
    bases=("peewee.ModelSelect", "peewee.Query"),
    same=("select", "where", "join", "order_by", "group_by", "having", "limit", "offset", "distinct", "paginate",
          "filter", "switch", "prefetch", "execute", "with_cte", "insert", "update", "delete", "noop"),
    item=("get", "get_or_none", "get_by_id", "first", "create"),
    writes=("create", "insert", "insert_many", "insert_from", "update", "delete", "replace", "replace_many",
            "bulk_create", "bulk_update", "delete_by_id", "set_by_id", "get_or_create"),
    reads=("select", "get", "get_or_none", "get_by_id", "first", "count", "exists", "scalar", "filter"),
    paths=("filter",),
    pairs=("get_or_create",),
    idle=("noop",),
)  # fmt: skip

TORTOISE_QUERIES = CollectionType(
    TORTOISE,
    bases=("tortoise.queryset.QuerySet", "tortoise.manager.Manager"),
    same=("all", "filter", "exclude", "order_by", "limit", "offset", "distinct", "annotate", "prefetch_related",
          "select_related", "only", "values", "values_list", "using_db", "select_for_update", "group_by"),
    item=("get", "get_or_none", "first", "last", "create", "latest", "earliest"),
    writes=("create", "bulk_create", "bulk_update", "update", "delete", "get_or_create", "update_or_create"),
    reads=("all", "filter", "get", "get_or_none", "first", "last", "count", "exists", "in_bulk", "get_or_create"),
    paths=("filter", "exclude", "get", "get_or_none", "order_by", "values", "values_list", "annotate", "only",
           "prefetch_related", "select_related"),
    joins=("prefetch_related", "select_related"),
    pairs=("get_or_create", "update_or_create"),
    ties=("add", "remove", "clear"),
    sums=("Count", "Sum", "Avg", "Min", "Max"),
)  # fmt: skip


def _base(name: str, queries: CollectionType, writes: tuple[str, ...]) -> KnownBase:
    asked = dict.fromkeys((*queries.same, *queries.item, *queries.writes, *queries.reads))
    return KnownBase(
        name,
        queries.label,
        maps_table=True,
        table_name="{class}",
        members=tuple(Member(one, "query") for one in asked),
        writes=writes,
        flavour="orm",
        implicit_key="id",
    )


BASES = {
    "peewee.Model": (_base("peewee.Model", PEEWEE_QUERIES, ("save", "delete_instance")), PEEWEE_QUERIES),
    "tortoise.models.Model": (_base("tortoise.models.Model", TORTOISE_QUERIES, ("save", "delete")), TORTOISE_QUERIES),
    "tortoise.Model": (_base("tortoise.Model", TORTOISE_QUERIES, ("save", "delete")), TORTOISE_QUERIES),
}


def read(page: Page) -> Iterator[FrameworkFact]:
    """What a file says in the words of these two."""
    for name, facts in BASES.items():
        if name in page.origins or name in page.bases:
            yield from facts
    label = next((label for label in (PEEWEE, TORTOISE) if page.imports_from(label)), "")
    if label:
        for spot in page.classes:
            yield from _relations(page, spot.node, label)
        for block in page.withs:
            for item in block.node.items:
                call = item.context_expr
                if isinstance(call, ast.Call) and last_name(call.func) in SCOPES:
                    line, end = block.node.lineno, block.node.end_lineno or 0
                    yield TransactionFact(block.scope, last_name(call.func), line, end)


def _relations(page: Page, node: ast.ClassDef, label: str) -> Iterator[RelationFact]:
    """``author = ForeignKeyField(User, backref="tweets")``, ``fields.ForeignKeyField("models.User")``."""
    for name, value, line in class_assignments(node):
        kind = FIELDS.get(last_name(value.func)) if isinstance(value, ast.Call) else None
        if kind is None or not isinstance(value, ast.Call):
            continue
        target = argument(value, 0, "model" if label == PEEWEE else "model_name")
        yield RelationFact(
            page.body(node),
            name,
            kind,  # type: ignore[arg-type]
            label,
            line,
            target=0 if text(target) else page.expression(target),
            target_text=text(target).rpartition(".")[2],
            on_delete=text(keyword(value, "on_delete")) or last_name(keyword(value, "on_delete")),
            related_name=text(keyword(value, "backref")) or text(keyword(value, "related_name")),
            reverse_default="{class}_set",
        )


EXAMPLES = (
    Example(
        "peewee",
        """\
from peewee import CharField, ForeignKeyField, Model, SqliteDatabase

db = SqliteDatabase("shop.db")

class Order(Model):
    customer = ForeignKeyField("Customer", backref="orders", on_delete="CASCADE")
    number = CharField()

def place(customer):
    with db.atomic():
        return Order.create(customer=customer)
""",
        (
            "known_base peewee.Model",
            "collection_type peewee.ModelSelect",
            (
                "relation scope=Order field='customer' kind='foreign_key' line=6 target_text='Customer' "
                "on_delete='CASCADE' related_name='orders' reverse_default='{class}_set'"
            ),
            "transaction scope=place how='atomic' line=10 end_line=11",
        ),
        "shop.orders",
    ),
    Example(
        "Tortoise ORM",
        """\
from tortoise import fields
from tortoise.models import Model

class Order(Model):
    customer = fields.ForeignKeyField("models.Customer", related_name="orders", on_delete=fields.CASCADE)
""",
        (
            "known_base tortoise.models.Model",
            "collection_type tortoise.queryset.QuerySet",
            (
                "relation scope=Order field='customer' kind='foreign_key' line=5 target_text='Customer' "
                "on_delete='CASCADE' related_name='orders' reverse_default='{class}_set'"
            ),
        ),
        "shop.orders",
    ),
)

ACTIVE_RECORDS = Dialect("active_records", ("peewee", "tortoise"), read, EXAMPLES)
