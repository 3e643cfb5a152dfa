"""Reading an attribute of any value."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from analyzer.model.expression import Call, Parameter
from analyzer.model.python import BUILTINS
from analyzer.resolve.containers import take
from analyzer.resolve.invoke import invoke
from analyzer.resolve.method_calls import HEIRS
from analyzer.resolve.names import BUILTIN_MODULES, module_attribute
from analyzer.resolve.namespaces import NAMESPACE, read_namespace
from analyzer.resolve.options import option_of
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
    Literal,
    Method,
    Module,
    Node,
    Outside,
    Package,
    Pattern,
    Plain,
    Property,
    Rows,
    Super,
    Value,
)
from analyzer.resolve.views import declared_in, function_attribute, super_view, view

PARSED = (".parse_args", ".parse_known_args", ".Namespace")  # what holds the options of a command line


def read_attribute(program: Program, node: Node, value: Value, name: str) -> None:
    """``node`` holds what ``value.name`` is."""
    READ[value.__class__](program, node, value, name)


def _function(program: Program, node: Node, value: Function, name: str) -> None:
    if name in program.assigned:
        program.flow(function_attribute(program, value, name), node)
    else:
        program.unassigned[name] += (value, node)


def _instance(program: Program, node: Node, value: Instance, name: str) -> None:
    if name == "__class__":
        program.grow(node, (value.type,))
        return
    if name == NAMESPACE:
        program.grow(node, (program.method(value, name),))
    found = view(program, value.type, name, instance=True)
    program.flow(found.node, node)
    if not found.declared and not name.startswith("__") and declared_in(value.type, "__getattr__"):
        program.late.append(node)


def _class(program: Program, node: Node, value: Class, name: str) -> None:
    if name == HEIRS:
        program.grow(node, (program.method(value, name),))
    program.flow(view(program, value, name, instance=False).node, node)


def _module(program: Program, node: Node, value: Module | Package, name: str) -> None:
    sources, found = module_attribute(program, value, name)
    for source in sources:
        program.flow(source, node)
    if found is not None:
        program.grow(node, (found,))


def _outside(program: Program, node: Node, value: Outside, name: str) -> None:
    if value.name in BUILTIN_MODULES and name in BUILTINS:
        program.grow(node, (program.builtin(name),))
        return
    if value.name.endswith(PARSED) and value.name.startswith("argparse."):
        known = name in program.options
        program.flow(option_of(program, name), node)
        if known:
            return
    attribute = value.attributes.get(name) or program.outside_attribute(value, name)
    if attribute is not None:
        program.grow(node, (attribute,))


def _super(program: Program, node: Node, value: Super, name: str) -> None:
    program.flow(super_view(program, value, name).node, node)


def _builtin(program: Program, node: Node, value: Builtin, name: str) -> None:
    program.grow(node, (program.builtin(f"{value.name}.{name}"),))


def _container(program: Program, node: Node, value: Container, name: str) -> None:
    if name in value.fields:
        take(program, value, [name], node)
    else:
        program.grow(node, (program.method(value, name),))


def _method(program: Program, node: Node, value: Value, name: str) -> None:
    program.grow(node, (program.method(value, name),))


def _nothing(program: Program, node: Node, value: Value, name: str) -> None:
    """What has no attributes that we follow."""


READ: defaultdict[type, Callable[[Program, Node, Any, str], None]] = defaultdict(
    lambda: _nothing,
    {
        **dict.fromkeys([Plain, Literal, Pattern, Property, Dispatch], _method),
        Container: _container,
        Method: read_namespace,
        Function: _function,
        Instance: _instance,
        Class: _class,
        Module: _module,
        Package: _module,
        Outside: _outside,
        Super: _super,
        Rows: read_rows,
        Builtin: _builtin,
    },
)
"""How the attribute of each kind of value is read."""


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
