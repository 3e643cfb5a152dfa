"""Queries and sessions: which classes and tables they read, write and join; transaction scopes."""

import ast
from collections.abc import Iterator
from typing import TypeGuard

from msgspec.structs import replace

from analyzer.dialects.sqlalchemy.columns import LABEL
from analyzer.model.framework import FrameworkFact
from analyzer.model.knowledge import CollectionType, KnownBase, KnownCall, Member
from analyzer.model.page import Page, Spot
from analyzer.model.storage import Access, JoinFact, TableUse, TransactionFact
from analyzer.model.syntax import argument, items, last_name, receiver

SESSIONS = ("session", "sess", "db", "sessionlocal")
"""How names of sessions end: ``session``, ``self.session``, ``db.session``, ``Session()``, ``sess``, ``db``."""

STATEMENTS: dict[str, Access] = {"select": "read", "insert": "write", "update": "write", "delete": "write"}
OBJECT_WRITES = frozenset({"add", "add_all", "delete", "merge", "bulk_save_objects"})
CLASS_WRITES = frozenset({"bulk_insert_mappings", "bulk_update_mappings"})
JOINS = frozenset({"join", "outerjoin", "join_from", "select_from", "from_joinpoint"})
LOADERS = frozenset({"joinedload", "subqueryload", "selectinload", "contains_eager"})
SUMS = frozenset({"count", "sum", "avg", "min", "max", "array_agg", "string_agg", "group_concat"})
CONDITIONS = frozenset({"filter", "where"})
BEHIND = frozenset({"any", "has", "contains"})
"""Methods of a relationship that ask for something of the rows behind it."""

QUERY_WRITES = frozenset({"update", "delete"})
TELLING = frozenset(STATEMENTS) | OBJECT_WRITES | CLASS_WRITES | {"query", "get", "get_one"}
PER_TABLE = frozenset({"insert", "update", "delete", "select"})

KNOWLEDGE = (
    CollectionType(
        LABEL,
        bases=(
            "sqlalchemy.orm.Query", "sqlalchemy.orm.query.Query", "flask_sqlalchemy.BaseQuery",
            "flask_sqlalchemy.query.Query", "flask_sqlalchemy.model.Query",
        ),
        same=(
            "filter", "filter_by", "order_by", "join", "outerjoin", "options", "limit", "offset", "group_by", "having",
            "distinct", "with_for_update", "select_from", "execution_options", "populate_existing", "enable_eagerloads",
            "all", "where", "union", "yield_per", "params", "from_statement", "reset_joinpoint", "scalars", "unique",
            "fetchall", "join_from", "with_only_columns",
        ),
        item=(
            "first", "one", "one_or_none", "get", "first_or_404", "get_or_404", "one_or_404", "scalar", "scalar_one",
            "scalar_one_or_none",
        ),
        writes=("update", "delete"),
        reads=("all", "first", "one", "one_or_none", "get", "count", "exists", "scalar", "first_or_404", "get_or_404"),
        separator=".",
        tracks=True,
    ),
    KnownCall("sqlalchemy.orm.aliased", "argument"),
)  # fmt: skip

RESULTS = (
    *(KnownCall(f"{home}.select", "collection") for home in ("sqlalchemy", "sqlalchemy.future", "sqlmodel")),
    KnownCall(".query", "collection"),
    KnownCall(".execute", "collection"),
    KnownCall(".scalars", "collection"),
    KnownCall(".scalar", "instance"),
    *(
        KnownCall(f"{session}.get", "instance")
        for session in (
            "sqlalchemy.orm.Session", "sqlalchemy.orm.sessionmaker", "sqlalchemy.orm.scoped_session",
            "sqlalchemy.ext.asyncio.AsyncSession", "sqlalchemy.ext.asyncio.async_sessionmaker", "sqlmodel.Session",
            "flask_sqlalchemy.SQLAlchemy.session",
        )
    ),
)  # fmt: skip
"""Rows of which class a statement or a session gives."""

