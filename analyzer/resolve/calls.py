"""Calls: arguments flow into parameters, results flow back, whatever the callee turns out to be."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from analyzer.model.expression import DECORATOR, SPREAD, Call, Narrowed, Starred
from analyzer.resolve.annotations import annotated
from analyzer.resolve.builtin_calls import call_builtin
from analyzer.resolve.construct import construct
from analyzer.resolve.containers import element, generator, spread, store
from analyzer.resolve.getters import get_named
from analyzer.resolve.invoke import NOTHING, invoke
from analyzer.resolve.iteration import part
from analyzer.resolve.method_calls import call_method
from analyzer.resolve.outside_calls import call_outside
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.records import make_record
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Bound,
    Builtin,
    Class,
    Container,
    Dispatch,
    Function,
    Getter,
    Instance,
    Method,
    Node,
    Outside,
    Partial,
    RecordType,
    Value,
)
from analyzer.resolve.views import declared_in, view

POSITIONAL = ("positional_only", "positional")
NAMED = ("positional", "keyword_only")
DECORATING = Arguments((), decorates=True)
_NESTED_PARTIALS = 3  # a partial of itself (`f = partial(f, x)` in a loop) has no end; people nest two at most


def call(program: Program, unit: Unit, node: Node, expression: Call) -> None:
    """A written call: deal with every callee not yet dealt with."""
    base = unit.base
    callee = base + expression.callee
    done = program.handled[node]
    if not done:
        program.watch(callee, node)
        if expression.flags & DECORATOR:
            program.late.append(node)
    values = program.values[callee]
    if len(values) > done:
        given = _given(unit, expression)
        program.handled[node] = len(values)
        for value in values[done:]:
            APPLY[value.__class__](program, unit, node, value, given)


def _given(unit: Unit, expression: Call) -> Arguments:
    if not expression.arguments and not expression.keywords:
        return DECORATING if expression.flags & DECORATOR else NOTHING
    base, table = unit.base, unit.table
    positional = [base + argument if argument else 0 for argument in expression.arguments]
    starred: tuple[int, ...] = ()
    if expression.flags & SPREAD:
        for position, argument in enumerate(expression.arguments):
            inner = table[argument]
            if isinstance(inner, Starred):
                positional[position] = base + inner.value
                starred = (*starred, position)
    keywords = tuple([(name, base + value if value else 0) for name, value in expression.keywords])
    return Arguments(tuple(positional), keywords, starred, decorates=bool(expression.flags & DECORATOR))


def call_implicit(program: Program, node: Node) -> None:
    """The same for a call that is not written as one."""
    invocation = program.invocations[node]
    done = program.handled[node]
    values = program.values[invocation.callee]
    program.handled[node] = len(values)
    for value in values[done:]:
        APPLY[value.__class__](program, invocation.unit, node, value, invocation.given)


def _function(program: Program, unit: Unit, node: Node, value: Function, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    call_function(program, node, value, given)


def _bound(program: Program, unit: Unit, node: Node, value: Bound, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    if value.begun and (node, value.function) in program.entered:
        return
    value.begun = True
    call_function(program, node, value.function, given, value.receiver)


def _instance(program: Program, unit: Unit, node: Node, value: Instance, given: Arguments) -> None:
    if declared_in(value.type, "__call__"):
        method = view(program, value.type, "__call__", instance=True).node
        program.flow(invoke(program, unit, node, method, given), node)


def _partial(program: Program, unit: Unit, node: Node, value: Partial, given: Arguments) -> None:
    if given.partials < _NESTED_PARTIALS:
        program.flow(invoke(program, unit, node, value.callee, _completed(value, given)), node)


def _dispatch(program: Program, unit: Unit, node: Node, value: Dispatch, given: Arguments) -> None:
    program.flow(invoke(program, unit, node, value.node, given), node)


def _getter(program: Program, unit: Unit, node: Node, value: Getter, given: Arguments) -> None:
    if given.positional:
        get_named(program, unit, node, value, given.positional[0])


def _container(program: Program, unit: Unit, node: Node, value: Container, given: Arguments) -> None:  # noqa: ARG001 - one signature for all
    if value.type == "reference":
        program.flow(element(program, value), node)


def _nothing(program: Program, unit: Unit, node: Node, value: Value, given: Arguments) -> None:
    """What cannot be called gives nothing."""


APPLY: defaultdict[type, Callable[[Program, Unit, Node, Any, Arguments], None]] = defaultdict(
    lambda: _nothing,
    {
        Function: _function,
        Bound: _bound,
        Class: construct,
        Outside: call_outside,
        Builtin: call_builtin,
        Instance: _instance,
        Method: call_method,
        Partial: _partial,
        Dispatch: _dispatch,
        RecordType: make_record,
        Getter: _getter,
        Container: _container,
    },
)
"""How each kind of value is called; the node holds the result."""


def _completed(partial: Partial, given: Arguments) -> Arguments:
    """The arguments of the partial before those of the call."""
    more = (*partial.arguments, *given.positional)
    named = (*partial.keywords, *given.keywords)
    starred = tuple(position + len(partial.arguments) for position in given.starred)
    return Arguments(more, named, starred, partials=given.partials + 1)


def call_function(
    program: Program, node: Node, function: Function, given: Arguments, receiver: Value | None = None
) -> None:
    """Bind the arguments and take over the result; further receivers of the same function only become its ``self``."""
    entry = (node, function)
    if entry in program.entered:
        if receiver is not None and function.scope.parameters:
            program.grow(function.unit.base + function.scope.first, (receiver,))
        return
    program.entered.add(entry)
    pass_arguments(program, function, given, receiver)
    scope, base = function.scope, function.unit.base
    if scope.is_generator:
        program.grow(node, (generator(program, function),))
        return
    for result in scope.returns:
        program.flow(_handed_back(function, result, given, receiver) or base + result, node)
    if scope.result:
        program.flow(annotated(program, function.unit, scope.result), node)


def _handed_back(function: Function, result: Node, given: Arguments, receiver: Value | None) -> Node:
    """The argument itself where a function returns a parameter unchanged: such decorators keep classes apart."""
    table = function.unit.table
    while isinstance(narrower := table[result], Narrowed):
        result = narrower.value
    position = result - function.scope.first
    if given.starred or not 0 <= position < len(function.scope.parameters):
        return 0
    place = position - (receiver is not None)
    plain = function.scope.parameters[position].kind in POSITIONAL
    return given.positional[place] if plain and 0 <= place < len(given.positional) else 0


def pass_arguments(program: Program, function: Function, given: Arguments, receiver: Value | None) -> None:
    """Arguments meet parameters, by position and by name; the rest goes to ``*args`` and ``**kwargs``."""
    scope = function.scope
    parameters = scope.parameters
    if not parameters:
        return
    first = function.unit.base + scope.first
    positional = [p for p, parameter in enumerate(parameters) if parameter.kind in POSITIONAL]
    rest = next((p for p, parameter in enumerate(parameters) if parameter.kind == "var_positional"), -1)
    at = 0
    if receiver is not None:
        if positional:
            program.grow(first, (receiver,))
        at = 1
    sure = at + min([*given.starred, len(given.positional)])  # behind a ``*`` names may fill any parameter
    for number, argument in enumerate(given.positional):
        if number in given.starred:
            for offset, position in enumerate(positional[at:]):
                program.flow(part(program, argument, offset), first + position)
            if rest >= 0:
                spread(program, argument, rest_of(program, function, rest))
            at = len(positional) if rest < 0 else at
        elif at < len(positional):
            program.flow(argument, first + at)
            at += 1
        elif rest >= 0:
            store(program, rest_of(program, function, rest), at - len(positional), argument)
            at += 1
    _pass_keywords(program, function, given, min(sure, at))


def _pass_keywords(program: Program, function: Function, given: Arguments, at: int) -> None:
    parameters = function.scope.parameters
    first = function.unit.base + function.scope.first
    others = next((p for p, parameter in enumerate(parameters) if parameter.kind == "var_keyword"), -1)
    for name, argument in given.keywords:
        if name == "**":
            for position, parameter in enumerate(parameters[at:], at):
                if parameter.kind in NAMED:
                    program.flow(part(program, argument, parameter.name), first + position)
            if others >= 0:
                spread(program, argument, rest_of(program, function, others))
            continue
        for position, parameter in enumerate(parameters):
            if parameter.name == name and parameter.kind in NAMED:
                program.flow(argument, first + position)
                break
        else:
            if others >= 0:
                store(program, rest_of(program, function, others), name, argument)


def rest_of(program: Program, function: Function, position: int) -> Container:
    """The tuple or dict that ``*args`` or ``**kwargs`` is."""
    node = function.unit.base + function.scope.first + position
    for value in program.values[node]:
        if isinstance(value, Container) and value.node == node:
            return value
    kind = "tuple" if function.scope.parameters[position].kind == "var_positional" else "dict"
    box = Container(kind, function.unit, node)
    program.grow(node, (box,))
    return box
