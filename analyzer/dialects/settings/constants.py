"""Constants of modules by name and value: copies of one name in several places can drift apart."""

import ast
from collections.abc import Iterator

from analyzer.dialects.settings.values import LONGEST, SECRET, masked
from analyzer.model.framework import ConstantFact
from analyzer.model.page import Page
from analyzer.model.syntax import called_name, entries, items, target_name

MAKERS = frozenset({"Decimal", "timedelta", "Fraction", "frozenset", "set", "tuple", "list", "date"})
"""Calls with literal arguments that make a value, as good as a literal."""

PLAIN = (str, int, float)
"""Types of literals that are values of their own: no truth, no bytes."""


def constants(page: Page) -> Iterator[ConstantFact]:
    """Names in capitals that a module binds to a literal, and such keys of a mapping that it binds.

    A name of one word (LIMIT, NAME) means something else in each module, so it is no sign of a copy.
    """
    for spot, target in page.assignments_to(ast.Name):
        name = target_name(spot.node) if spot.scope == 0 and target.id.isupper() else ""
        if not name or spot.node.value is None:
            continue
        yield from _constant(page, name, spot.node.value)
        if isinstance(spot.node.value, ast.Dict):
            for key, value in entries(spot.node.value):
                yield from _constant(page, key, value, name)


def _constant(page: Page, name: str, value: ast.expr, holder: str = "") -> Iterator[ConstantFact]:
    if name.isupper() and "_" in name.strip("_") and not SECRET.search(name):
        said = _written(page, value)
        if said:
            yield ConstantFact(name, said, value.lineno, holder)


def _written(page: Page, value: ast.expr) -> str:
    """The value in one way of writing, "" when it is no literal, or one of those that everything has."""
    plain = _literal(value)
    if plain:
        return plain[:LONGEST]
    parts = [_literal(item) for item in items(value)]
    if parts and all(parts):
        return f"[{', '.join(parts)}]"[:LONGEST]
    if isinstance(value, ast.Call) and called_name(value) in MAKERS:
        given = [*value.args, *(one.value for one in value.keywords)]
        inner = [part for one in given for part in (items(one) or [one])]
        return masked(page.shown(value)) if given and all(_literal(one) for one in inner) else ""
    return ""


def _literal(value: ast.expr) -> str:
    sign = "-" if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.USub) else ""
    inner = value.operand if sign and isinstance(value, ast.UnaryOp) else value
    if not isinstance(inner, ast.Constant) or inner.value == "" or inner.value.__class__ not in PLAIN:
        return ""
    return sign + masked(repr(inner.value))
