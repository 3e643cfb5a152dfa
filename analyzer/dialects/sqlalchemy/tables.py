"""Tables: declarative classes, table objects, classes mapped by hand, relationships between them."""

import ast
import re
from collections.abc import Iterator

from msgspec.structs import replace

from analyzer.dialects.sqlalchemy.columns import LABEL, annotated, column, composite_keys, is_column, key_relation
from analyzer.dialects.sqlalchemy.relationships import Attribute, keys_of, relationship
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Page, Spot
from analyzer.model.storage import ColumnFact, RelationFact, TableFact
from analyzer.model.syntax import (
    argument,
    called_name,
    class_values,
    dotted_text,
    entries,
    is_true,
    items,
    keyword,
    last_name,
    statements,
    target_name,
    text,
)

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def tables(page: Page) -> Iterator[FrameworkFact]:
    """Every table with its columns and relations."""
    for spot in page.classes:
        yield from _declarative(page, spot.node)
    for call in page.calls_of(("Table", "create_table")):
        if call.node.args and page.scopes[call.scope].name != "downgrade":
            yield from _imperative(page, call)
    for call in page.calls_of(("drop_table", "rename_table")):
        name = text(argument(call.node, 0))
        if name and page.scopes[call.scope].name != "downgrade":
            yield TableFact(call.scope, LABEL, call.node.lineno, name, evidence="dropped")
    for call in page.calls_of(("map_imperatively", "mapper")):
        if len(call.node.args) > 1:
            mapped, table = (page.expression(given) for given in call.node.args[:2])
            yield TableFact(call.scope, LABEL, call.node.lineno, evidence="imperative", value=table, maps=mapped)
            for name, value in entries(argument(call.node, 2, "properties")):
                if isinstance(value, ast.Call):
                    found = relationship(page, call.scope, (name, value, None, value.lineno), {})
                    yield from [] if found is None else [replace(found, maps=mapped)]


def _declarative(page: Page, node: ast.ClassDef) -> Iterator[FrameworkFact]:
    scope = page.body(node)
    attributes = list(_attributes(node))
    columns = [column(*attribute) for attribute in attributes if _is_stored(attribute)]
    keys = keys_of(attributes)
    related = [found for attribute in attributes if (found := relationship(page, scope, attribute, keys)) is not None]
    values = class_values(node)
    base = any("as_declarative" in (last_name(one), called_name(one)) for one in node.decorator_list)
    name = _table_name(page, node, values)
    if not columns and not related and "__tablename__" not in values and not base and "{" not in name:
        return
    yield TableFact(
        scope,
        LABEL,
        node.lineno,
        name=name,
        columns=tuple(columns),
        abstract=base or is_true(values.get("__abstract__")) or "{" in name,
        value=page.expression(values["__table__"]) if isinstance(values.get("__table__"), ast.Name) else 0,
        named=0 if name else page.expression(values.get("__tablename__")),
    )
    for attribute_name, call, _, _ in attributes:
        found = key_relation(page, attribute_name, call, (scope, 0)) if is_column(call) else None
        if found is not None:
            yield found
    yield from composite_keys(items(values.get("__table_args__")), (scope, 0))
    yield from related


def _attributes(node: ast.ClassDef) -> Iterator[Attribute]:
    """Name, call, annotation and line of what a class body declares; ``x: Mapped[int]`` alone has an empty call."""
    for statement in statements(node.body):
        name = target_name(statement)
        annotation = statement.annotation if isinstance(statement, ast.AnnAssign) else None
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Call) and last_name(value.func) in {"deferred", "column_property"} and value.args:
            value = value.args[0]
        if name and isinstance(value, ast.Call):
            yield name, value, annotation, statement.lineno
        elif name and value is None and isinstance(annotation, ast.Subscript) and _is_mapped(annotation):
            bare = ast.Call(ast.Name("mapped_column", ast.Load()), [], [], lineno=statement.lineno)
            yield name, bare, annotation, statement.lineno
        elif isinstance(statement, ast.FunctionDef):
            yield from _declared_attribute(statement)


