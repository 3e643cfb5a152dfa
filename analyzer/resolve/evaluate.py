"""One function for each kind of expression: from the values of its parts to its own."""

from collections.abc import Callable
from typing import Any

from analyzer.model.expression import (
    Attribute,
    Call,
    Choice,
    Comprehension,
    Constant,
    Declared,
    Defined,
    Delegated,
    Element,
    Entered,
    Imported,
    Instance as InstanceOf,
    Mapping,
    Narrowed,
    Operation,
    Parameter,
    Sent,
    Sequence,
    Slice,
    Starred,
    Subscript,
    Super as SuperCall,
    Unknown,
    Unpacked,
    Variable,
)
from analyzer.resolve import names
from analyzer.resolve.annotations import annotated
from analyzer.resolve.calls import call, call_implicit, rest_of
from analyzer.resolve.classes import settle
from analyzer.resolve.containers import element, item, made, opened, store
from analyzer.resolve.invoke import invoke
from analyzer.resolve.iteration import iterate
from analyzer.resolve.program import Program
from analyzer.resolve.reach import fall_back, read_attribute
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Builtin,
    Class,
    Container,
    Function,
    Instance,
    Literal,
    Method,
    Node,
    Outside,
    Plain,
    Rows,
    Super,
    Value,
)
from analyzer.resolve.views import declared_in, view

CLASS_RECEIVERS = frozenset(["__new__", "__init_subclass__", "__class_getitem__"])


def evaluate(program: Program, node: Node) -> None:
    """Bring one node up to date with what it reads."""
    reaction = program.reactions.get(node)
    if reaction is not None:
        reaction(node)
    elif node < program.size:
        unit = program.modules.unit_at(node)
        expression = unit.table[node - unit.base]
        HANDLERS[expression.__class__](program, unit, node, expression)
    else:
        call_implicit(program, node)


def fresh(program: Program, node: Node, operand: Node) -> tuple[Value, ...]:
    """The values of ``operand`` that ``node`` has not dealt with yet; it hears of later ones."""
    done = program.handled[node]
    if not done:
        program.watch(operand, node)
    values = program.values[operand]
    program.handled[node] = len(values)
    return values[done:]


def ignore(program: Program, unit: Unit, node: Node, expression: Any) -> None:  # noqa: ANN401, ARG001
    """Nothing to know."""


def constant(program: Program, unit: Unit, node: Node, expression: Constant) -> None:  # noqa: ARG001
    if not program.values[node]:
        if expression.value is None:
            program.grow(node, (program.plain(expression.type),))
        else:
            program.grow(node, (program.literal(expression.type, expression.value),))


def defined(program: Program, unit: Unit, node: Node, expression: Defined) -> None:
    value = unit.scopes[expression.scope]
    if isinstance(value, Class):
        for base in value.scope.bases:
            program.watch(unit.base + base, node)
        settle(program, value)
    if not program.values[node]:
        program.grow(node, (value,))


def parameter(program: Program, unit: Unit, node: Node, expression: Parameter) -> None:
    if program.handled[node]:
        return
    program.handled[node] = 1
    function = unit.scopes[expression.scope]
    assert isinstance(function, Function)
    fact = function.scope.parameters[expression.position]
    if fact.kind in ("var_positional", "var_keyword"):
        box = rest_of(program, function, expression.position)
        if fact.annotation:
            store(program, box, None, annotated(program, unit, fact.annotation))
        return
    if function.owner is not None and expression.position == 0 and function.binding != "static":
        if function.binding == "class" or function.scope.name in CLASS_RECEIVERS:
            program.grow(node, (function.owner,))
        elif function.scope.kind == "function":
            program.grow(node, (function.owner.instance,))
    if fact.default:
        program.flow(unit.base + fact.default, node)
    if fact.annotation:
        program.flow(annotated(program, unit, fact.annotation), node)


def attribute(program: Program, unit: Unit, node: Node, expression: Attribute) -> None:
    if expression.value:
        for value in fresh(program, node, unit.base + expression.value):
            read_attribute(program, unit, node, value, expression.name)


