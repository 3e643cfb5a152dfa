"""Reading an attribute of any value."""

from analyzer.resolve.invoke import invoke
from analyzer.resolve.names import module_attribute
from analyzer.resolve.program import Program
from analyzer.resolve.rows import read_rows
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Builtin,
    Class,
    Container,
    Function,
    Instance,
    Module,
    Node,
    Outside,
    Package,
    Plain,
    Property,
    Rows,
    Super,
    Value,
)
from analyzer.resolve.views import declared_in, function_attribute, super_view, view


def read_attribute(program: Program, node: Node, value: Value, name: str) -> None:  # noqa: C901, PLR0912 - one branch a kind of value
    """``node`` holds what ``value.name`` is."""
    kind = value.__class__
    if kind is Function:
        assert isinstance(value, Function)
        program.flow(function_attribute(program, value, name), node)
    elif kind is Instance and name == "__class__":
        assert isinstance(value, Instance)
        program.grow(node, (value.type,))
    elif kind is Instance:
        assert isinstance(value, Instance)
        found = view(program, value.type, name, instance=True)
        program.flow(found.node, node)
        if not found.declared and declared_in(value.type, "__getattr__") and not name.startswith("__"):
            program.late.append(node)
    elif kind is Class:
        assert isinstance(value, Class)
        program.flow(view(program, value, name, instance=False).node, node)
    elif kind is Module or kind is Package:
        assert isinstance(value, Module | Package)
        sources, found_value = module_attribute(program, value, name)
        for source in sources:
            program.flow(source, node)
        if found_value is not None:
            program.grow(node, (found_value,))
    elif kind is Outside:
        assert isinstance(value, Outside)
        attribute = program.outside_attribute(value, name)
        if attribute is not None:
            program.grow(node, (attribute,))
    elif kind is Super:
        assert isinstance(value, Super)
        program.flow(super_view(program, value, name).node, node)
    elif kind is Rows:
        assert isinstance(value, Rows)
        read_rows(program, node, value, name)
    elif kind is Builtin:
        assert isinstance(value, Builtin)
        program.grow(node, (program.builtin(f"{value.name}.{name}"),))
    elif isinstance(value, Container | Plain | Property):
        program.grow(node, (program.method(value, name),))


def fall_back(program: Program, unit: Unit, node: Node, value: Instance) -> None:
    """``__getattr__`` answers for attributes that nothing else has."""
    method = view(program, value.type, "__getattr__", instance=True).node
    program.flow(invoke(program, unit, node, method), node)
