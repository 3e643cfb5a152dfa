"""Columns: ``Column``, ``mapped_column``, annotated attributes, ``Field`` of SQLModel; foreign keys inside them."""

import ast
from collections.abc import Iterator

from analyzer.model.page import Page
from analyzer.model.storage import ColumnFact, RelationFact
from analyzer.model.syntax import argument, dotted_text, is_false, is_true, keyword, last_name, number, text, texts

LABEL = "sqlalchemy"

TYPES = {
    "ARRAY": "json", "BIGINT": "integer", "BLOB": "binary", "BOOLEAN": "boolean", "BYTEA": "binary",
    "BigInteger": "integer", "Boolean": "boolean", "CHAR": "string", "DATE": "date", "DATETIME": "datetime",
    "DECIMAL": "decimal", "Date": "date", "DateTime": "datetime", "Double": "float", "Enum": "string",
    "FLOAT": "float", "Float": "float", "INTEGER": "integer", "Integer": "integer", "Interval": "duration",
    "JSON": "json", "JSONB": "json", "LONGTEXT": "text", "LargeBinary": "binary", "MEDIUMTEXT": "text",
    "NUMERIC": "decimal", "Numeric": "decimal", "PickleType": "binary", "SmallInteger": "integer",
    "String": "string", "TEXT": "text", "TIMESTAMP": "datetime", "Text": "text", "Time": "time", "UUID": "uuid",
    "Unicode": "string", "UnicodeText": "text", "Uuid": "uuid", "VARCHAR": "string",
}  # fmt: skip
"""SQLAlchemy's types, generic and of the databases."""

ANNOTATED = {
    "int": "integer", "str": "string", "bool": "boolean", "float": "float", "Decimal": "decimal",
    "datetime": "datetime", "date": "date", "time": "time", "timedelta": "duration", "UUID": "uuid",
    "bytes": "binary", "dict": "json",
    "EmailStr": "email",
}  # fmt: skip
"""Python types of annotated columns."""

HINTS = (
    ("json", "json"), ("datetime", "datetime"), ("timestamp", "datetime"), ("enum", "string"), ("uuid", "uuid"),
    ("text", "text"), ("string", "string"), ("integer", "integer"), ("bool", "boolean"), ("date", "date"),
)  # fmt: skip
"""Words in the names of a project's own types (UtcDateTime, PyIntEnum)."""

MAKERS = frozenset({"Column", "mapped_column", "Field"})
FOREIGN_KEYS = frozenset({"ForeignKey", "ForeignKeyColumn"})


def is_column(call: ast.AST | None) -> bool:
    """Whether a call makes a column."""
    return isinstance(call, ast.Call) and last_name(call.func) in MAKERS


def column(name: str, call: ast.Call, annotation: ast.expr | None, line: int) -> ColumnFact:
    """The column that ``call`` makes, called ``name`` unless it says otherwise."""
    kind, given = _type(call)
    hinted, optional = annotated(annotation)
    key = foreign_key(call)
    is_key = is_true(keyword(call, "primary_key"))
    nullable = keyword(call, "nullable")
    fallback = optional if annotation is not None else not is_key
    length = argument(given, 0, "length") if given is not None and kind == "string" else None
    return ColumnFact(
        name=text(argument(call, 0, "name")) or name,
        type=kind or hinted,
        line=line,
        nullable=not is_false(nullable) if nullable is not None else fallback,
        primary_key=is_key,
        unique=is_key or is_true(keyword(call, "unique")),
        max_length=number(length if length is not None else keyword(call, "max_length")),
        digits=number(argument(given, 0, "precision")) if given is not None and kind == "decimal" else None,
        decimals=number(argument(given, 1, "scale")) if given is not None and kind == "decimal" else None,
        choices=_choices(given),
        has_default=any(keyword(call, word) is not None for word in ("default", "server_default", "default_factory")),
        references=_target(key) if key is not None else text(keyword(call, "foreign_key")),
    )


def _type(call: ast.Call) -> tuple[str, ast.Call | None]:
    """The neutral type and the call that builds it (``String(50)``)."""
    for given in (*call.args[:3], keyword(call, "type_"), keyword(call, "sa_type")):
        name = last_name(given.func if isinstance(given, ast.Call) else given)
        if not name or name in FOREIGN_KEYS or name in {"Sequence", "Identity", "Computed"}:
            continue
        kind = TYPES.get(name) or next((word for hint, word in HINTS if hint in name.lower()), "")
        return kind, given if isinstance(given, ast.Call) else None
    return "", None


def _choices(given: ast.Call | None) -> tuple[str, ...]:
    if given is None or last_name(given.func) != "Enum":
        return ()
    return tuple(found for found in map(text, given.args) if found)


def annotated(annotation: ast.expr | None) -> tuple[str, bool]:
    """The neutral type and optionality of ``Mapped[Optional[int]]``, ``int | None``; ("", False) when unknown."""
    optional = False
    for _ in range(4):
        if isinstance(annotation, ast.Subscript):
            optional = optional or last_name(annotation.value) == "Optional"
            annotation = annotation.slice
        elif isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
            optional = True
            annotation = annotation.left
    return ANNOTATED.get(last_name(annotation), ""), optional


def foreign_key(call: ast.Call) -> ast.Call | None:
    """The ``ForeignKey(...)`` among the arguments of a column."""
    for given in call.args:
        if isinstance(given, ast.Call) and last_name(given.func) in FOREIGN_KEYS:
            return given
    return None


def _target(key: ast.Call) -> str:
    target = argument(key, 0, "column")
    return text(target) or dotted_text(target)


def key_relation(page: Page, name: str, call: ast.Call, place: tuple[int, int]) -> RelationFact | None:
    """The relation of a foreign key column; ``place`` is the class body, or the table object's expression after it."""
    scope, table = place
    key = foreign_key(call)
    target = argument(key, 0, "column") if key is not None else keyword(call, "foreign_key")
    if target is None:
        return None
    pointed = target.value if isinstance(target, ast.Attribute) else None
    return RelationFact(
        scope,
        text(argument(call, 0, "name")) or name,
        "foreign_key",
        LABEL,
        call.lineno,
        target=page.expression(pointed),
        target_text=text(target),
        on_delete=text(keyword(key, "ondelete")) if key is not None else "",
        related_name="+",
        value=table,
    )


def composite_keys(calls: list[ast.expr], place: tuple[int, int]) -> Iterator[RelationFact]:
    """``ForeignKeyConstraint(["a", "b"], ["other.a", "other.b"])``: one relation, named after its columns."""
    for call in calls:
        if isinstance(call, ast.Call) and last_name(call.func) == "ForeignKeyConstraint":
            own, pointed = texts(argument(call, 0, "columns")), texts(argument(call, 1, "refcolumns"))
            if own and pointed:
                yield RelationFact(
                    place[0],
                    ",".join(own),
                    "foreign_key",
                    LABEL,
                    call.lineno,
                    target_text=pointed[0],
                    on_delete=text(keyword(call, "ondelete")),
                    related_name="+",
                    value=place[1],
                )
