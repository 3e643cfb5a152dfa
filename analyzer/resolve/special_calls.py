"""Special methods that a builtin calls on whatever instances its argument holds."""

from collections.abc import Callable

from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Instance, Node
from analyzer.resolve.views import declared_in, view


def special(program: Program, unit: Unit, node: Node, source: Node, method: str) -> None:
    """Call a special method of whatever instance ``source`` holds."""

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Instance) and declared_in(value.type, method):
                invoke(program, unit, node, view(program, value.type, method, instance=True).node)
        program.handled[place] = len(values)

    react_to(program, source, react)


def react_to(program: Program, source: Node, react: Callable[[Node], None]) -> None:
    """Run ``react`` now, and again whenever ``source`` holds more."""
    place = program.new_node()
    program.reactions[place] = react
    program.watch(source, place)
    react(place)


def special_result(program: Program, unit: Unit, node: Node, source: Node, method: str) -> None:
    """Call a special method of whatever instance ``source`` holds, and take over the result."""

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Instance) and declared_in(value.type, method):
                found = view(program, value.type, method, instance=True).node
                program.flow(invoke(program, unit, node, found), node)
        program.handled[place] = len(values)

    react_to(program, source, react)
