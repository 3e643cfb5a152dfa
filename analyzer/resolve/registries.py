"""Registries of callables that the codebase keeps itself: what they are known by, and where they are looked into."""

from collections.abc import Iterator
from typing import NamedTuple

from analyzer.model.expression import (
    Attribute,
    Call,
    Choice,
    Comprehension,
    Constant,
    Declared,
    Element,
    Entered,
    Expression,
    Index,
    Narrowed,
    Operation,
    Parameter,
    Sequence,
    Starred,
    Subscript,
    Unpacked,
    Variable,
)
from analyzer.resolve.origins import origin
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Class, Instance, Outside

DEEPEST = 60  # expressions looked at on the way from a call back to the registry
PASSING: frozenset[type] = frozenset([Attribute, Element, Unpacked, Starred, Narrowed, Declared, Entered])
ASKING: frozenset[type] = frozenset([Subscript, Call, Choice, Sequence, Operation, Comprehension])
TAKES = frozenset(["get", "pop", "setdefault"])
Registry = tuple[Class, str] | int
"""The class that holds it with the attribute's name, or the node of the module variable."""


class Given(NamedTuple):
    """A parameter: the function's scope, its number, and what is asked of it ("" itself, "type", or an attribute)."""

    scope: int
    position: int
    way: str = ""


class Lookup(NamedTuple):
    """A mapping asked by a key: the expressions of both, and how what it gave is used.

    ``each``: one after the other of what is under the key; ``itself``: no attribute of it is asked for.
    """

    registry: Index
    key: Index
    each: bool
    itself: bool


def registry_of(program: Program, unit: Unit, index: Index) -> Registry | None:
    """What a registry is known by everywhere; None for what belongs to one call only."""
    expression = unit.table[index]
    if isinstance(expression, Attribute):
        for value in program.values[unit.base + expression.value]:
            kind = value.type if isinstance(value, Instance) else value
            if isinstance(kind, Class):
                return _holder(kind, expression.name), expression.name
    node = origin(program, unit, index)
    home = program.modules.unit_at(node)
    return node if home.owner(node) == 0 else None


def _holder(kind: Class, name: str) -> Class:
    """The furthest base that has the attribute, so that a class and its heirs mean the same registry."""
    holders = [member for member in kind.order if name in member.slots or name in member.attributes]
    return holders[-1] if holders else kind


def lookups(program: Program, unit: Unit, index: Index) -> Iterator[Lookup]:
    """Every mapping that is asked by a key on the way to this value."""
    waiting = [(index, False, True)]
    for _ in range(DEEPEST):
        if not waiting:
            return
        at, each, itself = waiting.pop()
        expression = unit.table[at]
        each = each or isinstance(expression, Element)
        itself = itself and not isinstance(expression, Attribute)
        if isinstance(expression, Subscript):
            yield Lookup(expression.value, expression.key, each, itself)
        elif isinstance(expression, Call):
            callee = unit.table[expression.callee]
            if isinstance(callee, Attribute) and callee.name in TAKES and expression.arguments:
                yield Lookup(callee.value, expression.arguments[0], each, itself)
            elif _copies(program, unit, expression):
                waiting.extend((argument, each, itself) for argument in expression.arguments)
            continue
        waiting.extend((inner, each, itself) for inner in _inside(expression))


def may_ask(unit: Unit, index: Index) -> bool:
    """Whether ``lookups`` can find anything: most values are attributes of a name, and then it cannot."""
    table = unit.table
    for _ in range(DEEPEST):
        expression = table[index]
        kind = expression.__class__
        if kind not in PASSING:
            return kind in ASKING
        index = expression.value  # type: ignore[union-attr,assignment]
    return False


def _copies(program: Program, unit: Unit, call: Call) -> bool:
    """``list(x)``, ``sorted(x)``, ``x.copy()``: the same things again."""
    values = program.values[unit.base + call.callee]
    return any(isinstance(value, Builtin | Outside) for value in values)


def _inside(expression: Expression) -> tuple[Index, ...]:
    """The values that an expression takes something out of, or is one of."""
    if isinstance(expression, Choice):
        return expression.options
    if isinstance(expression, Sequence):
        return expression.items
    if isinstance(expression, Operation):
        return (expression.left, expression.right)
    if isinstance(expression, Comprehension):
        return (expression.element,)
    if expression.__class__ in PASSING or isinstance(expression, Subscript):
        return (expression.value,)  # type: ignore[union-attr,return-value]
    return ()


def given_as(unit: Unit, index: Index) -> Given | None:
    """The parameter that a key comes from, itself or by its type or an attribute of it."""
    way = ""
    for _ in range(DEEPEST):
        expression = unit.table[index]
        if isinstance(expression, Parameter):
            return Given(expression.scope, expression.position, way)
        if isinstance(expression, Variable) and expression.scope:
            names = [one.name for one in unit.facts.scopes[expression.scope].parameters]
            known = expression.name in names
            return Given(expression.scope, names.index(expression.name), way) if known else None
        if isinstance(expression, Narrowed | Declared):
            index = expression.value
        elif isinstance(expression, Choice):
            index = expression.options[0]
        elif isinstance(expression, Attribute):
            way = "type" if expression.name in ("__class__", "__name__") or way == "type" else expression.name
            index = expression.value
        elif isinstance(expression, Call) and len(expression.arguments) == 1:
            made = getattr(unit.table[expression.callee], "name", "")
            if made not in ("type", "str"):
                return None
            way = "type" if made == "type" else way
            index = expression.arguments[0]
        else:
            return None
    return None


def parameters_in(unit: Unit, index: Index) -> list[Given]:
    """The parameters that a value is, or holds."""
    found: list[Given] = []
    waiting = [index]
    for _ in range(DEEPEST):
        if not waiting:
            break
        at = waiting.pop(0)
        expression = unit.table[at]
        if isinstance(expression, Parameter | Variable):
            given = given_as(unit, at)
            found += [given] if given is not None else []
        elif isinstance(expression, Call):
            waiting += [*expression.arguments, *(value for _, value in expression.keywords)]
        elif not isinstance(expression, Constant | Attribute):
            waiting += _inside(expression)
    return found