def _is_mapped(annotation: ast.Subscript) -> bool:
    return last_name(annotation.value) == "Mapped" and annotated(annotation)[0] != ""


def _declared_attribute(function: ast.FunctionDef) -> Iterator[Attribute]:
    """``@declared_attr def owner_id(cls): return Column(...)``."""
    if not any("declared_attr" in dotted_text(decorator) for decorator in function.decorator_list):
        return
    for statement in function.body:
        if isinstance(statement, ast.Return) and isinstance(statement.value, ast.Call):
            yield function.name, statement.value, None, statement.lineno


def _is_stored(attribute: Attribute) -> bool:
    _, call, annotation, _ = attribute
    if last_name(call.func) == "Field":  # SQLModel's; pydantic's models have the same word and no table
        return annotation is not None
    return is_column(call)


def _table_name(page: Page, node: ast.ClassDef, values: dict[str, ast.expr]) -> str:
    """The table's name; a template with ``{class}`` or ``{snake}`` where a base makes names for its subclasses.

    Without ``__tablename__``: ``db.Model`` makes snake case of the class name, also for the subclasses of an abstract
    one, SQLModel lower case; anything else is a mixin, shares its parent's table, or is named by a template of a base.
    """
    named = text(values.get("__tablename__"))
    if "__tablename__" in values:
        schema = _schema(node)
        return f"{schema}.{named}" if schema and named else named
    if "__table__" in values:
        table = values["__table__"]
        return text(argument(table, 0)) if isinstance(table, ast.Call) else ""
    if any(is_true(given.value) for given in node.keywords if given.arg == "table"):
        return node.name.lower()
    bases = [base for base in node.bases if isinstance(base, ast.Attribute) and base.attr == "Model"]
    if bases or any(page.dotted(base).endswith(("db.Model", "flask_sqlalchemy.Model")) for base in node.bases):
        return "{snake}" if is_true(values.get("__abstract__")) else _WORD.sub("_", node.name).lower()
    return _template(page, node)


def _template(page: Page, node: ast.ClassDef) -> str:
    """How a ``__tablename__`` method makes names: from the class name in lower case, or in snake case."""
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "__tablename__":
            body = page.source_text(statement)
            if "__name__" in body:
                return "{snake}" if "snake" in body or "sub(" in body else "{class}"
    return ""


def _schema(node: ast.ClassDef) -> str:
    """The database schema in ``__table_args__``, a plain value or built by a method."""
    for statement in node.body:
        name = statement.name if isinstance(statement, ast.FunctionDef) else target_name(statement)
        if "table_args" in name:
            for part in ast.walk(statement):
                given = keyword(part, "schema") if isinstance(part, ast.Call) else dict(entries(part)).get("schema")
                if text(given):
                    return text(given)
    return ""


def _imperative(page: Page, spot: Spot[ast.Call]) -> Iterator[FrameworkFact]:
    """``Table("orders", metadata, Column(...), ...)``, and ``op.create_table("orders", ...)`` of a migration."""
    call = spot.node
    itself = page.expression(call)
    found: list[ColumnFact] = []
    relations: list[RelationFact] = []
    for given in call.args[1:]:
        if isinstance(given, ast.Call) and is_column(given):
            found.append(column("", given, None, given.lineno))
            key = key_relation(page, "", given, (spot.scope, itself))
            relations.extend([key] if key is not None else [])
    relations.extend(composite_keys(call.args[1:], (spot.scope, itself)))
    if not found:
        return  # Table("orders", metadata, autoload=True): named, not declared
    schema, name = text(keyword(call, "schema")), text(call.args[0])
    yield TableFact(
        spot.scope,
        LABEL,
        call.lineno,
        f"{schema}.{name}" if schema and name else name,
        tuple(found),
        value=itself,
        evidence="imperative" if last_name(call.func) == "Table" else "migration",
        named=0 if name else page.expression(call.args[0]),
    )
    yield from relations
