"""What the key of a home-made bus says: a literal, a class, a member of an enumeration."""

from typing import NamedTuple

from analyzer.model.expression import Attribute, Defined, Index
from analyzer.resolve.keys import dotted, key_of_value
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Instance, Literal

MOST_NAMES = 4  # names that one place may mean; more say that it is a loop over all of them


class Name(NamedTuple):
    """What an event is called, with the key and the fields of the class that stands for it; "" when none does."""

    text: str
    key: str = ""
    fields: tuple[str, ...] = ()


def names_at(program: Program, unit: Unit, index: Index, way: str) -> tuple[Name, ...]:
    """The names an argument stands for; ``way`` is what the bus asks of it ("" itself, "type", or an attribute)."""
    values = program.values[unit.base + index]
    if not way:
        literals = [Name(str(value.value)) for value in values if isinstance(value, Literal)]
        member = _member(program, unit, index)
        found = member or literals or [named(kind) for kind in values if isinstance(kind, Class)]
    else:
        kinds = [value.type if isinstance(value, Instance) else value for value in values]
        classes = [kind for kind in kinds if isinstance(kind, Class)]
        if way == "type":
            found = [named(kind) for kind in classes]
        else:
            found = [Name(text) for kind in classes for text in _texts(program, kind, way)]
    return tuple(dict.fromkeys(found)) if len(found) <= MOST_NAMES else ()


def named(kind: Class) -> Name:
    """An event that is known by its class."""
    return Name(dotted(kind.unit, kind.index), key_of_value(kind), fields_of(kind))


def fields_of(kind: Class) -> tuple[str, ...]:
    """What an instance is made from: the parameters of its constructor, else its annotated fields; bases first."""
    for member in kind.order:
        made = member.attributes.get("__init__", 0) - member.unit.base
        defined = member.unit.table[made] if made > 0 else None
        if isinstance(defined, Defined):
            return tuple(one.name for one in member.unit.facts.scopes[defined.scope].parameters[1:])
    names = [name for member in reversed(kind.order) for name, _, _ in member.scope.annotations]
    return tuple(dict.fromkeys(names))


def _member(program: Program, unit: Unit, index: Index) -> list[Name]:
    """``Topic.CLOSED``: a member of an enumeration, by the name of both."""
    expression = unit.table[index]
    if not isinstance(expression, Attribute):
        return []
    return [
        Name(f"{dotted(value.unit, value.index)}.{expression.name}")
        for value in program.values[unit.base + expression.value]
        if isinstance(value, Class) and any(base.name.startswith("enum.") for base in value.outside)
    ]


def _texts(program: Program, kind: Class, name: str) -> list[str]:
    """The literal that a class attribute holds."""
    for member in kind.order:
        if name in member.attributes:
            held = program.values[member.attributes[name]]
            return [str(value.value) for value in held if isinstance(value, Literal)]
    return []
