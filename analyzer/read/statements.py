"""One function for each kind of statement, and the walk over the bodies of all scopes."""

import ast
from collections.abc import Callable
from typing import Any

from analyzer.model.expression import Choice, Constant, Declared, Instance, Operation, Sequence
from analyzer.model.problem import Problem
from analyzer.read import blocks
from analyzer.read.annotations import annotation
from analyzer.read.deep import build_deep
from analyzer.read.definitions import class_, enter, function
from analyzer.read.draft import Draft
from analyzer.read.imports import import_, import_from
from analyzer.read.narrow import narrowed
from analyzer.read.operators import BINARY, operate
from analyzer.read.results import is_none, several
from analyzer.read.spots import spot
from analyzer.read.targets import assign


def walk(draft: Draft) -> None:
    """Walk the body of every waiting scope; bodies found on the way wait behind them."""
    while draft.waiting:
        frame = draft.waiting.popleft()
        enter(draft, frame)
        node: Any = frame.node
        if frame.kind == "lambda":
            frame.returns.append(draft.build(node.body))
        elif not block(draft, node.body):
            frame.blank = True
        frame.last = len(draft.table)


def block(draft: Draft, statements: list[ast.stmt]) -> bool:
    """Walk statements in order; True when the end of them cannot be reached."""
    ended = False
    for statement in statements:
        handler = HANDLERS.get(statement.__class__)
        if handler is None:
            continue
        try:
            if handler(draft, statement):
                ended = True
        except RecursionError:
            ended = _deep(draft, statement) or ended
    return ended


def _deep(draft: Draft, statement: ast.stmt) -> bool:
    handlers = draft.handlers
    try:
        build_deep(draft, statement)
        return bool(HANDLERS[statement.__class__](draft, statement))
    except RecursionError:
        what = "An expression is nested too deeply to be followed."
        handled = "What it refers to is missing from the result."
        draft.problems.append(Problem(draft.source.path, statement.lineno, "read", what, handled, "loss"))
        return False
    finally:
        draft.handlers = handlers
        page = draft.page  # what was read before the stack was full has been read again
        page.attributes[:] = dict.fromkeys(page.attributes)
        page.subscripts[:] = dict.fromkeys(page.subscripts)


def expression(draft: Draft, node: ast.Expr) -> None:
    """An expression for its effect; docstrings have none."""
    value = node.value
    if value.__class__ is not ast.Constant:
        draft.build(value)


def assignment(draft: Draft, node: ast.Assign) -> None:
    """``a = b = value``."""
    draft.page.assignments.append(spot(draft, node))
    value = draft.build(node.value)
    for target in node.targets:
        assign(draft, target, value)
    if draft.frame.index == 0 and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
        draft.exports = _strings(draft, value)


def annotated(draft: Draft, node: ast.AnnAssign) -> None:
    """``name: Type = value``: the annotation holds where the value says nothing."""
    draft.page.assignments.append(spot(draft, node))
    kind = annotation(draft, node.annotation)
    value = draft.add(Instance(kind) if node.value is None else Declared(draft.build(node.value), kind))
    target = node.target
    if isinstance(target, ast.Name):
        draft.frame.annotations.append((target.id, kind, draft.text(node.annotation)))
    if node.value is not None or target.__class__ is not ast.Subscript:
        assign(draft, target, value)


def augmented(draft: Draft, node: ast.AugAssign) -> None:
    """``a += value``."""
    draft.page.assignments.append(spot(draft, node))
    target = node.target
    before = draft.build(target)
    value = operate(draft, f"__i{BINARY[node.op.__class__]}__", before, node.value, node.lineno)
    if draft.frame.index == 0 and isinstance(target, ast.Name) and target.id == "__all__":
        draft.exports = [*(draft.exports or []), *(_strings(draft, draft.build(node.value)) or [])]
    assign(draft, target, value)


