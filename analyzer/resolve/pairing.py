"""Pairs and rows: what ``zip``, ``enumerate`` and whatever gives rows of several items hand on."""

from analyzer.resolve.containers import made, opened, store, take, wild
from analyzer.resolve.iteration import elements
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.special_calls import react_to
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Container, Node


def zip_(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``zip``: rows with one item of each argument; with ``*rows`` columns."""
    if given.starred:
        _transposed(program, unit, node, given)
        return
    row = Container("tuple", unit, program.new_node())
    for position, argument in enumerate(given.positional):
        store(program, row, position, elements(program, unit, node, argument))
    rows(program, unit, node, row)


def enumerate_(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``enumerate``: pairs of a number and an item."""
    row = Container("tuple", unit, program.new_node())
    store(program, row, 1, elements(program, unit, node, given.positional[0]))
    rows(program, unit, node, row)


def rows(program: Program, unit: Unit, node: Node, row: Container) -> None:
    """A list whose every item is ``row``."""
    held = program.new_node()
    program.grow(held, (row,))
    store(program, made(program, unit, node, "list"), None, held)


def _transposed(program: Program, unit: Unit, node: Node, given: Arguments) -> None:
    """``zip(*rows)``: columns, each a tuple of the rows' items at one position."""
    box = made(program, unit, node, "list")
    source = elements(program, unit, node, given.positional[0])
    columns: dict[int, Container] = {}

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            for key in list(opened(program, value)) if isinstance(value, Container) else ():
                if isinstance(key, int):
                    if key not in columns:
                        columns[key] = Container("tuple", unit, program.new_node())
                        held = program.new_node()
                        program.grow(held, (columns[key],))
                        store(program, box, key, held)
                    take(program, value, [key], wild(program, columns[key]))  # type: ignore[arg-type]
        program.handled[place] = len(values)

    react_to(program, source, react)
