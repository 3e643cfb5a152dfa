"""The walk for expressions nested deeper than Python's stack: children first, in a loop."""

import ast
from typing import Any

SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def build_deep(draft: Any, statement: ast.stmt) -> None:  # noqa: ANN401 - Draft imports the handlers that import this
    """Write the expressions of ``statement`` from the inside out, so that no handler has to go deep itself."""
    draft.known = {}
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
        draft.known[node] = draft.handlers[node.__class__](draft, node)
