"""Containers: what a list, tuple, dict, set or generator holds, by literal key and all together."""

from collections.abc import Iterable

from analyzer.model.expression import Comprehension, Constant, Mapping, Sequence, Starred
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Container, Function, Literal, Node

Key = str | int
_DEEPEST = 50  # displays spread into displays before the rest is left for later, far from the end of the stack
MOST_ITEMS = 400  # a longer display is a data table: its items are told apart no more


def opened(program: Program, box: Container) -> dict[Key, Node]:
    """The items by key, written down when somebody looks inside for the first time."""
    if box.items is None:
        box.items = {}
        box.element = program.new_node()
        box.keys = program.new_node()
        box.wild = program.new_node()
        program.flow(box.wild, box.element)
        _fill(program, box)
    return box.items


def _fill(program: Program, box: Container) -> None:
    unit = box.unit
    expression = unit.table[box.node - unit.base] if box.node < program.size else None
    if isinstance(expression, Sequence):
        _fill_sequence(program, box, expression)
    elif isinstance(expression, Mapping):
        for key, value in zip(expression.keys, expression.values, strict=True):
            inner = unit.table[value]
            if not key and isinstance(inner, Starred):
                spread(program, unit.base + inner.value, box)
                continue
            program.flow(unit.base + key, box.keys)
            store(program, box, _key(program, unit, key), unit.base + value)
    elif isinstance(expression, Comprehension):
        program.flow(unit.base + expression.element, box.wild)
        if expression.key:
            program.flow(unit.base + expression.key, box.keys)


def _fill_sequence(program: Program, box: Container, expression: Sequence) -> None:
    unit = box.unit
    exact = len(expression.items) <= MOST_ITEMS
    for position, item in enumerate(expression.items):
        inner = unit.table[item]
        if isinstance(inner, Starred):
            exact = False
            spread(program, unit.base + inner.value, box)
        else:
            store(program, box, position if exact else None, unit.base + item)


def _key(program: Program, unit: Unit, key: int) -> Key | None:
    expression = unit.table[key]
    if isinstance(expression, Constant):
        return expression.value
    for value in program.values[unit.base + key]:
        if isinstance(value, Literal):
            return value.value
    return None


def item(program: Program, box: Container, key: Key) -> Node:
    """The node of what is stored under one key; what is stored under unknown ones (``wild``) may be there too."""
    items = opened(program, box)
    if isinstance(key, int) and key < 0:
        key += len(items)
    node = items.get(key)
    if node is None:
        node = items[key] = program.new_node()
        program.flow(node, box.element)
    return node


def take(program: Program, box: Container, keys: Iterable[Key], target: Node) -> None:
    """``target`` holds what may be under any of the keys.

    What is stored under unknown keys flows there past the items: handed to each of them it came back to all items
    together as often as there are keys.
    """
    opened(program, box)
    program.flow(box.wild, target)
    for key in keys:
        program.flow(item(program, box, key), target)


def wild(program: Program, box: Container) -> Node:
    """The node of everything stored without a known key."""
    opened(program, box)
    return box.wild


def element(program: Program, box: Container) -> Node:
    """The node of all items together."""
    opened(program, box)
    return box.element


def store(program: Program, box: Container, key: Key | None, source: Node) -> None:
    """``box[key] = source``; a key that is not known may be any."""
    target = wild(program, box) if key is None else item(program, box, key)
    program.flow(source, target)


def spread(program: Program, source: Node, box: Container) -> None:
    """Put everything that the containers in ``source`` hold into ``box``, keys kept for dicts."""
    node = program.new_node()

    def react(_node: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[node] :]:
            if isinstance(value, Container) and value is not box:
                items = dict(opened(program, value))
                if value.type == "dict" and box.type == "dict":
                    for key, place in items.items():
                        store(program, box, key, place)
                    program.flow(wild(program, value), wild(program, box))
                else:
                    program.flow(value.element, wild(program, box))
        program.handled[node] = len(values)

    program.reactions[node] = react
    program.watch(source, node)
    program.spreading += 1
    if program.spreading > _DEEPEST:
        program.schedule(node)
    else:
        react(node)
    program.spreading -= 1


def made(program: Program, unit: Unit, node: Node, kind: str) -> Container:
    """An empty container that an operation makes at ``node``."""
    box = Container(kind, unit, program.new_node())
    program.grow(node, (box,))
    return box


def generator(program: Program, function: Function) -> Container:
    """The generator that calling a generator function gives."""
    if function.generator is None:
        box = function.generator = Container("generator", function.unit, program.new_node())
        box.function = function
        opened(program, box)
        for value in function.scope.yields:
            program.flow(function.unit.base + value, box.wild)
    return function.generator
