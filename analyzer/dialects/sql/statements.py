"""One SQL text to the tables it reads and writes, by a real parser that is kept on a short lead."""

import re
from typing import TYPE_CHECKING, NamedTuple

from analyzer.model.storage import ColumnFact
from analyzer.model.syntax import HOLE

if TYPE_CHECKING:
    from sqlglot import exp

LONGEST = 20_000
"""Characters of one statement that are parsed: the longest query we met by hand had 6,000."""

DEEPEST = 60
"""Open brackets in one statement: the parser recurses for each, and a hostile text must not exhaust the stack."""

HOLE_NAME = "__hole__"
"""An identifier that stands where the text has a parameter or a part that is not a literal."""

DIALECTS = ("", "postgres", "mysql", "sqlite")
"""Tried in this order: most statements are plain, the rest is what Python codebases connect to most."""

DEFAULT_SCHEMAS = ("public", "dbo", "main", HOLE_NAME)
CATALOGUES = frozenset({"information_schema", "pg_catalog", "performance_schema", "sys"})
CATALOGUE_PREFIXES = ("pg_", "sqlite_")  # both are reserved for what is the server's own
"""Schemas whose name is left out, because code that maps the same tables does not give one."""

_PLACEHOLDER = re.compile(r"%%s|%\(\w+\)[sd]|%[sdr]|\{[^{}]*\}|\$\{\w+\}")
_INSERTS = re.compile(r"^\s*(?:REPLACE|INSERT\s+OR\s+\w+|INSERT\s+IGNORE)\s+INTO\s", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\s*(?:--[^\n]*\n\s*)*\(?\s*(?:SELECT\s.*\sFROM\s|WITH\s.*\s(?:SELECT|INSERT|UPDATE|DELETE)\s|INSERT\s+(?:OR\s+\w+\s+|"
    r"IGNORE\s+)?INTO\s|UPDATE\s.*\sSET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s|MERGE\s+INTO\s|TRUNCATE\s|"
    r"(?:CREATE|DROP|ALTER)\s+(?:TEMP\w*\s+|UNLOGGED\s+)?TABLE\s)",
    re.DOTALL,
)
_ANY_CASE = re.compile(_STATEMENT.pattern, re.DOTALL | re.IGNORECASE)


_LITERAL = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)
_LOCAL = re.compile(r"(\w+)\s+AS\s+(?:MATERIALIZED\s+)?\(", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(DELETE\s+FROM|FROM|JOIN|INSERT\s+INTO|UPDATE|(?:CREATE|ALTER|DROP)\s+TABLE(?:\s+IF(?:\s+NOT)?\s+EXISTS)?)\s+"
    r"(?:ONLY\s+)?([A-Za-z_\"`][\w.\"`]*)",
    re.IGNORECASE,
)
_WRITING = frozenset({"DELETE", "INSERT", "UPDATE", "CREATE", "ALTER", "DROP"})
_NO_TABLES = frozenset(
    {"SET", "SELECT", "LATERAL", "UNNEST", "WHERE", "VALUES", "NOWAIT", "SKIP", "OF", "IF", "AS", "ON"}
)


class Statement(NamedTuple):
    """What a SQL text touches: tables by name, in order of appearance, and the columns it creates."""

    reads: tuple[str, ...]
    writes: tuple[str, ...]
    creates: tuple[ColumnFact, ...] = ()


def looks_like_sql(text: str, *, executed: bool) -> bool:
    """Whether a text is worth parsing: in any case where it is executed, else only with keywords in capitals."""
    return bool((_ANY_CASE if executed else _STATEMENT).match(text))


def understand(text: str, dialect: str = "") -> Statement | str:
    """The tables of a text, or in words why it was not understood; ``dialect`` is tried before the usual ones."""
    if len(text) > LONGEST:
        return f"longer than {LONGEST} characters"
    if _depth(text) > DEEPEST:
        return f"nested deeper than {DEEPEST} brackets"
    text = _INSERTS.sub("INSERT INTO ", text, count=1)
    prepared = _PLACEHOLDER.sub(HOLE_NAME, text.replace(HOLE, HOLE_NAME))
    trees = _parsed(prepared, dialect)
    if not trees:
        named = _by_words(prepared)
        return named or "neither a dialect that the parser knows nor a table named in it"
    reads: dict[str, None] = {}
    writes: dict[str, None] = {}
    for tree in trees:
        _collect(tree, reads, writes)
    created = _created(trees[0])
    return Statement(() if created else tuple(reads), tuple(writes), created)


def _by_words(text: str) -> Statement | None:
    """The tables of a text that does not parse (a piece of a statement, a template), by the words before them."""
    plain = _LITERAL.sub("''", text)
    local = {name.lower() for name in _LOCAL.findall(plain)}
    reads: dict[str, None] = {}
    writes: dict[str, None] = {}
    for words, quoted in _NAMED.findall(plain):
        name = quoted.replace('"', "").replace("`", "")
        if name.upper() not in _NO_TABLES and name.lower() not in local and HOLE_NAME not in name:
            (writes if words.split()[0].upper() in _WRITING else reads).setdefault(name)
    return Statement(tuple(reads), tuple(writes)) if reads or writes else None


def _depth(text: str) -> int:
    deepest = depth = 0
    for sign in text:
        if sign in "([":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in ")]":
            depth -= 1
    return deepest


def _parsed(text: str, first: str) -> "list[exp.Expr]":
    """The statements of a text in the first dialect that accepts all of it; empty when none does."""
    import sqlglot  # noqa: PLC0415  half a second to import, and only files with SQL in them need it
    from sqlglot.errors import SqlglotError  # noqa: PLC0415

    silent, sqlglot.logger.disabled = sqlglot.logger.disabled, True  # it warns on standard error about odd syntax
    try:
        for dialect in dict.fromkeys((first, *DIALECTS)):
            try:
                trees = [tree for tree in sqlglot.parse(text, read=dialect or None) if tree is not None]
            except (SqlglotError, RecursionError, ValueError):
                continue
            if trees and not any(tree.key == "command" for tree in trees):
                return trees
    finally:
        sqlglot.logger.disabled = silent
    return []


def _collect(tree: "exp.Expr", reads: dict[str, None], writes: dict[str, None]) -> None:
    from sqlglot import exp  # noqa: PLC0415

    aliases = {found.alias_or_name for found in tree.find_all(exp.CTE)}
    written = _written(tree)
    for table in tree.find_all(exp.Table):
        name = table.name
        if not name or HOLE_NAME in name or (name in aliases and not table.db) or _of_the_server(table.db, name):
            continue
        shown = f"{table.db}.{name}" if table.db not in {"", *DEFAULT_SCHEMAS} else name
        (writes if any(table is target for target in written) else reads).setdefault(shown)


def _of_the_server(schema: str, name: str) -> bool:
    """Whether the table is the database server's own catalogue, which no service owns."""
    return schema.lower() in CATALOGUES or name.lower().startswith(CATALOGUE_PREFIXES)


def _written(tree: "exp.Expr") -> "list[exp.Expr]":
    """The table nodes that statements in the tree change (also inside WITH)."""
    from sqlglot import exp  # noqa: PLC0415

    changing = (exp.Insert, exp.Update, exp.Delete, exp.Merge, exp.Create, exp.Drop, exp.Alter, exp.TruncateTable)
    found: list[exp.Expr] = []
    for statement in tree.find_all(*changing):
        targets = [statement.this] if statement.this is not None else statement.expressions
        for target in targets:
            table = target.find(exp.Table) if isinstance(target, exp.Expression) else None
            if table is not None:
                found.append(table)
    return found


def _created(tree: "exp.Expr") -> tuple[ColumnFact, ...]:
    """The columns of CREATE TABLE."""
    from sqlglot import exp  # noqa: PLC0415

    if not isinstance(tree, exp.Create):
        return ()
    columns = []
    for definition in tree.find_all(exp.ColumnDef):
        rules = {type(rule.kind).__name__: rule.kind for rule in definition.find_all(exp.ColumnConstraint)}
        reference = rules.get("Reference")
        pointed = reference.find(exp.Table) if reference is not None else None
        key = "PrimaryKeyColumnConstraint" in rules
        columns.append(
            ColumnFact(
                name=definition.name,
                type=_kind(str(definition.args.get("kind") or "")),
                line=0,
                nullable=not key and "NotNullColumnConstraint" not in rules,
                primary_key=key,
                unique=key or "UniqueColumnConstraint" in rules,
                has_default="DefaultColumnConstraint" in rules,
                references=pointed.name if pointed is not None else "",
            )
        )
    return tuple(columns)


_KINDS = (
    ("BOOL", "boolean"), ("INT", "integer"), ("SERIAL", "integer"), ("DECIMAL", "decimal"), ("NUMERIC", "decimal"),
    ("DOUBLE", "float"), ("FLOAT", "float"), ("REAL", "float"), ("JSON", "json"), ("UUID", "uuid"), ("BLOB", "binary"),
    ("BYTEA", "binary"), ("BINARY", "binary"), ("TIMESTAMP", "datetime"), ("DATETIME", "datetime"), ("DATE", "date"),
    ("TIME", "time"), ("CHAR", "string"), ("TEXT", "text"),
)  # fmt: skip


def _kind(text: str) -> str:
    return next((kind for word, kind in _KINDS if word in text.upper()), "")
