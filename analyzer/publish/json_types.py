"""Annotations and defaults to JSON Schema fragments, with the class each name may mean."""

import ast
from collections.abc import Callable
from typing import Any, NamedTuple

Fragment = dict[str, Any]
Resolve = Callable[[str], Fragment | None]
"""A class name as written, to the schema of that class, or None when it is not known."""

DECIMAL: Fragment = {"type": "string", "format": "decimal", "pattern": r"^-?\d+(\.\d+)?$"}
SIMPLE: dict[str, Fragment] = {
    "int": {"type": "integer"},
    "str": {"type": "string"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "Decimal": DECIMAL,
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "timedelta": {"type": "string", "format": "duration"},
    "UUID": {"type": "string", "format": "uuid"},
    "bytes": {"type": "string", "contentEncoding": "base64"},
    "None": {"type": "null"},
}
_LISTS = frozenset(
    [
        "list",
        "List",
        "Sequence",
        "Iterable",
        "Iterator",
        "Collection",
        "set",
        "Set",
        "frozenset",
        "FrozenSet",
        "AbstractSet",
        "tuple",
        "Tuple",
        "Generator",
        "MutableSequence",
    ]
)
_MAPPINGS = frozenset(["dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "OrderedDict"])
_WRAPPERS = frozenset(
    ["Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Awaitable", "Coroutine"]
)
_MAX_ANNOTATION = 2_000  # characters; a longer annotation is generated code and says nothing to a reader
_MAX_DEPTH = 12  # nested brackets; deeper ones were never seen outside tests of type checkers


class Typed(NamedTuple):
    """A schema fragment and where it was learned."""

    schema: Fragment
    origin: str


UNKNOWN = Typed({}, "unknown")


def from_annotation(text: str, resolve: Resolve) -> Fragment | None:
    """The schema an annotation describes; None when it says nothing (Any, object, an unknown class)."""
    if not text or len(text) > _MAX_ANNOTATION:
        return None
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    return _fragment(tree, resolve, 0)


def _fragment(node: ast.expr, resolve: Resolve, depth: int) -> Fragment | None:
    if depth > _MAX_DEPTH:
        return None
    if isinstance(node, ast.Constant):
        return _constant(node.value, resolve)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        return _union(_terms(node), resolve, depth)
    if isinstance(node, ast.Subscript):
        return _subscript(node, resolve, depth)
    return _plain_name(_last_name(node), resolve)


def _plain_name(name: str, resolve: Resolve) -> Fragment | None:
    if name in _LISTS:
        return {"type": "array", "items": {}}
    if name in _MAPPINGS:
        return {"type": "object"}
    return dict(SIMPLE[name]) if name in SIMPLE else resolve(name)


def _constant(value: object, resolve: Resolve) -> Fragment | None:
    if value is None:
        return dict(SIMPLE["None"])
    return from_annotation(value, resolve) if isinstance(value, str) else None


def _terms(node: ast.expr) -> list[ast.expr]:
    terms, waiting = [], [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, ast.BinOp) and isinstance(current.op, ast.BitOr):
            waiting += [current.right, current.left]
        else:
            terms.append(current)
    return terms


def _union(terms: list[ast.expr], resolve: Resolve, depth: int) -> Fragment | None:
    found = [_fragment(term, resolve, depth + 1) for term in terms]
    known = [fragment for fragment in found if fragment is not None]
    real = [fragment for fragment in known if fragment != {"type": "null"}]
    if len(known) < len(found) or not real:
        return None
    if len(real) == 1:
        return nullable(real[0]) if len(known) > 1 else real[0]
    return {"anyOf": known}


def nullable(fragment: Fragment) -> Fragment:
    """``fragment`` or null, in the shortest form that generators of other people understand."""
    if not fragment or ("anyOf" in fragment and {"type": "null"} in fragment["anyOf"]):
        return fragment
    if "anyOf" in fragment:
        return {"anyOf": [*fragment["anyOf"], {"type": "null"}]}
    return {"anyOf": [fragment, {"type": "null"}]}


def may_be_empty(fragment: Fragment) -> bool:
    """Whether a text without a letter fits; a format excludes it, and its values (UUIDs, times) have no length."""
    return fragment.get("type") == "string" and "format" not in fragment


def _subscript(node: ast.Subscript, resolve: Resolve, depth: int) -> Fragment | None:
    name = _last_name(node.value)
    inner = list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]
    if name in {"Optional", "Union"}:
        return _union([*inner, ast.Constant(None)] if name == "Optional" else inner, resolve, depth)
    if name in _MAPPINGS:
        values = _fragment(inner[-1], resolve, depth + 1) if len(inner) > 1 else None
        return {"type": "object", "additionalProperties": values or {}}
    if name in _LISTS:
        return {"type": "array", "items": _items(name, inner, resolve, depth)}
    return _literals(inner) if name == "Literal" else _unwrapped(name, inner, resolve, depth)


def _unwrapped(name: str, inner: list[ast.expr], resolve: Resolve, depth: int) -> Fragment | None:
    if name in _WRAPPERS:
        return _fragment(inner[-1] if name == "Coroutine" else inner[0], resolve, depth + 1)
    return None


def _items(name: str, inner: list[ast.expr], resolve: Resolve, depth: int) -> Fragment:
    if name in {"tuple", "Tuple"}:
        inner = [item for item in inner if not (isinstance(item, ast.Constant) and item.value is ...)]
        found = [_fragment(item, resolve, depth + 1) or {} for item in inner]
        distinct = [fragment for index, fragment in enumerate(found) if fragment not in found[:index]]
        return distinct[0] if len(distinct) == 1 else {}
    return _fragment(inner[0], resolve, depth + 1) or {}


def _literals(nodes: list[ast.expr]) -> Fragment | None:
    values = [node.value for node in nodes if isinstance(node, ast.Constant)]
    if values and len(values) == len(nodes) and all(isinstance(value, str) for value in values):
        return {"type": "string", "enum": list(dict.fromkeys(values))}
    if values and len(values) == len(nodes) and all(type(value) is int for value in values):
        return {"type": "integer", "enum": list(dict.fromkeys(values))}
    return None


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def fits(default: str, schema: Fragment) -> bool:
    """Whether a default is a constant that the schema allows, so that callers may send it themselves."""
    try:
        value = ast.literal_eval(default) if len(default) < _MAX_ANNOTATION else ...
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return False
    allowed = [part for part in schema.get("anyOf", [schema]) if "enum" not in part and "format" not in part]
    name = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}.get(type(value))
    return name is not None and (not schema or any(part.get("type") == name for part in allowed))


def from_default(text: str) -> Fragment | None:
    """The schema of a literal default; None for anything else, and for None, which says only "optional"."""
    try:
        value = ast.literal_eval(text) if len(text) < _MAX_ANNOTATION else None
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        return None
    simple = {bool: "boolean", int: "integer", float: "number", str: "string"}.get(type(value))
    if simple:
        return {"type": simple}
    if isinstance(value, list | tuple | set):
        return {"type": "array", "items": {}}
    return {"type": "object"} if isinstance(value, dict) else None
