"""Subscripts: from the values of what is asked and of the key to the item."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from analyzer.model.expression import Constant, Subscript
from analyzer.resolve.boxes import box_of
from analyzer.resolve.containers import element, take
from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.reach import read_attribute
from analyzer.resolve.texts import names_like, texts_at
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    LINES,
    Builtin,
    Class,
    Container,
    Instance,
    Literal,
    Module,
    Node,
    Outside,
    Pattern,
    Plain,
    Rows,
    Value,
)
from analyzer.resolve.views import declared_in, view


def subscript(program: Program, unit: Unit, node: Node, expression: Subscript) -> None:
    """``value[key]``: the item where the key is known, any item in the last resort."""
    source, key = unit.base + expression.value, unit.base + expression.key
    done = program.handled[node]
    if not done:
        program.watch(source, node)
        program.watch(key, node)
    keys, values = program.values[key], program.values[source]
    if len(keys) != program.asked.get(node, 0):
        program.asked[node] = len(keys)
        done = 0
    program.handled[node] = len(values)
    for value in values[done:]:
        ITEM[value.__class__](program, unit, node, value, key)


def _of_container(program: Program, unit: Unit, node: Node, value: Container, key: Node) -> None:
    keys = [held.value for held in program.values[key] if isinstance(held, Literal)]
    if keys:
        take(program, value, keys, node)
    if not keys or (not program.values[node] and unit.table[key - unit.base].__class__ is not Constant):
        program.late.append(node)  # also where only some values of a key are known, and none of them is there


def _of_instance(program: Program, unit: Unit, node: Node, value: Instance, key: Node) -> None:
    if declared_in(value.type, "__getitem__"):
        method = view(program, value.type, "__getitem__", instance=True).node
        program.flow(invoke(program, unit, node, method, Arguments((key,))), node)
    elif (box := box_of(program, value.type)) is not None:
        program.flow(element(program, box), node)


def _of_type(program: Program, unit: Unit, node: Node, value: Class | Builtin, key: Node) -> None:  # noqa: ARG001 - one signature for all
    program.grow(node, (value,))


def _of_outside(program: Program, unit: Unit, node: Node, value: Outside, key: Node) -> None:  # noqa: ARG001 - one signature for all
    if value.name.rpartition(".")[2][:1].isupper():
        program.grow(node, (value,))


def _of_rows(program: Program, unit: Unit, node: Node, value: Rows, key: Node) -> None:  # noqa: ARG001 - one signature for all
    program.grow(node, (value.kind.instance,))


def _of_text(program: Program, unit: Unit, node: Node, value: Plain, key: Node) -> None:  # noqa: ARG001 - one signature for all
    if value.type in ("str", LINES):
        program.grow(node, (program.plain("str"),))


def _of_module(program: Program, unit: Unit, node: Node, value: Module, key: Node) -> None:  # noqa: ARG001 - one signature for all
    for text in texts_at(program, key):
        read_attribute(program, node, value, str(text.value))
    for held in program.values[key]:
        if isinstance(held, Pattern):
            for possible in names_like(value, held):
                read_attribute(program, node, value, possible)


def _nothing(program: Program, unit: Unit, node: Node, value: Value, key: Node) -> None:
    """What has no items that we follow."""


ITEM: defaultdict[type, Callable[[Program, Unit, Node, Any, Node], None]] = defaultdict(
    lambda: _nothing,
    {
        Container: _of_container,
        Instance: _of_instance,
        Class: _of_type,
        Builtin: _of_type,
        Outside: _of_outside,
        Rows: _of_rows,
        **dict.fromkeys([Plain, Literal, Pattern], _of_text),
        Module: _of_module,
    },
)
"""How the item of each kind of value is read."""
