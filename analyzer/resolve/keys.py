"""Stable keys and dotted names of scopes."""

from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Instance, Module, Value

CODE = (Function, Class)


def key_of(unit: Unit, scope: int) -> str:
    """The element key of a scope."""
    return unit.keys[scope]


def key_of_value(value: Value) -> str:
    """The element key of a function, class or module; "" for anything else."""
    if isinstance(value, Bound):
        value = value.function
    if isinstance(value, CODE):
        return key_of(value.unit, value.index)
    if isinstance(value, Instance):
        return key_of(value.type.unit, value.type.index)
    if isinstance(value, Module):
        return value.unit.key
    return ""


def dotted(unit: Unit, scope: int) -> str:
    """The dotted name of a scope, lambdas by their number."""
    qualified = unit.facts.scopes[scope].qualified
    if not qualified:
        return unit.name
    return f"{unit.name}.{qualified}" if unit.name else qualified
