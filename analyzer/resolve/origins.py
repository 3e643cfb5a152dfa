"""Where a value comes from: the expression that made it, followed back through names, imports and attributes."""

from analyzer.model.expression import (
    DECORATOR,
    Attribute,
    Call,
    Choice,
    Declared,
    Defined,
    Imported,
    Narrowed,
    Variable,
)
from analyzer.resolve.names import exported, member
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Instance, Module, Node

FARTHEST = 12  # names followed; longer chains are circles


def origin(program: Program, unit: Unit, index: int) -> Node:
    """The node of the expression that made what ``index`` stands for; the last one that can be followed."""
    node = unit.base + index
    for _ in range(FARTHEST):
        following = _previous(program, node)
        if not following or following == node or following >= program.size:
            return node
        node = following
    return node


def undecorated(program: Program, unit: Unit, index: int) -> Function | Class | None:
    """The function or class that a name was first bound to, whatever decorators made of it afterwards."""
    node = origin(program, unit, index)
    for _ in range(FARTHEST):
        home = program.modules.unit_at(node)
        expression = home.table[node - home.base]
        if isinstance(expression, Defined):
            found = home.scopes[expression.scope]
            return found if isinstance(found, Function | Class) else None
        if not isinstance(expression, Call) or not expression.flags & DECORATOR or not expression.arguments:
            return None
        node = home.base + expression.arguments[0]
    return None


def _previous(program: Program, node: Node) -> Node:
    unit = program.modules.unit_at(node)
    expression = unit.table[node - unit.base]
    sources: list[Node] = []
    if isinstance(expression, Variable):
        sources, _ = exported(program, unit, expression.name, expression.scope)
    elif isinstance(expression, Imported) and expression.name:
        target = program.modules.find(expression.module, unit)
        if target is not None:
            sources, _ = member(program, target, expression.name)
    elif isinstance(expression, Attribute):
        sources = _attribute_sources(program, unit.base + expression.value, expression.name)
    elif isinstance(expression, Choice):
        sources = [unit.base + option for option in expression.options]
    elif isinstance(expression, Declared | Narrowed):
        sources = [unit.base + expression.value]
    return next((source for source in sources if source), 0)


def _attribute_sources(program: Program, receiver: Node, name: str) -> list[Node]:
    for value in program.values[receiver]:
        if isinstance(value, Module):
            return member(program, value.unit, name)[0]
        kind = value.type if isinstance(value, Instance) else value
        if isinstance(kind, Class):
            return [each.attributes[name] for each in kind.order if name in each.attributes][:1]
    return []


def name_of(program: Program, node: Node) -> str:
    """A stable dotted name for what is made at ``node``: the variable it is bound to, else its place."""
    unit = program.modules.unit_at(node)
    owner = unit.owner(node)
    for scope in dict.fromkeys((owner, 0)):
        for name, value, _ in unit.facts.scopes[scope].bindings:
            if unit.base + value == node:
                qualified = unit.facts.scopes[scope].qualified
                return ".".join(part for part in (unit.name, qualified, name) if part)
    return ""
