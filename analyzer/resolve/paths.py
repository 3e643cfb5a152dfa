"""The paths over relations that the arguments of a query name, also inside functions and conditions."""

from collections.abc import Iterator
from typing import NamedTuple

from analyzer.model.expression import Attribute, Call, Constant, Imported, Index, Operation, Sequence, Variable
from analyzer.model.knowledge import CollectionType
from analyzer.resolve.unit import Unit

DEEPEST = 200  # expressions looked at in the arguments of one call: a condition with more is generated


class Path(NamedTuple):
    """A path as written; ``summed`` when a function counts or adds up over its rows."""

    text: str
    summed: bool = False


def paths_of(unit: Unit, call: Call, known: CollectionType) -> Iterator[Path]:
    """``order__customer`` of ``filter(order__customer=x)``, ``Q(...)``, ``F(...)`` and ``Sum(...)``.

    Texts that name no relation are told apart later, by walking them. A query inside the arguments walks by itself.
    """
    yield from (Path(name) for name, _ in call.keywords if name != "**")
    waiting = [(argument, False) for argument in call.arguments]
    waiting += [(value, False) for _, value in call.keywords if not isinstance(unit.table[value], Constant)]
    for _ in range(DEEPEST):
        if not waiting:
            return
        index, summed = waiting.pop(0)
        expression = unit.table[index]
        if isinstance(expression, Constant) and isinstance(expression.value, str):
            yield Path(expression.value.lstrip("-"), summed)
        elif isinstance(expression, Call) and not _is_query(unit, expression, known):
            inner = summed or _name(unit, expression.callee) in known.sums
            yield from (Path(name, inner) for name, _ in expression.keywords if name != "**")
            waiting += [(argument, inner) for argument in expression.arguments]
            named = [value for _, value in expression.keywords]
            waiting += [(value, inner) for value in named if not isinstance(unit.table[value], Constant)]
            callee = unit.table[expression.callee]
            waiting += [(callee.value, summed)] if isinstance(callee, Attribute) else []
        elif isinstance(expression, Operation):
            waiting += [(side, summed) for side in (expression.left, expression.right) if side]
        elif isinstance(expression, Sequence):
            waiting += [(item, summed) for item in expression.items]


def _is_query(unit: Unit, call: Call, known: CollectionType) -> bool:
    callee = unit.table[call.callee]
    return isinstance(callee, Attribute) and (callee.name in known.same or callee.name in known.item)


def _name(unit: Unit, callee: Index) -> str:
    expression = unit.table[callee]
    return expression.name if isinstance(expression, Attribute | Imported | Variable) else ""
