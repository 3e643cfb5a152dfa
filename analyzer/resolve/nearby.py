"""Whether the name of what an outside call gave says anything where it is called in turn."""

from analyzer.model.expression import (
    Attribute,
    Call,
    Choice,
    Declared,
    Entered,
    Expression,
    Narrowed,
    Parameter,
    Slice,
    Subscript,
)
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Builtin, Function

WITHIN = (Declared, Entered, Narrowed, Slice, Subscript)


def is_told(program: Program, unit: Unit, callee: int, names: tuple[str, ...]) -> bool:
    """``re.compile(text).match(line)`` is told as ``re.compile.match``: the call that made the receiver is in sight.

    Through attributes of ``self`` and functions of the codebase only where nothing else can come; what callers pass
    is never told: the reader of the function cannot know where it comes from.
    """
    alone = len(set(names)) == 1
    called = unit.table[callee]
    waiting = [called.value if isinstance(called, Attribute) else callee]
    seen: set[int] = set()
    while waiting:
        index = waiting.pop()
        if index not in seen:
            seen.add(index)
            expression = unit.table[index]
            if isinstance(expression, Parameter) or _is_given(unit, expression):
                return False
            if not alone and not _is_plain(program, unit, expression):
                return False
            waiting += _behind(program, unit, expression)
    return True


def _behind(program: Program, unit: Unit, expression: Expression) -> tuple[int, ...]:
    """What an expression takes its value from."""
    if isinstance(expression, Attribute):
        return () if isinstance(unit.table[expression.value], Parameter) else (expression.value,)
    if isinstance(expression, Call):
        callees = program.values[unit.base + expression.callee]
        asks = any(isinstance(value, Builtin) for value in callees)  # getattr(value, name), next(value), ...
        return tuple([one for one in expression.arguments if one]) if asks else (expression.callee,)
    if isinstance(expression, Choice):
        return expression.options
    return (expression.value,) if isinstance(expression, WITHIN) else ()


def _is_given(unit: Unit, expression: Expression) -> bool:
    """An attribute of ``self`` that holds what was passed to a method."""
    if not isinstance(expression, Attribute):
        return False
    receiver = unit.table[expression.value]
    owner = getattr(unit.scopes[receiver.scope], "owner", None) if isinstance(receiver, Parameter) else None
    return owner is not None and any(kind.stored.get(expression.name) for kind in owner.order)


def _is_plain(program: Program, unit: Unit, expression: Expression) -> bool:
    """Neither an attribute of what somebody passes nor a call of the codebase's own code."""
    if isinstance(expression, Attribute):
        return not isinstance(unit.table[expression.value], Parameter)
    if isinstance(expression, Call):
        callees = program.values[unit.base + expression.callee]
        return not any(isinstance(value, Function | Bound) for value in callees)
    return True