def subscript(program: Program, unit: Unit, node: Node, expression: Subscript) -> None:
    source, key = unit.base + expression.value, unit.base + expression.key
    if not program.handled[node]:
        program.watch(source, node)
        program.watch(key, node)
        program.handled[node] = 1
    keys = [value.value for value in program.values[key] if isinstance(value, Literal)]
    for value in program.values[source]:
        if isinstance(value, Container):
            for literal in keys:
                program.flow(item(program, value, literal), node)
            if not keys:
                program.late.append(node)
        elif isinstance(value, Instance):
            if declared_in(value.type, "__getitem__"):
                method = view(program, value.type, "__getitem__", instance=True).node
                program.flow(invoke(program, unit, node, method, (key,)), node)
        elif isinstance(value, Class | Builtin):
            program.grow(node, (value,))
        elif isinstance(value, Outside):
            if value.name.rpartition(".")[2][:1].isupper():
                program.grow(node, (value,))
        elif isinstance(value, Rows):
            program.grow(node, (value.kind.instance,))


def slice_(program: Program, unit: Unit, node: Node, expression: Slice) -> None:
    for value in fresh(program, node, unit.base + expression.value):
        if isinstance(value, Container):
            box = made(program, unit, node, value.type)
            low, high = expression.low or 0, expression.high
            for key, place in list(opened(program, value).items()):
                if isinstance(key, int) and low >= 0 and key >= low and (high is None or high < 0 or key < high):
                    store(program, box, key - low, place)
            program.flow(value.wild, box.wild) if box.items is not None else store(program, box, None, value.wild)
        elif isinstance(value, Rows | Plain):
            program.grow(node, (value,))


def display(program: Program, unit: Unit, node: Node, expression: Sequence | Comprehension) -> None:
    if not program.values[node]:
        program.grow(node, (Container(expression.type, unit, node),))


def mapping(program: Program, unit: Unit, node: Node, expression: Mapping) -> None:  # noqa: ARG001
    if not program.values[node]:
        program.grow(node, (Container("dict", unit, node),))


def choice(program: Program, unit: Unit, node: Node, expression: Choice) -> None:
    if not program.handled[node]:
        program.handled[node] = 1
        for option in expression.options:
            program.flow(unit.base + option, node)


def elements(program: Program, unit: Unit, node: Node, expression: Element) -> None:
    if expression.value:
        for value in fresh(program, node, unit.base + expression.value):
            iterate(program, unit, node, value, node)


def unpacked(program: Program, unit: Unit, node: Node, expression: Unpacked) -> None:
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
        elif value.type == "generator" or value.type == "set":
            program.flow(element(program, value), node)
        else:
            position = expression.position if expression.position >= 0 else size + expression.position
            program.flow(item(program, value, position), node)


def narrowed(program: Program, unit: Unit, node: Node, expression: Narrowed) -> None:
    source, test = unit.base + expression.value, unit.base + expression.type
    if not program.handled[node]:
        program.handled[node] = 1
        program.watch(source, node)
        program.watch(test, node)
        program.late.append(node)
    kinds = tested(program, test)
    if kinds is None:
        return
    for value in program.values[source]:
        if not isinstance(value, Instance):
            if not kinds or isinstance(value, Outside | Container | Rows):
                program.grow(node, (value,))
            continue
        for kind in kinds:
            if kind in value.type.order:
                program.grow(node, (value,))
            elif value.type in kind.order:
                program.grow(node, (kind.instance,))


def tested(program: Program, node: Node) -> list[Class] | None:
    """The classes an ``isinstance`` test names; none of them known: an empty list; nothing known yet: None."""
    values = program.values[node]
    if not values:
        return None
    kinds: list[Class] = []
    for value in values:
        if isinstance(value, Class):
            kinds.append(value)
        elif isinstance(value, Container):
            kinds += [kind for kind in program.values[element(program, value)] if isinstance(kind, Class)]
    return kinds


def instance(program: Program, unit: Unit, node: Node, expression: InstanceOf) -> None:
    if not program.handled[node]:
        program.handled[node] = 1
        program.flow(annotated(program, unit, expression.type), node)


def declared(program: Program, unit: Unit, node: Node, expression: Declared) -> None:
    if not program.handled[node]:
        program.handled[node] = 1
        program.flow(unit.base + expression.value if expression.value else 0, node)
        program.flow(annotated(program, unit, expression.type), node)


