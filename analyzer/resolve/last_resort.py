"""What is assumed where nothing better came."""

from collections.abc import Callable
from typing import Any

from analyzer.model.expression import Attribute, Call, Narrowed, Operation, Sent, Subscript
from analyzer.model.expression import Instance as InstanceOf
from analyzer.resolve import atoms
from analyzer.resolve.classes import raised_heirs
from analyzer.resolve.containers import element
from analyzer.resolve.program import Program
from analyzer.resolve.reach import fall_back
from analyzer.resolve.reasons import has_data
from analyzer.resolve.texts import partly_known
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Container, Instance, Literal, Node, Outside
from analyzer.resolve.views import declared_in


def last_resort(program: Program, node: Node) -> None:
    """One more assumption for ``node``, by the kind of its expression."""
    if node < program.size:
        unit = program.modules.unit_at(node)
        expression = unit.table[node - unit.base]
        ASSUMPTIONS[expression.__class__](program, unit, node, expression)


def _any_item(program: Program, unit: Unit, node: Node, expression: Subscript) -> None:
    known = any(isinstance(value, Literal) for value in program.values[unit.base + expression.key])
    if not known or not program.values[node]:
        for value in program.values[unit.base + expression.value]:
            if isinstance(value, Container):
                program.flow(element(program, value), node)


def _tested_type(program: Program, unit: Unit, node: Node, expression: Narrowed) -> None:
    if not program.values[node]:
        for kind in atoms.tested(program, unit.base + expression.type) or ():
            program.grow(node, (kind.instance,))


def _part_of_a_text(program: Program, unit: Unit, node: Node, expression: Operation) -> None:
    if not any(isinstance(value, Literal) for value in program.values[node]):
        partly_known(program, node, unit.base + expression.left, unit.base + expression.right)


def _derived_error(program: Program, unit: Unit, node: Node, expression: InstanceOf) -> None:  # noqa: ARG001 - one signature for all
    for value in program.values[node]:
        for heir in raised_heirs(program, value):
            program.grow(node, (heir.instance,))


def _awaited(program: Program, unit: Unit, node: Node, expression: Sent) -> None:
    """Nobody sends anything: a coroutine of the old kind, where ``yield value`` waits for the value."""
    if program.values[node] or not expression.value:
        return
    for value in program.values[unit.base + expression.value]:
        if isinstance(value, Container) and value.function is not None:
            for result in value.function.scope.returns:
                program.flow(value.function.unit.base + result, node)
        elif isinstance(value, Instance | Outside):
            program.grow(node, (value,))


def _decorated(program: Program, unit: Unit, node: Node, expression: Call) -> None:
    if not program.values[node] and expression.arguments:
        program.flow(unit.base + expression.arguments[0], node)


def _whatever_attribute(program: Program, unit: Unit, node: Node, expression: Attribute) -> None:
    if not program.values[node]:
        for value in program.values[unit.base + expression.value]:
            if not isinstance(value, Instance) or has_data(value.type, expression.name):
                continue  # the attribute is there, only its value is not known
            if declared_in(value.type, "__getattr__"):
                fall_back(program, unit, node, value, expression.name)


ASSUMPTIONS: dict[type, Callable[[Program, Unit, Node, Any], None]] = {
    Subscript: _any_item,
    Narrowed: _tested_type,
    Sent: _awaited,
    Operation: _part_of_a_text,
    InstanceOf: _derived_error,
    Call: _decorated,
    Attribute: _whatever_attribute,
}