def _strings(draft: Draft, value: int) -> list[str] | None:
    display = draft.table[value]
    if not isinstance(display, Sequence):
        return None
    items = [draft.table[item] for item in display.items]
    return [item.value for item in items if isinstance(item, Constant) and isinstance(item.value, str)]


def returned(draft: Draft, node: ast.Return) -> bool:
    """``return value``; None comes back as no value does, and what dropped out of several values is marked."""
    frame, value = draft.frame, node.value
    if value is None or is_none(value):
        frame.blank = True
        return True
    index = draft.build(value)
    frame.returns.append(index)
    operands = several(value)
    others = [one for one in operands if not is_none(one)]
    frame.blank = frame.blank or len(others) < len(operands)
    if len(others) > 1 and draft.table[index].__class__ is not Choice:
        frame.returns.append(0)
    if value.__class__ is ast.Name and (value.id, 0) in frame.trail:
        frame.returns.append(0)
    return True


def raised(draft: Draft, node: ast.Raise) -> bool:
    """``raise error from cause``."""
    if node.exc is not None:
        draft.frame.raises.append((draft.build(node.exc), node.lineno))
    if node.cause is not None:
        draft.build(node.cause)
    return True


def jump(draft: Draft, _node: ast.AST) -> bool:
    """``break`` and ``continue``: the environment reaches the end of the loop."""
    draft.frame.exits.append(draft.environment)
    return True


def asserted(draft: Draft, node: ast.Assert) -> None:
    """``assert test``: what it says holds from here on."""
    draft.build(node.test)
    if node.msg is not None:
        draft.build(node.msg)
    blocks.switch(draft, narrowed(draft, node.test, truth=True))


def deleted(draft: Draft, node: ast.Delete) -> None:
    """``del name``."""
    for target in node.targets:
        if isinstance(target, ast.Name):
            draft.environment.pop(target.id, None)
        elif isinstance(target, ast.Subscript):
            value, key = draft.build(target.value), draft.build(target.slice)
            draft.add(Operation("__delitem__", value, key, target.lineno))
        else:
            draft.build(target)


def global_(draft: Draft, node: ast.Global) -> None:
    """``global name``."""
    for name in node.names:
        draft.frame.declared[name] = 0
        draft.environment.pop(name, None)


def nonlocal_(draft: Draft, node: ast.Nonlocal) -> None:
    """``nonlocal name``."""
    for name in node.names:
        around = draft.frame.parent
        while around is not None and around.parent is not None and name not in around.lines:
            around = around.parent
        draft.frame.declared[name] = around.index if around is not None else 0


def _walked_by(walk_block: Callable[[Draft, Any, blocks.Block], bool]) -> Callable[[Draft, Any], bool]:
    return lambda draft, node: walk_block(draft, node, block)


HANDLERS: dict[type, Callable[[Draft, Any], bool | None]] = {
    ast.Expr: expression,
    ast.Assign: assignment,
    ast.AnnAssign: annotated,
    ast.AugAssign: augmented,
    ast.Return: returned,
    ast.Raise: raised,
    ast.Break: jump,
    ast.Continue: jump,
    ast.Assert: asserted,
    ast.Delete: deleted,
    ast.Global: global_,
    ast.Nonlocal: nonlocal_,
    ast.Import: import_,
    ast.ImportFrom: import_from,
    ast.FunctionDef: function,
    ast.AsyncFunctionDef: function,
    ast.ClassDef: class_,
    ast.If: _walked_by(blocks.branch),
    ast.For: _walked_by(blocks.for_),
    ast.AsyncFor: _walked_by(blocks.for_),
    ast.While: _walked_by(blocks.while_),
    ast.With: _walked_by(blocks.with_),
    ast.AsyncWith: _walked_by(blocks.with_),
    ast.Try: _walked_by(blocks.try_),
    ast.TryStar: _walked_by(blocks.try_),
    ast.Match: _walked_by(blocks.match_),
}