MODEL_BASES = tuple(
    KnownBase(base, LABEL, members=(Member("query", "collection"),), flavour="orm", own_table=False)
    for base in (
        "sqlalchemy.orm.DeclarativeBase", "sqlalchemy.orm.declarative_base", "flask_sqlalchemy.model.Model",
        "sqlalchemy.ext.declarative.declarative_base", "sqlmodel.SQLModel", "flask_appbuilder.Model",
        "flask_sqlalchemy.SQLAlchemy.Model",
    )
)  # fmt: skip


def queries(page: Page, *, own: bool) -> Iterator[FrameworkFact]:
    """Reads, writes and joins of every query whose entities are named in one expression.

    ``own`` says that the file imports SQLAlchemy: only then ``x.update()`` may be a statement about table ``x``.
    """
    if page.called.keys().isdisjoint(TELLING) and ".query." not in page.text:
        return
    if "query" not in page.text and "select" not in page.called:  # nothing that a chain of calls could start from
        for spot in page.calls_of(TELLING):
            yield from _touched(page, spot, own=own)
        return
    inner = {receiver(spot.node) for spot in page.calls}
    for spot in page.calls:
        yield from _touched(page, spot, own=own)
        if spot.node not in inner:
            yield from _joined(page, spot)


def _touched(page: Page, spot: Spot[ast.Call], *, own: bool) -> Iterator[TableUse]:
    """The tables a single call reads or writes."""
    call, name = spot.node, last_name(spot.node.func)
    holder = receiver(call)
    if name in STATEMENTS and page.dotted(call.func).startswith("sqlalchemy"):
        for entity in call.args if name == "select" else call.args[:1]:
            yield _use(page, spot, _owner(entity), STATEMENTS[name], name)
    elif is_session(holder):
        yield from _in_session(page, spot)
    elif name in CLASS_WRITES and call.args:
        yield _use(page, spot, call.args[0], "write", name)
    elif name in QUERY_WRITES and (root := _query_root(holder)) is not None:
        yield _use(page, spot, root, "write", name)
    elif _is_query_of_class(holder):
        yield _use(page, spot, holder.value, "write" if name in QUERY_WRITES else "read", "query")
    elif own and name in PER_TABLE and isinstance(holder, ast.Attribute | ast.Name) and not call.args:
        yield replace(_use(page, spot, holder, STATEMENTS[name], name), whole=True)


def _in_session(page: Page, spot: Spot[ast.Call]) -> Iterator[TableUse]:
    """What a method of a session touches: ``session.query(Order)``, ``session.add(order)``."""
    call, name = spot.node, last_name(spot.node.func)
    if name == "query":
        for entity in call.args:
            yield _use(page, spot, _owner(entity), "read", "query")
    elif name in OBJECT_WRITES and call.args:
        for given in items(call.args[0]) or [call.args[0]]:
            yield _use(page, spot, given, "write", name)
    elif name in CLASS_WRITES and call.args:
        yield _use(page, spot, call.args[0], "write", name)
    elif name in {"get", "get_one"} and len(call.args) > 1:
        yield _use(page, spot, call.args[0], "read", name)


def _is_query_of_class(node: ast.expr | None) -> TypeGuard[ast.Attribute]:
    """``Order.query``, as Flask-SQLAlchemy has it."""
    return isinstance(node, ast.Attribute) and node.attr == "query" and last_name(node.value)[:1].isupper()


def _use(page: Page, spot: Spot[ast.Call], value: ast.expr, access: Access, how: str) -> TableUse:
    return TableUse(spot.scope, page.expression(value), access, how, spot.node.lineno, in_loop=spot.in_loop)


def _owner(entity: ast.expr) -> ast.expr:
    """``Order`` of ``Order.id`` and of ``func.count(Order.id)``; columns of tables (``orders.c.id``) as they are."""
    while isinstance(entity, ast.Call) and entity.args:
        entity = entity.args[0]
    if isinstance(entity, ast.Attribute) and isinstance(entity.value, ast.Attribute) and entity.value.attr == "c":
        return entity.value.value
    if isinstance(entity, ast.Attribute) and last_name(entity.value)[:1].isupper():
        return entity.value
    return entity


