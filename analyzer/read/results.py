"""The expressions that one returned expression stands for."""

import ast


def is_none(node: ast.expr) -> bool:
    """Whether it is ``None`` as written."""
    return node.__class__ is ast.Constant and node.value is None


def several(node: ast.expr) -> list[ast.expr]:
    """The sides of ``a if c else b`` and of ``a or b``; any other expression stands for itself."""
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    return node.values if isinstance(node, ast.BoolOp) else [node]
