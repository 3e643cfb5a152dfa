"""Assignments to attributes and items: what is written there can be read from there."""

from analyzer.resolve.boxes import box_of
from analyzer.resolve.containers import Key, store
from analyzer.resolve.invoke import invoke
from analyzer.resolve.namespaces import namespace_of
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Container, Function, Instance, Literal, Module, Node, Property, Value
from analyzer.resolve.views import declared_in, function_attribute, slot, view


def connect_stores(program: Program, unit: Unit) -> None:
    """Connect every store of a file to whatever its target turns out to be."""
    base = unit.base
    for stored in unit.facts.attribute_stores:
        if stored.target:
            value = base + stored.value if stored.value else 0
            _attribute(program, unit, base + stored.target, stored.name, value)
    for kept in unit.facts.item_stores:
        if kept.target:
            value = base + kept.value if kept.value else 0
            _item(program, unit, base + kept.target, base + kept.key, value)


def _attribute(program: Program, unit: Unit, target: Node, name: str, value: Node) -> None:
    def react(place: Node) -> None:
        values = program.values[target]
        for receiver in values[program.handled[place] :]:
            if isinstance(receiver, Instance | Class):
                kind = receiver.type if isinstance(receiver, Instance) else receiver
                if isinstance(receiver, Instance) and any(name in member.attributes for member in kind.order):
                    for setter in _setters(program, receiver, name):
                        given = program.new_node()
                        program.grow(given, (receiver,))
                        invoke(program, unit, target, setter, Arguments((given, value)))
                program.flow(value, slot(program, kind, name))
            elif isinstance(receiver, Function):
                _first_of_any(program, name)
                program.flow(value, function_attribute(program, receiver, name))
            elif isinstance(receiver, Module):
                binding = receiver.unit.bindings[0].get(name)
                if binding is not None:
                    program.flow(value, binding)
        program.handled[place] = len(values)

    place = program.new_node()
    program.reactions[place] = react
    program.watch(target, place)
    react(place)


def _first_of_any(program: Program, name: str) -> None:
    """From now on functions are asked for ``name``; those that were before get their answer."""
    if name not in program.assigned:
        program.assigned.add(name)
        asked = program.unassigned.pop(name, [])
        for function, node in zip(asked[::2], asked[1::2], strict=True):
            program.flow(function_attribute(program, function, name), node)


def _setters(program: Program, receiver: Instance, name: str) -> list[Node]:
    """The functions that assigning a property calls."""
    found = view(program, receiver.type, name, instance=False)
    setters: list[Node] = []
    for held in program.values[found.declared]:
        if isinstance(held, Property) and held.setter:
            setters.append(held.setter)
        elif isinstance(held, Instance) and declared_in(held.type, "__set__"):
            setters.append(view(program, held.type, "__set__", instance=True).node)
    return setters


def _item(program: Program, unit: Unit, target: Node, key: Node, value: Node) -> None:
    done: set[tuple[Value, Key | None]] = set()

    def react(_place: Node) -> None:
        literals: list[Key | None] = [held.value for held in program.values[key] if isinstance(held, Literal)]
        for receiver in program.values[target]:
            if isinstance(receiver, Instance) and declared_in(receiver.type, "__setitem__"):
                method = view(program, receiver.type, "__setitem__", instance=True).node
                invoke(program, unit, target, method, Arguments((key, value)))
                continue
            for literal in literals or [None]:
                if (receiver, literal) not in done:
                    done.add((receiver, literal))
                    _put(program, receiver, literal, value)

    place = program.new_node()
    program.reactions[place] = react
    program.watch(target, place)
    program.watch(key, place)
    react(place)


def _put(program: Program, receiver: Value, key: Key | None, value: Node) -> None:
    if isinstance(receiver, Container):
        store(program, receiver, key, value)
    elif isinstance(receiver, Instance):
        box = box_of(program, receiver.type)
        if box is not None:
            store(program, box, key, value)
    elif isinstance(key, str):
        kind = namespace_of(receiver)
        if kind is not None:
            program.flow(value, slot(program, kind, key))
