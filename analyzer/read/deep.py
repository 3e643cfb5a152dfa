"""The walk for expressions nested deeper than Python's stack: children first, in a loop."""

import ast
from collections.abc import Callable
from typing import Any

Handler = Callable[[Any, Any], int]
SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def build_deep(draft: Any, statement: ast.stmt) -> None:  # noqa: ANN401 - Draft imports the handlers that import this
    """Write the expressions of ``statement`` from the inside out, so that no handler has to go deep itself."""
    known: dict[ast.AST, int] = {}
    handlers = draft.handlers
    draft.handlers = {kind: _recalling(known, handler) for kind, handler in handlers.items()}
    order: list[ast.expr] = []
    waiting: list[ast.AST] = [
        child
        for name, value in ast.iter_fields(statement)
        if name not in BLOCKS
        for child in (value if isinstance(value, list) else [value])
        if isinstance(child, ast.AST)
    ]
    while isinstance(statement, ast.If) and len(statement.orelse) == 1:
        statement = statement.orelse[0]
        waiting += [statement.test] if isinstance(statement, ast.If) else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.expr):
            order.append(node)
        if not isinstance(node, SCOPES):
            waiting.extend(ast.iter_child_nodes(node))
    for node in reversed(order):
        if isinstance(getattr(node, "ctx", None), ast.Store | ast.Del):
            continue
        known[node] = handlers[node.__class__](draft, node)


def _recalling(known: dict[ast.AST, int], handler: Handler) -> Handler:
    """The handler for what is not known yet."""
    return lambda draft, node: known[node] if node in known else handler(draft, node)
