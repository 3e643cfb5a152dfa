"""Model fields as columns: the kinds Django ships, and others by what their names say."""

import ast
from collections.abc import Mapping

from analyzer.model.page import Page
from analyzer.model.storage import ColumnFact
from analyzer.model.syntax import class_assignments, entries, is_none, is_true, items, keyword, last_name, number, text

KINDS: dict[str, str] = {
    "AutoField": "integer",
    "BigAutoField": "integer",
    "SmallAutoField": "integer",
    "BigIntegerField": "integer",
    "BinaryField": "binary",
    "BooleanField": "boolean",
    "NullBooleanField": "boolean",
    "CharField": "string",
    "DateField": "date",
    "DateTimeField": "datetime",
    "DecimalField": "decimal",
    "DurationField": "duration",
    "EmailField": "email",
    "FileField": "string",
    "FilePathField": "string",
    "FloatField": "float",
    "GenericIPAddressField": "string",
    "IPAddressField": "string",
    "ImageField": "string",
    "IntegerField": "integer",
    "JSONField": "json",
    "PositiveBigIntegerField": "integer",
    "PositiveIntegerField": "integer",
    "PositiveSmallIntegerField": "integer",
    "SlugField": "string",
    "SmallIntegerField": "integer",
    "TextField": "text",
    "TimeField": "time",
    "URLField": "url",
    "UUIDField": "uuid",
}
"""Django's own fields and what their columns hold."""

HINTS = (
    ("json", "json"), ("datetime", "datetime"), ("timestamp", "datetime"), ("date", "date"), ("time", "time"),
    ("decimal", "decimal"), ("money", "decimal"), ("price", "decimal"), ("float", "float"), ("integer", "integer"),
    ("boolean", "boolean"), ("uuid", "uuid"), ("email", "email"), ("url", "url"), ("text", "text"),
    ("char", "string"), ("slug", "string"), ("image", "string"), ("file", "string"), ("binary", "binary"),
)  # fmt: skip
"""Words in the names of other fields, the telling ones first."""

LENGTHS = {"SlugField": 50, "EmailField": 254, "URLField": 200, "FileField": 100, "ImageField": 100}
"""The lengths Django gives when the field names none."""

UNIQUE_KEYS = frozenset({"AutoField", "BigAutoField", "SmallAutoField"})


def column(name: str, call: ast.Call, values: Mapping[str, ast.AST], line: int) -> ColumnFact:
    """The column of a field that is no relation; ``values`` are the names of the file (for choices)."""
    field = last_name(call.func)
    length = keyword(call, "max_length")
    is_key = is_true(keyword(call, "primary_key"))
    return ColumnFact(
        name=text(keyword(call, "db_column")) or name,
        type=kind(field),
        line=line,
        nullable=is_true(keyword(call, "null")) or field == "NullBooleanField",
        primary_key=is_key,
        unique=is_key or is_true(keyword(call, "unique")) or field in UNIQUE_KEYS,
        max_length=number(length) if length is not None else LENGTHS.get(field),
        digits=number(keyword(call, "max_digits")),
        decimals=number(keyword(call, "decimal_places")),
        choices=_choices(keyword(call, "choices"), values),
        has_default=_has_default(call),
    )


def kind(field: str) -> str:
    """The neutral type of a field class, "" when its name says nothing."""
    known = KINDS.get(field)
    if known is not None:
        return known
    lower = field.lower()
    return next((type_ for word, type_ in HINTS if word in lower), "")


def is_field(page: Page, call: ast.Call) -> bool:
    """Whether a call in a class body makes a model field: Django's own by origin, others by their names."""
    name = last_name(call.func)
    if not name.endswith(("Field", "ForeignKey", "Key")):
        return False
    origin = page.dotted(call.func)
    if origin.startswith("django."):
        return ".models." in origin or ".postgres.fields" in origin
    return not {"forms", "serializers", "filters"}.intersection(origin.lower().split("."))


def is_own_field(page: Page, call: ast.Call) -> bool:
    """Whether the field is certainly one of Django's models' fields."""
    origin = page.dotted(call.func)
    return origin.startswith("django.") and ".models." in origin and last_name(call.func).endswith(("Field", "Key"))


def _has_default(call: ast.Call) -> bool:
    default = keyword(call, "default")
    automatic = is_true(keyword(call, "auto_now")) or is_true(keyword(call, "auto_now_add"))
    return automatic or (default is not None and not is_none(default)) or keyword(call, "db_default") is not None


def _choices(node: ast.AST | None, values: Mapping[str, ast.AST]) -> tuple[str, ...]:
    """The stored values of ``choices``, where they are written in the same file."""
    if isinstance(node, ast.Attribute) and node.attr == "choices":
        node = node.value
    name = last_name(node)
    if name:
        node = values.get(name)
    if isinstance(node, ast.ClassDef):
        found = [_stored((items(value) or [value])[0], values) for _, value, _ in class_assignments(node)]
    else:
        pairs = [items(pair) for pair in items(node)]
        found = [_stored(pair[0], values) for pair in pairs if pair] or [key for key, _ in entries(node)]
    return tuple(found) if all(found) else ()


def _stored(node: ast.AST, values: Mapping[str, ast.AST]) -> str:
    if isinstance(node, ast.Name):
        node = values.get(node.id, node)
    if isinstance(node, ast.Constant) and node.value is not None:
        return str(node.value)
    return ""
