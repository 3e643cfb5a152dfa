"""Module variables behind a use: which file and name an imported or qualified name leads to."""

from analyzer.model.expression import Attribute, Defined, Expression, Imported, Variable
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Module

FARTHEST = 12  # re-exports followed; longer chains are circles


def variable_behind(program: Program, unit: Unit, index: int) -> tuple[Unit, str] | None:
    """The file and name of the module variable that expression ``index`` reads; None when it is something else."""
    expression: Expression = unit.table[index]
    for _ in range(FARTHEST):
        step = _step(program, unit, expression)
        if step is None:
            return None
        unit, name = step
        binding = unit.bindings[0].get(name)
        if binding is None:
            star = _behind_star(program, unit, name)
            if star is None:
                return None
            unit, binding = star, star.bindings[0][name]
        following = unit.table[binding - unit.base]
        if isinstance(following, Defined):
            return None
        if not isinstance(following, Imported):
            return unit, name
        expression = following
    return None


def _step(program: Program, unit: Unit, expression: Expression) -> tuple[Unit, str] | None:
    if isinstance(expression, Imported) and expression.name:
        target = program.modules.find(expression.module, unit)
        return (target, expression.name) if target is not None else None
    if isinstance(expression, Variable) and expression.scope == 0:
        return unit, expression.name
    if isinstance(expression, Attribute):
        for value in program.values[unit.base + expression.value]:
            if isinstance(value, Module):
                return value.unit, expression.name
    return None


def _behind_star(program: Program, unit: Unit, name: str) -> Unit | None:
    for star in unit.stars:
        target = program.modules.find(star, unit)
        if target is not None and name in target.bindings[0]:
            return target
    return None
