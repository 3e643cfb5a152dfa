"""A fact as one line of text: what the dialects' examples, their tests and the documentation compare."""

import ast
from collections.abc import Mapping

import msgspec

from analyzer.model.expression import Index
from analyzer.model.framework import FrameworkFact
from analyzer.model.knowledge import CollectionType, KnownBase, KnownCall
from analyzer.model.page import Page
from analyzer.model.storage import ColumnFact, TableFact

EXPRESSIONS = frozenset(
    {
        "value",
        "target",
        "event",
        "handler",
        "sender",
        "router",
        "child",
        "through",
        "maps",
        "response",
        "holder",
        "registry",
        "key",
    }
)
SCOPES = frozenset({"scope", "function"})
HIDDEN = frozenset({"label", "columns", "creates", "instance"})
LONGEST = 48  # characters of code or items of text shown: enough to recognise it on a page


def describe(facts: list[FrameworkFact], page: Page) -> tuple[str, ...]:
    """Each fact as ``tag field=value ...``: fields at their default left out, code as its source, scopes by name."""
    code: dict[Index, str] = {}
    for node, index in page.indexes.items():
        code.setdefault(index, _source(node))
    return tuple(_line(fact, page, code) for fact in facts)


def _source(node: ast.AST) -> str:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return node.name
    return _short(" ".join(ast.unparse(node).split()))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _line(fact: FrameworkFact, page: Page, code: Mapping[Index, str]) -> str:
    if isinstance(fact, KnownBase):
        return f"known_base {fact.base}"
    if isinstance(fact, KnownCall):
        return f"known_call {fact.name}"
    if isinstance(fact, CollectionType):
        return f"collection_type {fact.bases[0]}"
    words = [str(type(fact).__struct_config__.tag)]
    for field in msgspec.structs.fields(fact):
        value = getattr(fact, field.name)
        if field.name in SCOPES or (value != field.default and (value or value is False) and field.name not in HIDDEN):
            words.append(f"{field.name}={_value(field.name, value, page, code)}")
    columns = fact.columns if isinstance(fact, TableFact) else getattr(fact, "creates", ())
    return " ".join([*words, *(_column(column) for column in columns)])


def _value(name: str, value: object, page: Page, code: Mapping[Index, str]) -> str:
    if name in SCOPES and isinstance(value, int):
        return page.qualified(value) or "module"
    if name == "values" and isinstance(value, tuple):
        return ",".join(code.get(index, "?") for index in value)
    if name in EXPRESSIONS and isinstance(value, int):
        return code.get(value, "?")
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return _short(",".join(map(str, value)))
    return repr(value) if isinstance(value, str) else str(value)


def _column(column: ColumnFact) -> str:
    """``name:type(max_length) nullable primary_key ...`` in brackets."""
    size = next((str(size) for size in (column.max_length, column.digits) if size is not None), "")
    if column.decimals is not None:
        size += f".{column.decimals}"
    flags = [flag for flag in ("nullable", "primary_key", "unique", "has_default") if getattr(column, flag)]
    more = [f"references={column.references}"] if column.references else []
    if column.choices:
        more.append(f"choices={'|'.join(column.choices)}")
    return f"[{' '.join([f'{column.name}:{column.type}' + (f'({size})' if size else ''), *flags, *more])}]"
