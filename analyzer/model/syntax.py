"""Questions that dialects ask of syntax nodes: literals, arguments, names, texts with holes."""

import ast
from collections.abc import Iterator

HOLE = "{}"
"""Stands in a text for a part that is not a literal."""

LARGEST = 2**31
"""Integers are kept below this, so that every fact can be encoded."""

DEEPEST = 200
"""Nested operators looked at in one text: longer sums exist only in generated code."""

DISPLAYS = (ast.List, ast.Tuple, ast.Set)
BLOCKS = (ast.If, ast.Try, ast.With)
ASSIGNMENTS = (ast.Assign, ast.AnnAssign)


def text(node: ast.AST | None) -> str:
    """The value of a string literal, "" for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def number(node: ast.AST | None) -> int | None:
    """The value of an integer literal, None for anything else and for numbers no column or port can have."""
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, int) and not isinstance(value, bool) and value < LARGEST else None


def is_true(node: ast.AST | None) -> bool:
    """Whether the node is the literal ``True``."""
    return isinstance(node, ast.Constant) and node.value is True


def is_false(node: ast.AST | None) -> bool:
    """Whether the node is the literal ``False``."""
    return isinstance(node, ast.Constant) and node.value is False


def is_none(node: ast.AST | None) -> bool:
    """Whether the node is the literal ``None``."""
    return isinstance(node, ast.Constant) and node.value is None


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value given to the keyword ``name``, None when it is absent."""
    for given in call.keywords:
        if given.arg == name:
            return given.value
    return None


def argument(call: ast.Call, position: int, name: str = "") -> ast.expr | None:
    """The argument at ``position``, else the keyword ``name``; None when absent or behind ``*args``."""
    if position < len(call.args) and not any(isinstance(given, ast.Starred) for given in call.args[: position + 1]):
        return call.args[position]
    return keyword(call, name) if name else None


def items(node: ast.AST | None) -> list[ast.expr]:
    """The members of a list, tuple or set display, empty for anything else."""
    return list(node.elts) if isinstance(node, DISPLAYS) else []


def texts(node: ast.AST | None) -> tuple[str, ...]:
    """The string literals in a display, or the one string literal."""
    alone = text(node)
    return (alone,) if alone else tuple(found for found in map(text, items(node)) if found)


def entries(node: ast.AST | None) -> Iterator[tuple[str, ast.expr]]:
    """Key and value of a dict display or a ``dict(...)`` call, where the key is a string literal."""
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if text(key):
                yield text(key), value
    elif isinstance(node, ast.Call) and last_name(node.func) == "dict":
        for given in node.keywords:
            if given.arg:
                yield given.arg, given.value


def last_name(node: ast.AST | None) -> str:
    """``c`` of ``a.b.c``, ``a`` of ``a``, "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def dotted_text(node: ast.AST | None) -> str:
    """``a.b.c`` as written, "" for anything but names and attributes."""
    steps: list[str] = []
    while isinstance(node, ast.Attribute):
        steps.append(node.attr)
        node = node.value
    return ".".join(reversed([*steps, node.id])) if isinstance(node, ast.Name) else ""


def receiver(call: ast.Call) -> ast.expr | None:
    """``x`` of ``x.method(...)``."""
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def called_name(node: ast.AST | None) -> str:
    """The last name of what is called, or of the node itself when it is no call (decorators come both ways)."""
    return last_name(node.func) if isinstance(node, ast.Call) else last_name(node)


def targets(node: ast.Assign | ast.AnnAssign | ast.AugAssign) -> list[ast.expr]:
    """What an assignment assigns to."""
    return list(node.targets) if isinstance(node, ast.Assign) else [node.target]


def target_name(node: ast.stmt) -> str:
    """``x`` of ``x = ...`` and ``x: T = ...``, "" for other statements and several targets."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""
    return node.target.id if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else ""


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a body and of the ``if``, ``try`` and ``with`` blocks in it, in source order."""
    waiting = list(reversed(body))
    while waiting:
        statement = waiting.pop()
        yield statement
        if isinstance(statement, BLOCKS):
            blocks = [*statement.body, *getattr(statement, "orelse", ()), *getattr(statement, "finalbody", ())]
            waiting.extend(reversed(blocks))


def class_assignments(node: ast.ClassDef) -> Iterator[tuple[str, ast.expr, int]]:
    """Name, value and line of each assignment to a plain name in a class body."""
    for statement in statements(node.body):
        if isinstance(statement, ASSIGNMENTS) and statement.value is not None:
            name = target_name(statement)
            if name:
                yield name, statement.value, statement.lineno


def class_values(node: ast.ClassDef) -> dict[str, ast.expr]:
    """The last value assigned to each plain name in a class body."""
    return {name: value for name, value, _ in class_assignments(node)}


def inner_class(node: ast.ClassDef, name: str) -> ast.ClassDef | None:
    """The class called ``name`` in a class body (``class Meta``)."""
    for statement in node.body:
        if isinstance(statement, ast.ClassDef) and statement.name == name:
            return statement
    return None


def pattern(node: ast.AST | None) -> str:
    """The text that an expression builds, with ``{}`` for each part that is not a literal; "" when nothing is.

    Understands literals, f-strings, ``+``, ``%``, ``.format()`` and ``"".join([...])``.
    """
    found: list[str] = []
    waiting: list[ast.AST | None] = [node]
    while waiting and len(found) < DEEPEST:
        part = waiting.pop()
        deeper = _parts(part)
        if deeper is not None:
            waiting.extend(reversed(deeper))
        else:
            found.append(text(part) if isinstance(part, ast.Constant) and isinstance(part.value, str) else HOLE)
    joined = "".join(found)
    return joined if joined.replace(HOLE, "").strip() else ""


def _parts(node: ast.AST | None) -> list[ast.AST | None] | None:
    """The nodes a text is put together from, None for a single part."""
    if isinstance(node, ast.JoinedStr):
        return list(node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [node.left, node.right]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return [node.left]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "format" and text(node.func.value):
            return [node.func.value]
        if node.func.attr == "join" and node.args and items(node.args[0]):
            separator: list[ast.AST | None] = [node.func.value]
            return [piece for item in items(node.args[0]) for piece in (item, *separator)][:-1]
    return None