def operation(program: Program, unit: Unit, node: Node, expression: Operation) -> None:
    base, method = unit.base, expression.method
    right = base + expression.right if expression.right else 0
    for value in fresh(program, node, base + expression.left) if expression.left else ():
        if isinstance(value, Instance):
            called = method
            if method.startswith("__i") and not declared_in(value.type, method):
                called = "__" + method[3:]
            if declared_in(value.type, called):
                found = view(program, value.type, called, instance=True).node
                program.flow(invoke(program, unit, node, found, (right,) if right else ()), node)
        elif isinstance(value, Container | Rows):
            program.grow(node, (value,))
            program.flow(right, node)
        elif isinstance(value, Class):
            program.grow(node, (value,))
            program.flow(right, node)
        elif isinstance(value, Plain):
            program.grow(node, (program.plain(value.type),))


def entered(program: Program, unit: Unit, node: Node, expression: Entered) -> None:
    start, stop = ("__aenter__", "__aexit__") if expression.is_async else ("__enter__", "__exit__")
    for value in fresh(program, node, unit.base + expression.value) if expression.value else ():
        if isinstance(value, Instance):
            if declared_in(value.type, start):
                method = view(program, value.type, start, instance=True).node
                program.flow(invoke(program, unit, node, method), node)
            if declared_in(value.type, stop):
                invoke(program, unit, node, view(program, value.type, stop, instance=True).node)
        elif isinstance(value, Container):
            program.flow(element(program, value), node)
        elif isinstance(value, Outside):
            program.grow(node, (value,))


def sent(program: Program, unit: Unit, node: Node, expression: Sent) -> None:
    function = unit.scopes[expression.scope]
    if not program.handled[node] and isinstance(function, Function):
        program.handled[node] = 1
        program.flow(program.sent(function), node)


def delegated(program: Program, unit: Unit, node: Node, expression: Delegated) -> None:
    for value in fresh(program, node, unit.base + expression.value) if expression.value else ():
        if isinstance(value, Container) and value.function is not None:
            for result in value.function.scope.returns:
                program.flow(value.function.unit.base + result, node)


def super_(program: Program, unit: Unit, node: Node, expression: SuperCall) -> None:
    if expression.type:
        owners = [value for value in program.values[unit.base + expression.type] if isinstance(value, Class)]
        program.watch(unit.base + expression.type, node)
    else:
        owner = unit.scopes[expression.owner] if expression.owner >= 0 else None
        owners = [owner] if isinstance(owner, Class) else []
    if not owners or not expression.instance:
        return
    for receiver in fresh(program, node, unit.base + expression.instance):
        if isinstance(receiver, Instance | Class):
            kind = receiver.type if isinstance(receiver, Instance) else receiver
            key = (owners[0], receiver)
            found = kind.supers.get(key)
            if found is None:
                found = kind.supers[key] = Super(owners[0], receiver)
            program.grow(node, (found,))


def last_resort(program: Program, node: Node) -> None:
    """What is assumed where nothing better came: any item, the tested type, ``__getattr__``, the decorated thing."""
    if node >= program.size:
        return
    unit = program.modules.unit_at(node)
    expression = unit.table[node - unit.base]
    if isinstance(expression, Subscript):
        keys = program.values[unit.base + expression.key]
        if not any(isinstance(value, Literal) for value in keys):
            for value in program.values[unit.base + expression.value]:
                if isinstance(value, Container):
                    program.flow(element(program, value), node)
    elif isinstance(expression, Narrowed) and not program.values[node]:
        for kind in tested(program, unit.base + expression.type) or ():
            program.grow(node, (kind.instance,))
    elif isinstance(expression, Call) and not program.values[node] and expression.arguments:
        program.flow(unit.base + expression.arguments[0], node)
    elif isinstance(expression, Attribute) and not program.values[node]:
        for value in program.values[unit.base + expression.value]:
            if isinstance(value, Instance) and declared_in(value.type, "__getattr__"):
                fall_back(program, unit, node, value, expression.name)


HANDLERS: dict[type, Callable[[Program, Unit, Node, Any], None]] = {
    Unknown: ignore,
    Constant: constant,
    Variable: names.variable,
    Defined: defined,
    Imported: names.imported,
    Parameter: parameter,
    Attribute: attribute,
    Call: call,
    Subscript: subscript,
    Slice: slice_,
    Sequence: display,
    Mapping: mapping,
    Choice: choice,
    Element: elements,
    Unpacked: unpacked,
    Starred: ignore,
    Narrowed: narrowed,
    InstanceOf: instance,
    Operation: operation,
    Entered: entered,
    Sent: sent,
    Delegated: delegated,
    Declared: declared,
    Comprehension: display,
    SuperCall: super_,
}
