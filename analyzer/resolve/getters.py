"""``operator.attrgetter`` and ``methodcaller``: attributes of whatever they are called with."""

from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Program
from analyzer.resolve.reach import read_attribute
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Getter, Literal, Node


def get_named(program: Program, unit: Unit, node: Node, getter: Getter, source: Node) -> None:
    """``node`` holds the attribute of what ``source`` holds, or what calling it gives."""
    held = node if getter.given is None else program.new_node()

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            for name in program.values[getter.names]:
                if isinstance(name, Literal) and "." not in str(name.value):
                    read_attribute(program, held, value, str(name.value))
        program.handled[place] = len(values)

    react_to(program, source, react)
    if getter.given is not None:
        program.flow(invoke(program, unit, node, held, getter.given), node)
