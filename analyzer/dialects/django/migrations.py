"""Migrations: the tables they create, for codebases whose models are gone or lie elsewhere."""

import ast
from collections.abc import Iterator

from analyzer.dialects.django.fields import column
from analyzer.dialects.django.knowledge import LABEL
from analyzer.dialects.django.relations import key_column
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Page
from analyzer.model.storage import ColumnFact, TableFact
from analyzer.model.syntax import argument, entries, is_true, items, keyword, last_name, text


def migrations(page: Page) -> Iterator[FrameworkFact]:
    """The tables of every ``CreateModel`` in a migration, and those that are deleted or get another name."""
    packages = page.module.split(".")[:-1]
    if "migrations" not in packages:
        return
    app = packages[packages.index("migrations") - 1] if packages.index("migrations") else ""
    for spot in page.calls_of(("CreateModel",)):
        name = text(argument(spot.node, 0, "name"))
        options = dict(entries(argument(spot.node, 2, "options")))
        if not name or is_true(options.get("proxy")):
            continue
        yield TableFact(
            scope=spot.scope,
            label=LABEL,
            line=spot.node.lineno,
            name=text(options.get("db_table")) or f"{{app}}_{name.lower()}",
            columns=tuple(_columns(argument(spot.node, 1, "fields"))),
            app=app,
            value=page.expression(spot.node),
            evidence="migration",
        )
    for spot in page.calls_of(("DeleteModel", "RenameModel", "AlterModelTable")):
        name = text(argument(spot.node, 0, "old_name" if last_name(spot.node.func) == "RenameModel" else "name"))
        if name:
            table, line = f"{{app}}_{name.lower()}", spot.node.lineno
            yield TableFact(spot.scope, LABEL, line, table, app=app, evidence="dropped")


def _columns(fields: ast.expr | None) -> Iterator[ColumnFact]:
    for pair in items(fields):
        name, *rest = items(pair) or [pair]
        call = rest[0] if rest else None
        if not isinstance(call, ast.Call) or not text(name):
            continue
        key = key_column(text(name), call)
        if key is not None:
            yield key
        elif "ManyToMany" not in last_name(call.func) and keyword(call, "through") is None:
            yield column(text(name), call, {}, call.lineno)