def is_session(node: ast.expr | None) -> bool:
    """Whether a name stands for a session: the libraries' documentation and all code we saw call it so."""
    name = last_name(node.func if isinstance(node, ast.Call) else node).lower()
    return name.strip("_").endswith(SESSIONS)


def _query_root(node: ast.expr | None) -> ast.expr | None:
    """The entity at the start of ``session.query(Order).filter(...)`` or ``Order.query.filter(...)``."""
    while isinstance(node, ast.Call):
        holder = receiver(node)
        if last_name(node.func) == "query" and is_session(holder) and node.args:
            return _owner(node.args[0])
        if _is_query_of_class(holder):
            return holder.value
        node = holder
    return None


def _joined(page: Page, spot: Spot[ast.Call]) -> Iterator[JoinFact]:
    """The entities of a whole chain: what it selects, joins and loads eagerly."""
    entities: list[ast.expr] = []
    rooted = summed = False
    node: ast.expr | None = spot.node
    while isinstance(node, ast.Call):
        name, holder = last_name(node.func), receiver(node)
        summed = summed or name == "group_by" or any(map(_sums, node.args))
        if name == "query" or (name == "select" and not isinstance(holder, ast.Call)):
            rooted = True
            entities.extend(_owner(given) for given in node.args)
        elif name in JOINS:
            entities.extend(node.args[:2] if name == "join_from" else node.args[:1])
        elif name == "options":
            entities.extend(entity for given in node.args for entity in _loaded(given))
        elif name in CONDITIONS:
            entities.extend(entity for given in node.args for entity in _asked(given))
        node = holder
    if isinstance(node, ast.Attribute) and node.attr == "query":
        rooted = True
        entities.append(node.value)
    values = tuple(dict.fromkeys(found for entity in entities if (found := page.expression(entity))))
    if rooted and len(values) > 1:
        shown = page.shown(spot.node)
        how = "aggregate" if summed else "query"
        yield JoinFact(spot.scope, values, how, spot.node.lineno, shown, in_loop=spot.in_loop)


def _sums(given: ast.expr) -> bool:
    """``func.count(Order.id)``, also labelled or inside another function."""
    while isinstance(given, ast.Call):
        if last_name(given.func) in SUMS:
            return True
        given = given.args[0] if given.args and last_name(given.func) != "label" else receiver(given) or given.func
    return False


def _loaded(given: ast.expr) -> Iterator[ast.expr]:
    """The attributes in ``joinedload(Order.customer).joinedload(Customer.address)``."""
    node: ast.expr | None = given
    while isinstance(node, ast.Call):
        if last_name(node.func) in LOADERS:
            yield from node.args[:1]
        node = receiver(node)


def _asked(given: ast.expr) -> Iterator[ast.expr]:
    """``Order.customer`` of ``Order.customer.has(...)``, also behind ``~``."""
    node = given.operand if isinstance(given, ast.UnaryOp) else given
    related = receiver(node) if isinstance(node, ast.Call) and last_name(node.func) in BEHIND else None
    if isinstance(related, ast.Attribute) and last_name(related.value)[:1].isupper():
        yield related


def transactions(page: Page) -> Iterator[TransactionFact]:
    """``with session.begin():``, and functions that commit: from their first line to the last commit."""
    for block in page.withs:
        for item in block.node.items:
            how = _opened(item.context_expr)
            if how:
                yield TransactionFact(block.scope, how, block.node.lineno, block.node.end_lineno or 0)
    commits: dict[int, list[int]] = {}
    for spot in page.calls_of(("commit",)):
        if is_session(receiver(spot.node)) and not argument(spot.node, 0):
            commits.setdefault(spot.scope, []).append(spot.node.lineno)
    for scope, lines in commits.items():
        yield TransactionFact(scope, "commit", page.scopes[scope].line, max(lines))


def _opened(node: ast.expr) -> str:
    name = last_name(node.func) if isinstance(node, ast.Call) else ""
    if name in {"begin", "begin_nested"}:
        return name
    return "session_scope" if name in {"session_scope", "transaction_scope", "session_transaction"} else ""
