"""Why a reference leads to no code: what its receiver is decides."""

from analyzer.model.expression import Attribute, Variable
from analyzer.model.graph import Outcome
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Instance, Module, Node, Super, Value
from analyzer.resolve.views import OF_EVERYTHING, declared_in


def unresolved(program: Program, unit: Unit, callee: Node) -> Outcome:
    """Why a call leads nowhere."""
    index = callee - unit.base
    if not 0 <= index < len(unit.table):
        return "dynamic"
    expression = unit.table[index]
    if isinstance(expression, Attribute):
        outcome = of_attribute(program.values[unit.base + expression.value], expression.name)
        return "dynamic" if outcome == "resolved" else outcome  # the attribute is known, what it holds is not
    if isinstance(expression, Variable) and expression.scope == 0 and expression.name not in unit.bindings[0]:
        return "undefined"
    return "dynamic"


def read(program: Program, unit: Unit, index: int) -> Outcome:
    """How reading an attribute counts that holds no code: data of a class of the codebase is found there."""
    expression = unit.table[index]
    if isinstance(expression, Attribute):
        return of_attribute(program.values[unit.base + expression.value], expression.name)
    return unresolved(program, unit, unit.base + index)


def of_attribute(receivers: tuple[Value, ...], name: str) -> Outcome:
    """How an attribute of ``receivers`` counts that holds no code."""
    if not receivers:
        return "unknown_receiver"
    if all(isinstance(value, Super) for value in receivers):
        return "builtin"  # what no base defines is a method of object
    kinds = [value.type if isinstance(value, Instance) else value for value in receivers]
    own = [kind for kind in kinds if isinstance(kind, Class)]
    if any(has_data(kind, name) for kind in own):
        return "resolved"
    if name in OF_EVERYTHING and (own or any(isinstance(value, Function | Bound | Module) for value in receivers)):
        return "builtin"
    return "third_party" if any(kind.outside for kind in own) else "unknown_receiver"


def has_data(kind: Class, name: str) -> bool:
    """Whether instances of the class or the class itself are given the attribute anywhere."""
    declared = declared_in(kind, name) or any(name in member.slots or name in member.typed for member in kind.order)
    return declared or any(name == known for member in kind.order for known, _, _ in member.scope.annotations)
