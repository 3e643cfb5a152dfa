"""Raw SQL in strings: the tables it reads, writes, joins and creates."""

import ast
import re
from collections.abc import Iterator

from analyzer.dialects.sql.examples import EXAMPLES
from analyzer.dialects.sql.statements import looks_like_sql, understand
from analyzer.model.framework import FrameworkFact
from analyzer.model.page import Dialect, Page, Spot
from analyzer.model.problem import Problem
from analyzer.model.storage import SqlUse
from analyzer.model.syntax import HOLE, argument, items, keyword, last_name, pattern, text

EXECUTES = frozenset(
    {
        "execute", "executemany", "executescript", "raw", "text", "RawSQL", "fetch", "fetchrow", "fetchval", "fetchall",
        "fetch_all", "fetch_one", "read_sql", "read_sql_query", "exec_driver_sql", "RunSQL", "mogrify", "db_query",
        "from_statement",
    }
)  # fmt: skip
"""Functions that are given SQL, in the database interface of Python and its usual wrappers."""

VERBS = ("SELECT ", "INSERT ", "UPDATE ", "DELETE ")
DRIVERS = {
    "psycopg2": "postgres", "psycopg": "postgres", "asyncpg": "postgres", "MySQLdb": "mysql", "pymysql": "mysql",
    "sqlite3": "sqlite", "aiosqlite": "sqlite", "pyodbc": "tsql", "pymssql": "tsql", "oracledb": "oracle",
    "cx_Oracle": "oracle", "snowflake": "snowflake", "clickhouse_driver": "clickhouse", "duckdb": "duckdb",
}  # fmt: skip
"""Which SQL a file speaks, by the driver it imports: that one is tried first."""

Place = Spot[ast.Call] | Spot[ast.Constant] | Spot[ast.BinOp]

VERB = re.compile("select|insert|upsert|update|delete")
TABLE = re.compile(r"table(?:_name)?\s*=")
SHOWN = 200
"""Characters of a statement kept for people."""


def read(page: Page) -> Iterator[FrameworkFact | Problem]:
    """Every statement that is executed, and every other string that is clearly SQL."""
    seen: set[ast.AST] = set()
    for spot in page.calls_of(EXECUTES):
        yield from _executed(page, spot, seen)
    for spot in page.calls_of(("extra",)):
        yield from _extra(page, spot, seen)
    if any(word in page.text for word in VERBS):
        yield from _put_together(page, seen)
    yield from _wrapped(page)
    for string in page.strings:
        written = str(string.node.value)
        if looks_like_sql(written, executed=False) and string.node not in seen:
            yield from _use(page, string, written)


def _put_together(page: Page, seen: set[ast.AST]) -> Iterator[FrameworkFact | Problem]:
    """``query = "SELECT a " + "FROM t"``: a statement that is kept in a variable before it is executed."""
    for spot in page.assignments:
        value = spot.node.value
        if isinstance(value, ast.BinOp) and value not in seen and not isinstance(spot.node, ast.AugAssign):
            written = pattern(value)
            if looks_like_sql(written, executed=False):
                seen.update(ast.walk(value))
                yield from _use(page, Spot(value, spot.scope, spot.in_loop, spot.in_except, spot.withs), written)


def _wrapped(page: Page) -> Iterator[SqlUse]:
    """A project's own helpers that make the statement: ``pool.simple_insert(table="users", ...)``."""
    if not TABLE.search(page.text):
        return
    for name in page.called:
        for spot in page.calls_of((name,)) if VERB.search(name.lower()) else ():
            table = text(keyword(spot.node, "table")) or text(keyword(spot.node, "table_name"))
            if table.replace(".", "_").isidentifier():
                reads, writes = ((table,), ()) if "select" in name.lower() else ((), (table,))
                yield SqlUse(spot.scope, name, spot.node.lineno, reads, writes, in_loop=spot.in_loop)


def _executed(page: Page, spot: Spot[ast.Call], seen: set[ast.AST]) -> Iterator[FrameworkFact | Problem]:
    """The first argument when it is put together from literals."""
    given = argument(spot.node, 0, "sql")
    for statement in items(given) if isinstance(given, ast.List) else [given]:
        if isinstance(statement, ast.Call) and last_name(statement.func) in EXECUTES:
            continue  # execute(text("...")): the inner call is looked at by itself
        written = pattern(statement)
        if statement is not None and written and looks_like_sql(written, executed=True):
            seen.update(ast.walk(statement))
            yield from _use(page, spot, written)


def _extra(page: Page, spot: Spot[ast.Call], seen: set[ast.AST]) -> Iterator[FrameworkFact | Problem]:
    """Django's ``extra(select={...}, where=[...], tables=[...])``."""
    for given in spot.node.keywords:
        for part in [*items(given.value), *(given.value.values if isinstance(given.value, ast.Dict) else ())]:
            written = pattern(part).strip("( )")
            if looks_like_sql(written, executed=True):
                seen.update(ast.walk(part))
                yield from _use(page, spot, written)


def _use(page: Page, spot: Place, written: str) -> Iterator[FrameworkFact | Problem]:
    line = spot.node.lineno
    found = understand(written, next((DRIVERS[root] for root in DRIVERS if root in page.roots), ""))
    shown = " ".join(written.split())[:SHOWN]
    if isinstance(found, str):
        if HOLE not in written:
            what = f"SQL was not understood: {found}."
            yield Problem(page.source.path, line, "read", what, "Its tables are not counted.", "note")
    elif found.reads or found.writes:
        yield SqlUse(spot.scope, shown, line, found.reads, found.writes, found.creates, in_loop=spot.in_loop)


SQL = Dialect("sql", (), read, EXAMPLES)
