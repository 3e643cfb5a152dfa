"""The names a loop assigns: they can have a value of an earlier round wherever the loop reads them."""

import ast
from typing import Any

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def assigned(loop: ast.AST) -> set[str]:
    """Names bound by statements inside ``loop``, targets of its own included; inner scopes keep theirs."""
    names: set[str] = set()
    waiting: list[Any] = [loop]
    while waiting:
        node = waiting.pop()
        kind = node.__class__
        if kind is ast.Assign:
            _targets(node.targets, names)
        elif kind is ast.AnnAssign or kind is ast.AugAssign:
            _targets([node.target], names)
        elif kind is ast.For or kind is ast.AsyncFor:
            _targets([node.target], names)
            waiting += node.body
            waiting += node.orelse
        elif kind is ast.While or kind is ast.If:
            _walrus(node.test, names)
            waiting += node.body
            waiting += node.orelse
        elif kind is ast.With or kind is ast.AsyncWith:
            _targets([item.optional_vars for item in node.items if item.optional_vars is not None], names)
            waiting += node.body
        elif kind is ast.Try:
            waiting += [*node.body, *node.orelse, *node.finalbody]
            waiting += [statement for handler in node.handlers for statement in handler.body]
        elif kind is ast.Match:
            waiting += [statement for case in node.cases for statement in case.body]
        elif kind in DEFINITIONS:
            names.add(node.name)
    return names


def _targets(targets: list[Any], names: set[str]) -> None:
    waiting = list(targets)
    while waiting:
        node = waiting.pop()
        kind = node.__class__
        if kind is ast.Name:
            names.add(node.id)
        elif kind is ast.Tuple or kind is ast.List:
            waiting += node.elts
        elif kind is ast.Starred:
            waiting.append(node.value)


def _walrus(test: ast.expr, names: set[str]) -> None:
    """``while chunk := read():`` is the one place where a walrus matters across rounds."""
    if isinstance(test, ast.NamedExpr):
        names.add(test.target.id)
    elif isinstance(test, ast.Compare) and isinstance(test.left, ast.NamedExpr):
        names.add(test.left.target.id)
