"""Operators, comparisons and boolean expressions, as the special methods Python calls for them."""

import ast

from analyzer.model.expression import Constant, Index, Operation
from analyzer.read.draft import Draft
from analyzer.read.narrow import narrowed

BINARY: dict[type, str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "truediv",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.Pow: "pow",
    ast.MatMult: "matmul",
    ast.BitAnd: "and",
    ast.BitOr: "or",
    ast.BitXor: "xor",
    ast.LShift: "lshift",
    ast.RShift: "rshift",
}
COMPARISONS: dict[type, str] = {
    ast.Eq: "__eq__",
    ast.NotEq: "__ne__",
    ast.Lt: "__lt__",
    ast.LtE: "__le__",
    ast.Gt: "__gt__",
    ast.GtE: "__ge__",
}
UNARY: dict[type, str] = {ast.USub: "__neg__", ast.UAdd: "__pos__", ast.Invert: "__invert__"}


def binary(draft: Draft, node: ast.BinOp) -> Index:
    """``a + b + c``: the left spine is walked in a loop, so that a sum of any length stays flat."""
    spine = [node]
    while spine[-1].left.__class__ is ast.BinOp:
        spine.append(spine[-1].left)
    left = draft.build(spine[-1].left)
    for step in reversed(spine):
        left = operate(draft, f"__{BINARY[step.op.__class__]}__", left, step.right, step.lineno)
        draft.page.indexes[step] = left
    return left


def operate(draft: Draft, method: str, left: Index, right_node: ast.expr, line: int) -> Index:
    """One operation; text stays text, and arithmetic on what is not known is not worth a node."""
    right = draft.build(right_node)
    first = draft.table[left]
    if first.__class__ is Constant:
        if first.type == "str":
            if not right or not is_name_like(first.value) or method not in ("__add__", "__mod__"):
                return draft.constant("str")
            return draft.add(Operation(method, left, right, line))
        if draft.table[right].__class__ is Constant:
            return 0
    if not left and not right:
        return 0
    return draft.add(Operation(method, left, right, line))


def is_name_like(text: str | int | None) -> bool:
    """Text that can be part of a name or of a dotted path: worth putting together."""
    return isinstance(text, str) and text.replace("%s", "", 1).replace(".", "").replace("_", "").isalnum()


def unary(draft: Draft, node: ast.UnaryOp) -> Index:
    """``-x``; a negative literal is a literal."""
    operand = node.operand
    if node.op.__class__ is ast.USub and operand.__class__ is ast.Constant:
        value = operand.value
        if value.__class__ is int:
            return draft.constant("int", -value if value < 2**31 else None)
    value = draft.build(operand)
    if node.op.__class__ is ast.Not:
        return draft.constant("bool")
    if not value or draft.table[value].__class__ is Constant:
        return value
    return draft.add(Operation(UNARY[node.op.__class__], value, 0, node.lineno))


def comparison(draft: Draft, node: ast.Compare) -> Index:
    """``a < b``, ``a in b``: worth a node where the receiver could have a method for it."""
    left = draft.build(node.left)
    for operator, operand in zip(node.ops, node.comparators, strict=True):
        right = draft.build(operand)
        kind = operator.__class__
        if kind is ast.In or kind is ast.NotIn:
            if right and draft.table[right].__class__ is not Constant:
                draft.add(Operation("__contains__", right, left, node.lineno))
        elif kind in COMPARISONS and left and draft.table[left].__class__ is not Constant:
            draft.add(Operation(COMPARISONS[kind], left, right, node.lineno))
        left = right
    return draft.constant("bool")


def boolean(draft: Draft, node: ast.BoolOp) -> Index:
    """``a and b``, ``a or b``: what the left operands rule out is known in the right ones."""
    before = draft.environment
    truth = node.op.__class__ is ast.And
    options = []
    for position, value in enumerate(node.values):
        options.append(draft.build(value))
        if position + 1 < len(node.values):
            draft.frame.environment = draft.environment = narrowed(draft, value, truth=truth)
    draft.frame.environment = draft.environment = before
    return draft.choice(options)


def conditional(draft: Draft, node: ast.IfExp) -> Index:
    """``a if c else b``."""
    draft.build(node.test)
    before = draft.environment
    draft.frame.environment = draft.environment = narrowed(draft, node.test, truth=True)
    chosen = draft.build(node.body)
    draft.frame.environment = draft.environment = narrowed(draft, node.test, truth=False, base=before)
    other = draft.build(node.orelse)
    draft.frame.environment = draft.environment = before
    return draft.choice([chosen, other])
