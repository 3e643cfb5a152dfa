"""One function for each kind of expression: from a syntax node to an index in the expression table."""

import ast
from collections.abc import Callable
from typing import Any

from analyzer.model.expression import (
    SPREAD,
    Attribute,
    Call,
    Delegated,
    Index,
    Mapping,
    Operation,
    Sent,
    Sequence,
    Slice,
    Starred,
    Subscript,
    Super,
)
from analyzer.model.page import LONG_STRING
from analyzer.read import comprehensions, operators
from analyzer.read.definitions import lambda_
from analyzer.read.displays import display_at, item_of, literal_key, remember, update
from analyzer.read.draft import Draft, Frame
from analyzer.read.spots import spot
from analyzer.read.targets import assign


def name(draft: Draft, node: ast.Name) -> Index:
    """A name that is read, not called."""
    index = draft.environment.get(node.id)
    if index is None:
        index = draft.outer(node.id)
    if index in draft.notable:
        draft.frame.uses.append((index, node.lineno))
    elif index in draft.fresh:
        del draft.fresh[index]
    return index


def attribute(draft: Draft, node: ast.Attribute) -> Index:
    """``value.name`` that is read, not called."""
    value = draft.build(node.value)
    index = draft.add(Attribute(value, node.attr, node.lineno))
    draft.frame.uses.append((index, node.lineno))
    draft.page.attributes.append(node)
    return index


def call(draft: Draft, node: ast.Call) -> Index:
    """A call; what is called is no use of its own."""
    function: Any = node.func
    kind = function.__class__
    if kind is ast.Name:
        if function.id == "super" and "super" not in draft.environment:
            return _super(draft, node)
        callee = draft.environment.get(function.id)
        if callee is None:
            callee = draft.outer(function.id)
    elif kind is ast.Attribute:
        display = display_at(draft, function.value) if draft.fresh else 0
        callee = draft.add(Attribute(display or draft.build(function.value), function.attr, function.end_lineno))
    else:
        callee = draft.build(function)
    build = draft.build
    given = node.args
    arguments = tuple([build(argument) for argument in given]) if given else ()
    pairs = node.keywords
    keywords = tuple([(keyword.arg or "**", build(keyword.value)) for keyword in pairs]) if pairs else ()
    page = draft.page
    if kind is ast.Attribute:
        if function.attr == "update":
            update(draft, function, arguments)
        page.attributes.append(function)
    page.indexes[function] = callee
    page.calls.append(spot(draft, node))
    flags = draft.flags
    for argument in given:
        if argument.__class__ is ast.Starred:
            flags |= SPREAD
    return draft.add(Call(callee, arguments, keywords, node.lineno, flags))


def _super(draft: Draft, node: ast.Call) -> Index:
    frame: Frame | None = draft.frame
    method: Frame | None = None
    while frame is not None and frame.kind != "class":
        method, frame = frame, frame.parent
    owner = frame.index if frame is not None else -1
    if len(node.args) > 1:
        return draft.add(Super(owner, draft.build(node.args[0]), draft.build(node.args[1]), node.lineno))
    instance = 0
    if method is not None and method.parameters:
        first = method.parameters[0].name
        instance = draft.lookup(first) if method is draft.frame else draft.variable(method.index, first)
    return draft.add(Super(owner, 0, instance, node.lineno))


def constant(draft: Draft, node: ast.Constant) -> Index:
    """A literal."""
    value = node.value
    kind = value.__class__
    if kind is str:
        if len(value) >= LONG_STRING:  # type: ignore[arg-type]
            draft.page.strings.append(spot(draft, node))
        return draft.constant("str", value)  # type: ignore[arg-type]
    if kind is int:
        return draft.constant("int", value if -(2**31) < value < 2**31 else None)  # type: ignore[arg-type,operator]
    return 0 if value is None or value is Ellipsis else draft.constant(kind.__name__)


def joined(draft: Draft, node: ast.JoinedStr) -> Index:
    """An f-string is a string; the expressions inside it are evaluated. What may be a name is put together."""
    parts: list[Index] = []
    texts: list[str] = []
    for part in node.values:
        if part.__class__ is ast.FormattedValue:
            parts.append(draft.build(part.value))
            if part.format_spec is not None:
                draft.build(part.format_spec)
        else:
            texts.append(part.value)  # type: ignore[attr-defined]
            parts.append(draft.constant("str", texts[-1]))
    if len(parts) not in (2, 3) or not texts or not all(operators.is_name_like(text) for text in texts):
        return draft.constant("str")
    value = parts[0]
    for part_index in parts[1:]:
        value = draft.add(Operation("__add__", value, part_index, node.lineno))
    return value


