"""Iterating, unpacking and indexing: from what holds values to the values."""

from analyzer.resolve.boxes import box_of
from analyzer.resolve.containers import element, opened, take
from analyzer.resolve.invoke import invoke
from analyzer.resolve.outsiders import part_of
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import LINES, Class, Container, Instance, Node, Outside, Plain, Rows, Value
from analyzer.resolve.views import declared_in, view

ITEMS = {"str": "str", "file": "str", LINES: "str", "range": "int", "bytes": "int"}


def iterate(program: Program, unit: Unit, site: Node, value: Value, target: Node) -> None:  # noqa: C901 - one branch a kind
    """``target`` holds what iterating over ``value`` yields; the special methods are called at ``site``."""
    if isinstance(value, Container):
        program.flow(
            value.keys if value.type == "dict" and value.items is not None else element(program, value), target
        )
    elif isinstance(value, Rows):
        program.grow(target, (value.kind.instance,))
    elif isinstance(value, Outside):
        program.grow(target, (part_of(value),))
    elif isinstance(value, Plain):
        if value.type in ITEMS:
            program.grow(target, (program.plain(ITEMS[value.type]),))
    elif isinstance(value, Class):
        program.grow(target, (value.instance,))  # an enum: iterating over the class gives its members
    elif isinstance(value, Instance):
        for start, step in (("__iter__", "__next__"), ("__aiter__", "__anext__")):
            if declared_in(value.type, start):
                begun = invoke(program, unit, site, view(program, value.type, start, instance=True).node)
                _advance(program, unit, site, (begun, step), target)
                return
        if declared_in(value.type, "__getitem__"):
            getter = view(program, value.type, "__getitem__", instance=True).node
            program.flow(invoke(program, unit, site, getter), target)
        elif (box := box_of(program, value.type)) is not None:
            opened(program, box)
            program.flow(box.keys if box.type == "dict" else box.element, target)


def _advance(program: Program, unit: Unit, site: Node, started: tuple[Node, str], target: Node) -> None:
    """The iterator that ``__iter__`` gave: its ``__next__``, or a generator's items."""
    begun, step = started

    def react(node: Node) -> None:
        values = program.values[begun]
        for value in values[program.handled[node] :]:
            if isinstance(value, Instance):
                if declared_in(value.type, step):
                    method = view(program, value.type, step, instance=True).node
                    program.flow(invoke(program, unit, site, method), target)
            elif isinstance(value, Container | Rows):
                iterate(program, unit, site, value, target)
        program.handled[node] = len(values)

    node = program.new_node()
    program.reactions[node] = react
    program.watch(begun, node)
    react(node)


def part(program: Program, source: Node, key: str | int) -> Node:
    """A node for item ``key`` of whatever ``source`` holds."""
    memo = (source, -2, (hash(key),)) if isinstance(key, int) else (source, -3, (program.name_number(key),))
    node = program.invoked.get(memo)
    if node is not None:
        return node
    node = program.invoked[memo] = program.new_node()

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            if isinstance(value, Container):
                take(program, value, [key], place)
        program.handled[place] = len(values)

    program.reactions[node] = react
    program.watch(source, node)
    react(node)
    return node


def elements(program: Program, unit: Unit, site: Node, source: Node) -> Node:
    """A node for what iterating over whatever ``source`` holds yields."""
    memo = (source, -4, (site,))
    node = program.invoked.get(memo)
    if node is not None:
        return node
    node = program.invoked[memo] = program.new_node()

    def react(place: Node) -> None:
        values = program.values[source]
        for value in values[program.handled[place] :]:
            iterate(program, unit, site, value, place)
        program.handled[place] = len(values)

    program.reactions[node] = react
    program.watch(source, node)
    react(node)
    return node
