"""Attributes of classes and their instances: instance attributes, class attributes by method resolution order."""

from collections.abc import Iterable

from analyzer.resolve.boxes import METHODS, box_of
from analyzer.resolve.invoke import invoke_unreported
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.rows import as_rows, member_value, read_rows_behind
from analyzer.resolve.shown import show
from analyzer.resolve.values import (
    Bound,
    Class,
    Dispatch,
    Function,
    Instance,
    Node,
    Outside,
    Partial,
    Property,
    Rows,
    Super,
    Value,
    View,
)

OF_EVERYTHING = frozenset(["__name__", "__class__", "__dict__", "__doc__", "__module__", "__qualname__", "__file__"])
BARE = frozenset(["abc.ABC", "typing.Generic", "typing.Protocol", "typing_extensions.Protocol"])
RECORDS = frozenset(["typing.NamedTuple", "typing.TypedDict", "typing_extensions.TypedDict"])
ENUMS = frozenset(["enum.Enum", "enum.Flag", "enum.IntEnum", "enum.IntFlag", "enum.StrEnum"])
"""Bases of the standard library that bring no method, all but ``__init__``, and only ``__init__``."""
IMPLICIT_CLASS_METHODS = frozenset(["__init_subclass__", "__class_getitem__"])


def view(program: Program, kind: Class, name: str, *, instance: bool) -> View:
    """The attribute ``name`` of ``kind`` (or of its instances), looked up once and kept up to date."""
    key = name if instance else (name,)
    found = kind.views.get(key)
    if found is None:
        found = kind.views[key] = View(kind, name, kind.instance if instance else kind, program.new_node())
        program.reactions[found.node] = lambda _node: _bind_declared(program, found)
        refresh(program, found)
    return found


def refresh(program: Program, found: View) -> None:
    """Look the attribute up again, now that bases or attributes have changed."""
    name = found.name
    declared: Node = 0
    instance = isinstance(found.receiver, Instance)
    for member in found.kind.order:
        if instance and name in member.typed:
            program.flow(member.typed[name], found.node)
            found.declared = found.declared or member.typed[name]
            return
        slot = member.slots.get(name)
        if slot is not None:
            program.flow(slot, found.node)
        _tell(member, found)
        if not declared and name in member.attributes:
            declared = member.attributes[name]
    if declared and declared != found.declared:
        found.declared = declared
        program.handled[found.node] = 0
        program.watch(declared, found.node)
        _bind_declared(program, found)
    elif not declared:
        if not instance:
            metaclass_member(program, found)
        outside_members(program, found.kind, name, found.node, stored=_is_stored(found.kind, name))
        if not instance and program.knowledge.collection_of(found.kind) is not None:
            program.grow(found.node, (program.method(found.kind, name),))


def _tell(kind: Class, viewer: View) -> None:
    """Let a view hear of attributes that are assigned later; most have one viewer, and need no dict for it."""
    held = kind.viewers.get(viewer.name)
    if held is None:
        kind.viewers[viewer.name] = viewer
    elif isinstance(held, dict):
        held[viewer] = None
    elif held is not viewer:
        kind.viewers[viewer.name] = {held: None, viewer: None}


def _viewers(kind: Class, name: str) -> Iterable[View]:
    held = kind.viewers.get(name, ())
    return (held,) if isinstance(held, View) else held


def metaclass_member(program: Program, found: View) -> None:
    """What no base of a class defines is looked up on its metaclass, with the class as ``self``."""
    for meta in metaclasses(program, found.kind):
        for member in meta.order:
            declared = member.attributes.get(found.name)
            if declared is not None and declared != found.declared:
                found.declared = declared
                program.handled[found.node] = 0
                program.watch(declared, found.node)
                _bind_declared(program, found)
                return


def metaclasses(program: Program, kind: Class) -> list[Class]:
    """The metaclasses of the codebase that a class or its bases name."""
    return [
        value
        for member in kind.order
        for name, keyword in member.scope.keywords
        if name == "metaclass"
        for value in program.values[member.unit.base + keyword]
        if isinstance(value, Class)
    ]


def _is_stored(kind: Class, name: str) -> bool:
    """Whether methods of the class or of a base assign the attribute: then no outside base has to bring it."""
    for member in kind.order:  # noqa: SIM110 - see declared_in
        if name in member.stored:
            return True
    return False


def outside_members(program: Program, kind: Class, name: str, node: Node, *, stored: bool = False) -> None:
    """What no class of the codebase defines may come from an outside base; not what is ``stored`` on instances."""
    if show(program, kind, name, node):
        return
    known = member_value(program, kind, name)
    if known is not None:
        program.grow(node, (known,))
        return
    if stored:
        return
    box = box_of(program, kind) if not name.startswith("__") else None
    if box is not None and name in METHODS[box.type]:
        program.grow(node, (program.method(box, name),))
    for base in kind.outside if name not in OF_EVERYTHING else ():
        if isinstance(base, Outside) and _brings(base.name, name):
            attribute = program.outside_attribute(base, name)
            if attribute is not None:
                program.grow(node, (attribute,))


def _brings(base: str, name: str) -> bool:
    if name == "__init__":
        return base not in BARE and base not in RECORDS
    return base not in BARE and base not in ENUMS


