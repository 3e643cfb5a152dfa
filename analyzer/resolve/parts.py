"""Expressions that take values apart or put them together: attributes, iteration, operators, with."""

from analyzer.model.expression import (
    Attribute,
    Choice,
    Comprehension,
    Element,
    Entered,
    Mapping,
    Operation,
    Sequence,
    Slice,
    Unpacked,
)
from analyzer.resolve.containers import element, made, opened, store, take
from analyzer.resolve.entering import ASYNC, PLAIN, enter
from analyzer.resolve.invoke import invoke
from analyzer.resolve.iteration import iterate
from analyzer.resolve.program import Arguments, Program, fresh
from analyzer.resolve.reach import READ
from analyzer.resolve.texts import is_text, joined
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Class,
    Container,
    Instance,
    Node,
    Plain,
    Rows,
)
from analyzer.resolve.views import declared_in, view

TEXTS = frozenset(["__add__", "__mod__"])
REFLECTED = frozenset(
    [
        "__add__",
        "__sub__",
        "__mul__",
        "__truediv__",
        "__floordiv__",
        "__mod__",
        "__pow__",
        "__matmul__",
        "__and__",
        "__or__",
        "__xor__",
        "__lshift__",
        "__rshift__",
    ]
)


def attribute(program: Program, unit: Unit, node: Node, expression: Attribute) -> None:
    """``value.name``."""
    if not expression.value:
        return
    operand, done = unit.base + expression.value, program.handled[node]
    if not done:
        program.watch(operand, node)
    values = program.values[operand]
    if len(values) > done:
        program.handled[node] = len(values)
        name = expression.name
        for value in values[done:]:
            READ[value.__class__](program, node, value, name)


def slice_(program: Program, unit: Unit, node: Node, expression: Slice) -> None:
    """``value[low:high]``: a shorter container, positions shifted."""
    for value in fresh(program, node, unit.base + expression.value):
        if isinstance(value, Container):
            box = made(program, unit, node, value.type)
            low, high = expression.low or 0, expression.high
            for key, place in list(opened(program, value).items()):
                if isinstance(key, int) and low >= 0 and key >= low and (high is None or high < 0 or key < high):
                    store(program, box, key - low, place)
            program.flow(value.wild, box.wild) if box.items is not None else store(program, box, None, value.wild)
        elif isinstance(value, Instance) and declared_in(value.type, "__getitem__"):
            method = view(program, value.type, "__getitem__", instance=True).node
            program.flow(invoke(program, unit, node, method), node)
        elif isinstance(value, Rows | Plain):
            program.grow(node, (value,))


def display(program: Program, unit: Unit, node: Node, expression: Sequence | Comprehension) -> None:
    """A list, tuple, set or comprehension written down."""
    if not program.values[node]:
        program.grow(node, (Container(expression.type, unit, node),))


def mapping(program: Program, unit: Unit, node: Node, expression: Mapping) -> None:  # noqa: ARG001
    """A dict written down."""
    if not program.values[node]:
        program.grow(node, (Container("dict", unit, node),))


def choice(program: Program, unit: Unit, node: Node, expression: Choice) -> None:
    """Any of several values."""
    if not program.handled[node]:
        program.handled[node] = 1
        for option in expression.options:
            program.flow(unit.base + option, node)


def elements(program: Program, unit: Unit, node: Node, expression: Element) -> None:
    """What iterating yields."""
    if expression.value:
        for value in fresh(program, node, unit.base + expression.value):
            iterate(program, unit, node, value, node)


def unpacked(program: Program, unit: Unit, node: Node, expression: Unpacked) -> None:
    """One part of something taken apart."""
    for value in fresh(program, node, unit.base + expression.value):
        if not isinstance(value, Container):
            if not expression.rest:
                iterate(program, unit, node, value, node)
            continue
        items = opened(program, value)
        size = len(items)
        if expression.rest:
            box = made(program, unit, node, "list")
            for key, place in list(items.items()):
                if isinstance(key, int) and expression.position <= key < size - expression.after:
                    store(program, box, key - expression.position, place)
            store(program, box, None, value.wild)
        elif value.type in ("generator", "set"):
            program.flow(element(program, value), node)
        else:
            position = expression.position if expression.position >= 0 else size + expression.position
            take(program, value, [position], node)


def operation(program: Program, unit: Unit, node: Node, expression: Operation) -> None:
    """An operator: the special method of the left operand."""
    base, method = unit.base, expression.method
    right = base + expression.right if expression.right else 0
    if right and method in REFLECTED:
        _reflected(program, unit, node, base + expression.left if expression.left else 0, right)
    for value in fresh(program, node, base + expression.left) if expression.left else ():
        if isinstance(value, Instance):
            called = method
            if method.startswith("__i") and not declared_in(value.type, method):
                called = "__" + method[3:]
            if declared_in(value.type, called):
                found = view(program, value.type, called, instance=True).node
                program.flow(invoke(program, unit, node, found, Arguments((right,) if right else ())), node)
            elif called != method and value.type.outside:
                program.grow(node, (value,))  # += of what is derived from a list or a set gives itself
        elif isinstance(value, Class | Container | Rows):
            program.grow(node, (value,))
            program.flow(right, node)
        elif isinstance(value, Plain) and not (is_text(value) and method in TEXTS):
            program.grow(node, (program.plain(value.type),))


def _reflected(program: Program, unit: Unit, node: Node, left: Node, right: Node) -> None:
    """``left + right`` where the right operand answers; text is put together."""
    expression = unit.table[node - unit.base]
    assert isinstance(expression, Operation)
    if not program.handled[node]:
        program.watch(right, node)
        if expression.method in TEXTS:
            program.late.append(node)
    if expression.method in TEXTS:
        joined(program, node, left, right)
    name = "__r" + expression.method[2:]
    for value in program.values[right]:
        if isinstance(value, Instance) and declared_in(value.type, name):
            answered = any(isinstance(held, Instance) and held.type is value.type for held in program.values[left])
            if not answered:
                found = view(program, value.type, name, instance=True).node
                program.flow(invoke(program, unit, node, found, Arguments((left,))), node)


def entered(program: Program, unit: Unit, node: Node, expression: Entered) -> None:
    """``with value as name``: what entering gives; leaving is called too."""
    methods = ASYNC if expression.is_async else PLAIN
    for value in fresh(program, node, unit.base + expression.value) if expression.value else ():
        enter(program, unit, node, value, methods)
