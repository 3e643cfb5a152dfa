"""What callers pass: the types of arguments at the places that call, send a task or publish an event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from analyzer.model.expression import SPREAD, Attribute, Call, Index
from analyzer.model.framework import TaskSend
from analyzer.model.graph import Event, Signature
from analyzer.resolve.keys import key_of_value
from analyzer.resolve.origins import undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.tables import Tables
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Container, Function, Instance, Outside, Plain, Rows, Value

_OUTSIDE = frozenset(
    {"datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta", "decimal.Decimal", "uuid.UUID"}
)
_MOST = 3  # types of one argument; more say that it takes anything

Types = dict[tuple[str, str], set[str]]
"""(Element key of a function, name of a parameter) to the types given; "" among them when one is not known."""


def with_passed(
    program: Program, tables: Tables, signatures: Iterable[Signature], sends: str = "delay"
) -> tuple[Signature, ...]:
    """The signatures, with what other files pass for each parameter that declares no type.

    ``sends`` is the method that sends a task with the very arguments of its function.
    """
    kept = tuple(signatures)
    asked = {
        signature.element: frozenset(names)
        for signature in kept
        if (names := [one.name for one in signature.parameters if not one.annotation])
    }
    given = _given(program, tables, sends, asked)
    return tuple([_learned(signature, given) if signature.element in asked else signature for signature in kept])


def _learned(signature: Signature, given: Types) -> Signature:
    parameters = []
    for parameter in signature.parameters:
        types = given.get((signature.element, parameter.name), {""})
        known = "" not in types and len(types) <= _MOST and not parameter.annotation
        parameters.append(structs.replace(parameter, passed=tuple(sorted(types))) if known else parameter)
    return structs.replace(signature, parameters=tuple(parameters))


def _given(program: Program, tables: Tables, sends: str, asked: Mapping[str, frozenset[str]]) -> Types:
    """The types by element and parameter, of those that are asked for; looked at no more once they say nothing."""
    given: Types = defaultdict(set)
    for unit in program.units:
        if unit.facts.source.role == "test":
            continue  # a test passes what is short to write
        sent = {fact.target for fact in unit.facts.facts if isinstance(fact, TaskSend) and fact.target}
        for call in unit.table:
            if call.__class__ is not Call:
                continue
            assert isinstance(call, Call)
            for function, shift in _called(program, unit, call, (sent, sends)):
                key = key_of_value(function) if function.unit is not unit else ""
                wanted = asked.get(key, frozenset())
                for name, argument in _arguments(function, call, shift) if wanted else ():
                    if name in wanted:
                        known = given[key, name]
                        if "" not in known and len(known) <= _MOST:
                            known |= types_at(program, tables, unit, argument)
    return given


def _called(
    program: Program, unit: Unit, call: Call, sending: tuple[set[Index], str]
) -> Iterator[tuple[Function, int]]:
    sent, method = sending
    callee = unit.table[call.callee]
    if isinstance(callee, Attribute) and callee.name == method and callee.value in sent:
        task = undecorated(program, unit, callee.value)
        if isinstance(task, Function):
            yield task, 0
        return
    for value in program.values[unit.base + call.callee]:
        kind = value.__class__
        if kind is Bound:
            yield value.function, 1  # type: ignore[attr-defined]
        elif kind is Function:
            yield value, 0  # type: ignore[misc]


def _arguments(function: Function, call: Call, shift: int) -> Iterator[tuple[str, Index]]:
    """(Name of the parameter, the expression given); 0 stands for "cannot be told"."""
    parameters = function.scope.parameters
    plain = [one for one in parameters if one.kind in {"positional", "positional_only"}]
    if call.flags & SPREAD:
        yield from ((one.name, 0) for one in parameters)
        return
    for number, argument in enumerate(call.arguments):
        if number + shift < len(plain):
            yield plain[number + shift].name, argument
    names = {one.name for one in parameters if one.kind not in {"var_positional", "var_keyword"}}
    yield from ((name, argument) for name, argument in call.keywords if name in names)


def types_at(program: Program, tables: Tables, unit: Unit, index: Index) -> set[str]:
    """Names of the types an expression can have: builtin and outside names, keys of classes, ``key[]`` for rows of one.

    ``table::name#column`` is the value of a column. Holds "" when some of it is not known.
    """
    values = program.values[unit.base + index] if index else ()
    own = {_type(value) for value in values if not isinstance(value, Outside)}
    if any(isinstance(value, Instance | Rows) for value in values):
        return own  # what hangs on outside things beside it is the same object, seen through the framework
    return _column(program, tables, unit, index) or own | {_type(value) for value in values} or {""}


def _type(value: Value) -> str:
    if isinstance(value, Plain | Container):
        return value.type.split()[0]
    if isinstance(value, Instance):
        return key_of_value(value)
    if isinstance(value, Rows):
        return f"{key_of_value(value.kind)}[]"
    return value.name if isinstance(value, Outside) and value.name in _OUTSIDE else ""


def _column(program: Program, tables: Tables, unit: Unit, index: Index) -> set[str]:
    expression = unit.table[index]
    if not isinstance(expression, Attribute):
        return set()
    owners = program.values[unit.base + expression.value]
    kinds = [tables.of_class.get(owner.type, "") for owner in owners if isinstance(owner, Instance)]
    keys = [key for key in dict.fromkeys(kinds) if key and _has(tables, key, expression.name)]
    return {f"{key}#{expression.name}" for key in keys} if len(keys) == len(set(kinds)) else set()


def _has(tables: Tables, key: str, name: str) -> bool:
    """Whether attribute ``name`` holds a column; "pk" and "..._id" are other names for one."""
    columns = tables.by_key[key].columns if key in tables.by_key else ()
    return name == "pk" or any(name in {column.name, f"{column.name}_id"} for column in columns)


def with_payload_types(program: Program, tables: Tables, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, with the types of what publishers send beside each name; "" where that is not known."""
    units = {unit.key: unit for unit in program.units}
    wanted: dict[str, set[int]] = defaultdict(set)
    kept = tuple(events)
    for event in kept:
        if event.role == "publish" and event.payload:
            wanted[event.file].add(event.line)
    calls: dict[tuple[str, int], list[Call]] = defaultdict(list)
    for file in sorted(wanted.keys() & units.keys()):
        for expression in units[file].table:
            if isinstance(expression, Call) and expression.line in wanted[file]:
                calls[file, expression.line].append(expression)
    return tuple(
        _told(program, tables, units.get(event.file), event, calls.get((event.file, event.line), ())) for event in kept
    )


def _told(program: Program, tables: Tables, unit: Unit | None, event: Event, calls: Iterable[Call]) -> Event:
    if event.role != "publish" or unit is None:
        return event
    for call in calls:
        given = dict(call.keywords)
        if given.keys() >= set(event.payload):
            types = [types_at(program, tables, unit, given[name]) for name in event.payload]
            said = tuple("" if "" in one or len(one) > _MOST else "|".join(sorted(one)) for one in types)
            return structs.replace(event, payload_types=said)
    return event