def _bind_declared(program: Program, found: View) -> None:
    values = program.values[found.declared]
    for value in values[program.handled[found.node] :]:
        attach(program, value, found)
    program.handled[found.node] = len(values)


def attach(program: Program, value: Value, found: View) -> None:
    """A class attribute read through a class or an instance: functions are bound, properties are called."""
    receiver = found.receiver
    if isinstance(value, Property) and isinstance(receiver, Instance):
        if value.getter not in found.getters:
            found.getters.append(value.getter)
            program.properties.add(found.name)
            given = program.new_node()
            program.grow(given, (receiver,))
            result = invoke_unreported(program, found.kind.unit, value.getter, Arguments((given,)))
            program.flow(result, found.node)
        return
    if isinstance(value, Instance) and declared_in(value.type, "__get__"):
        getter = view(program, value.type, "__get__", instance=True).node
        if getter not in found.getters:
            found.getters.append(getter)
            program.properties.add(found.name)
            program.flow(invoke_unreported(program, found.kind.unit, getter, Arguments(())), found.node)
        return
    if isinstance(value, Partial) and value.is_method and isinstance(receiver, Instance):
        held = program.new_node()
        program.grow(held, (receiver,))
        program.grow(found.node, (Partial(value.callee, (held, *value.arguments), value.keywords),))
        return
    if isinstance(value, Dispatch):
        program.grow(found.node, (_bound_dispatch(program, value, found),))
        return
    rows = as_rows(program, value, found.kind)
    program.grow(found.node, (rows if rows is not None else bound(value, receiver, found.kind),))


def _bound_dispatch(program: Program, value: Dispatch, found: View) -> Dispatch:
    """The registered methods, with the receiver there."""
    own = Dispatch(program.new_node())

    def react(place: Node) -> None:
        values = program.values[value.node]
        for held in values[program.handled[place] :]:
            program.grow(own.node, (bound(held, found.receiver, found.kind),))
        program.handled[place] = len(values)

    place = program.new_node()
    program.reactions[place] = react
    program.watch(value.node, place)
    react(place)
    return own


def bound(value: Value, receiver: Value, kind: Class) -> Value:
    """The value with its first argument there when reading the attribute puts it there."""
    if isinstance(value, Function):
        if value.binding == "class" or value.scope.name in IMPLICIT_CLASS_METHODS:
            return _with(value, kind)
        if value.binding == "instance" and isinstance(receiver, Instance):
            return _with(value, receiver)
        if value.binding == "instance" and value.owner is not None and value.owner not in kind.order:
            return _with(value, kind)  # a method of the metaclass
    return value


def _with(function: Function, receiver: Value) -> Bound:
    found = function.bound.get(receiver)
    if found is None:
        found = function.bound[receiver] = Bound(function, receiver)
    return found


def typed(program: Program, kind: Class, name: str) -> Node:
    """The node of an instance attribute whose values are known from a declaration."""
    node = kind.typed.get(name)
    if node is None:
        node = kind.typed[name] = program.new_node()
        for viewer in _viewers(kind, name):
            if isinstance(viewer.receiver, Instance):
                program.flow(node, viewer.node)
    return node


def slot(program: Program, kind: Class, name: str) -> Node:
    """The node of an attribute assigned on instances of ``kind`` (or on the class itself)."""
    node = kind.slots.get(name)
    if node is None:
        node = kind.slots[name] = program.new_node()
        for viewer in _viewers(kind, name):
            program.flow(node, viewer.node)
    return node


def function_attribute(program: Program, function: Function, name: str) -> Node:
    """The node of an attribute assigned on a function."""
    node = function.attributes.get(name)
    if node is None:
        node = function.attributes[name] = program.new_node()
    return node


def declared_in(kind: Class, name: str) -> bool:
    """True when the class or one of its bases in the codebase has the class attribute."""
    for member in kind.order:  # noqa: SIM110 - asked a million times, and any() with a generator takes twice as long
        if name in member.attributes:
            return True
    return False


def super_view(program: Program, value: Super, name: str) -> View:
    """``super().name``: the look-up starts behind ``owner`` in the receiver's order."""
    found = value.views.get(name)
    if found is not None:
        return found
    receiver = value.receiver
    if isinstance(receiver, Rows):
        found = value.views[name] = View(value.owner, name, receiver, program.new_node())
        read_rows_behind(program, found.node, receiver, (name, value.owner))
        return found
    kind = receiver.type if isinstance(receiver, Instance) else receiver
    assert isinstance(kind, Class)
    found = value.views[name] = View(kind, name, receiver, program.new_node())
    order = kind.order
    rest = order[order.index(value.owner) + 1 :] if value.owner in order else ()
    for member in rest:
        if name in member.attributes:
            found.declared = member.attributes[name]
            program.reactions[found.node] = lambda _node: _bind_declared(program, found)
            program.watch(found.declared, found.node)
            _bind_declared(program, found)
            return found
    if receiver is kind and name == "__call__" and value.owner not in order:
        program.grow(found.node, (program.method(kind, name),))  # a metaclass constructs the way type does
    else:
        outside_members(program, kind, name, found.node)
    return found
