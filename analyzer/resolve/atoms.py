"""Expressions that stand for a definition, a parameter or a type: literals, annotations, narrowing, super()."""

from analyzer.model.expression import (
    Constant,
    Declared,
    Defined,
    Delegated,
    Narrowed,
    Parameter,
    Sent,
)
from analyzer.model.expression import (
    Instance as InstanceOf,
)
from analyzer.model.expression import (
    Super as SuperCall,
)
from analyzer.resolve.annotations import annotated
from analyzer.resolve.calls import rest_of
from analyzer.resolve.classes import settle
from analyzer.resolve.containers import element, store
from analyzer.resolve.invoke import invoke
from analyzer.resolve.program import Program, fresh
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Class,
    Container,
    Function,
    Instance,
    Node,
    Outside,
    Rows,
    Super,
)
from analyzer.resolve.views import view

CLASS_RECEIVERS = frozenset(["__new__", "__init_subclass__", "__class_getitem__"])


def constant(program: Program, unit: Unit, node: Node, expression: Constant) -> None:  # noqa: ARG001
    """A literal is itself where its value was kept, else its type."""
    if not program.values[node]:
        if expression.value is None:
            program.grow(node, (program.plain(expression.type),))
        else:
            program.grow(node, (program.literal(expression.type, expression.value),))


def defined(program: Program, unit: Unit, node: Node, expression: Defined) -> None:
    """A definition is its function or class; a class follows its bases."""
    value = unit.scopes[expression.scope]
    if isinstance(value, Class):
        for base in value.scope.bases:
            program.watch(unit.base + base, node)
        settle(program, value)
        if any("__init_subclass__" in base.attributes for base in value.order[1:]):
            invoke(program, unit, node, view(program, value, "__init_subclass__", instance=False).node)
    if not program.values[node]:
        program.grow(node, (value,))


def parameter(program: Program, unit: Unit, node: Node, expression: Parameter) -> None:
    """A parameter is its receiver, its default, its annotation; arguments flow in from calls."""
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
            if function.scope.name != "__init_subclass__":
                program.grow(node, (function.owner,))
        elif function.scope.kind == "function":
            program.grow(node, (function.owner.instance,))
    if fact.default:
        program.flow(unit.base + fact.default, node)
    if fact.annotation:
        program.flow(annotated(program, unit, fact.annotation), node)


def narrowed(program: Program, unit: Unit, node: Node, expression: Narrowed) -> None:
    """Of the values that are there, those that pass the test; the more special type wins."""
    source, test = unit.base + expression.value, unit.base + expression.type
    if not program.handled[node]:
        program.handled[node] = 1
        program.watch(source, node)
        program.watch(test, node)
        program.late.append(node)
    kinds = tested(program, test)
    if kinds is None:
        return
    own = all(isinstance(value, Class) for value in program.values[test])
    for value in program.values[source]:
        if not isinstance(value, Instance):
            if not kinds or isinstance(value, Outside | Rows) or (isinstance(value, Container) and not own):
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
    """Some instance of an annotated or caught type."""
    if not program.handled[node]:
        program.handled[node] = 1
        program.flow(annotated(program, unit, expression.type), node)
        program.late.append(node)


def declared(program: Program, unit: Unit, node: Node, expression: Declared) -> None:
    """A value, and what its annotation promises."""
    if not program.handled[node]:
        program.handled[node] = 1
        program.flow(unit.base + expression.value if expression.value else 0, node)
        program.flow(annotated(program, unit, expression.type), node)


def sent(program: Program, unit: Unit, node: Node, expression: Sent) -> None:
    """What is sent to a generator."""
    function = unit.scopes[expression.scope]
    if not program.handled[node] and isinstance(function, Function):
        program.handled[node] = 1
        program.flow(program.sent(function), node)
        program.late.append(node)


def delegated(program: Program, unit: Unit, node: Node, expression: Delegated) -> None:
    """What the generator behind ``yield from`` returns."""
    for value in fresh(program, node, unit.base + expression.value) if expression.value else ():
        if isinstance(value, Container) and value.function is not None:
            for result in value.function.scope.returns:
                program.flow(value.function.unit.base + result, node)


def super_(program: Program, unit: Unit, node: Node, expression: SuperCall) -> None:
    """``super()`` for every receiver of the method."""
    if expression.type:
        owners = [value for value in program.values[unit.base + expression.type] if isinstance(value, Class)]
        program.watch(unit.base + expression.type, node)
    else:
        owner = unit.scopes[expression.owner] if expression.owner >= 0 else None
        owners = [owner] if isinstance(owner, Class) else []
    if not owners or not expression.instance:
        return
    for receiver in fresh(program, node, unit.base + expression.instance):
        if isinstance(receiver, Instance | Class | Rows):
            near = owners[0] if isinstance(receiver, Rows) else receiver
            kind = near.type if isinstance(near, Instance) else near
            key = (owners[0], receiver)
            found = kind.supers.get(key)
            if found is None:
                found = kind.supers[key] = Super(owners[0], receiver)
            program.grow(node, (found,))