def formatted(draft: Draft, node: ast.FormattedValue) -> Index:
    """One ``{expression:format}``."""
    draft.build(node.value)
    if node.format_spec is not None:
        draft.build(node.format_spec)
    return draft.constant("str")


def sequence(draft: Draft, node: ast.List | ast.Tuple | ast.Set) -> Index:
    """A list, tuple or set display."""
    build = draft.build
    items = tuple([build(item) for item in node.elts])
    return remember(draft, draft.add(Sequence(node.__class__.__name__.lower(), items)))


def mapping(draft: Draft, node: ast.Dict) -> Index:
    """A dict display."""
    keys: list[Index] = []
    values: list[Index] = []
    for key, value in zip(node.keys, node.values, strict=True):
        keys.append(0 if key is None else draft.build(key))
        index = draft.build(value)
        values.append(draft.add(Starred(index)) if key is None else index)
    return remember(draft, draft.add(Mapping(tuple(keys), tuple(values))))


def subscript(draft: Draft, node: ast.Subscript) -> Index:
    """``value[key]`` or ``value[low:high]``; an item of a display in sight is the item itself."""
    index = _item(draft, node)
    draft.page.subscripts.append(node)
    return index


def _item(draft: Draft, node: ast.Subscript) -> Index:
    if draft.fresh and (display := display_at(draft, node.value)):
        key = literal_key(node.slice)
        item = item_of(draft, display, key) if key is not None else 0
        if item:
            return item
        return (
            draft.add(Subscript(display, draft.build(node.slice), node.lineno))
            if key is not None
            else _read(draft, node)
        )
    return _read(draft, node)


def _read(draft: Draft, node: ast.Subscript) -> Index:
    value = draft.build(node.value)
    key = node.slice
    if key.__class__ is ast.Slice:
        for bound in (key.lower, key.upper, key.step):
            if bound is not None:
                draft.build(bound)
        return draft.add(Slice(value, _integer(key.lower), _integer(key.upper)))
    return draft.add(Subscript(value, draft.build(key), node.lineno))


def _integer(node: ast.expr | None) -> int | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if value.__class__ is int and value < 2**31 else None


def starred(draft: Draft, node: ast.Starred) -> Index:
    """``*value``."""
    return draft.add(Starred(draft.build(node.value)))


def named(draft: Draft, node: ast.NamedExpr) -> Index:
    """``(name := value)``."""
    value = draft.build(node.value)
    assign(draft, node.target, value)
    return value


def awaited(draft: Draft, node: ast.Await) -> Index:
    """``await value``: a coroutine stands for its result throughout."""
    return draft.build(node.value)


def yielded(draft: Draft, node: ast.Yield) -> Index:
    """``yield value``."""
    value = draft.build(node.value) if node.value is not None else 0
    draft.frame.yields.append(value)
    return draft.add(Sent(draft.frame.index, value))


def delegated(draft: Draft, node: ast.YieldFrom) -> Index:
    """``yield from value``."""
    value = draft.build(node.value)
    draft.frame.yields.append(draft.add(comprehensions.element_of(value, node.lineno)))
    return draft.add(Delegated(value, node.lineno))


def other(draft: Draft, node: ast.AST) -> Index:
    """Syntax newer than this reader: its parts are read, its value is unknown."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            draft.build(child)
    return 0


HANDLERS: dict[type, Callable[[Draft, Any], Index]] = {
    ast.Name: name,
    ast.Attribute: attribute,
    ast.Call: call,
    ast.Constant: constant,
    ast.JoinedStr: joined,
    ast.FormattedValue: formatted,
    ast.List: sequence,
    ast.Tuple: sequence,
    ast.Set: sequence,
    ast.Dict: mapping,
    ast.Subscript: subscript,
    ast.Slice: other,
    ast.Starred: starred,
    ast.NamedExpr: named,
    ast.Await: awaited,
    ast.Yield: yielded,
    ast.YieldFrom: delegated,
    ast.Lambda: lambda_,
    ast.BinOp: operators.binary,
    ast.UnaryOp: operators.unary,
    ast.Compare: operators.comparison,
    ast.BoolOp: operators.boolean,
    ast.IfExp: operators.conditional,
    ast.ListComp: comprehensions.collect,
    ast.SetComp: comprehensions.collect,
    ast.GeneratorExp: comprehensions.collect,
    ast.DictComp: comprehensions.collect,
    # Template strings, which only Python 3.14 and later read.
    **{vars(ast)[kind]: other for kind in ("TemplateStr", "Interpolation") if kind in vars(ast)},
}
