"""Reading an attribute of any value."""

from analyzer.model.expression import Call, Parameter
from analyzer.resolve.invoke import invoke
from analyzer.resolve.names import module_attribute
from analyzer.resolve.program import Program
from analyzer.resolve.rows import read_rows
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Bound,
    Builtin,
    Class,
    Container,
    Dispatch,
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
    elif isinstance(value, Container | Plain | Property | Dispatch):
        program.grow(node, (program.method(value, name),))


def fall_back(program: Program, unit: Unit, node: Node, value: Instance, name: str) -> None:
    """``__getattr__`` answers for attributes that nothing else has; often by asking another object for the same."""
    method = view(program, value.type, "__getattr__", instance=True).node
    result = invoke(program, unit, node, method)
    passed_on = False
    for held in program.values[method]:
        function = held.function if isinstance(held, Bound) else held
        for source in _asked(program, function) if isinstance(function, Function) else ():
            passed_on = True
            for wrapped in program.values[source]:
                if wrapped is not value:
                    read_attribute(program, node, wrapped, name)
    if not passed_on:
        program.flow(result, node)


def _asked(program: Program, function: Function) -> list[Node]:
    """Whom a ``__getattr__`` asks that returns ``getattr(other, name)``."""
    unit, table = function.unit, function.unit.table
    found: list[Node] = []
    for index in function.scope.returns:
        call = table[index]
        if isinstance(call, Call) and len(call.arguments) > 1:
            name = table[call.arguments[1]]
            asks = any(held.__class__ is Builtin and held.name == "getattr" for held in callees(program, unit, call))
            if asks and isinstance(name, Parameter) and name.position == 1:
                found.append(unit.base + call.arguments[0])
    return found


def callees(program: Program, unit: Unit, call: Call) -> list[Builtin]:
    """The builtins that a call calls."""
    return [held for held in program.values[unit.base + call.callee] if isinstance(held, Builtin)]
