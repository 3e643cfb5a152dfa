"""Annotations: type expressions, also those written as strings."""

import ast
import copy

from analyzer.model.expression import Index
from analyzer.read.draft import Draft
from analyzer.read.invisible import spell_out

NAMES = (ast.Name, ast.Attribute)
LITERALS = ("Literal", "Annotated")  # strings inside these are values


def annotation(draft: Draft, node: ast.expr) -> Index:
    """The index of an annotation; a string in it is read as the expression it holds."""
    if node.__class__ in NAMES:
        return draft.build(node)
    written = draft.text(node)  # looking for a quote is much cheaper than looking at every part
    if "'" in written or '"' in written:
        unquoted = _Unquote().visit(copy.deepcopy(node))
        for part in ast.walk(unquoted):
            if isinstance(part, ast.expr):
                part.lineno, part.end_lineno = node.lineno, node.end_lineno
        return draft.build(unquoted)
    return draft.build(node)


class _Unquote(ast.NodeTransformer):
    """Puts the expression in the place of each string."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """Leave alone what is a value."""
        name = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
        if name not in LITERALS:
            node.slice = self.visit(node.slice)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """A string that is no expression stays a string."""
        if not isinstance(node.value, str):
            return node
        try:
            inner = ast.parse(node.value.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return node
        spell_out(inner, node.value)
        return inner
