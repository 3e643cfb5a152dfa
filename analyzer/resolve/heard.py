"""What a handler really reads of the rows that its event hands to it: the payload that the event must carry."""

from collections.abc import Iterable

from msgspec import structs

from analyzer.model.graph import Event
from analyzer.resolve.handovers import Crossings
from analyzer.resolve.program import Program
from analyzer.resolve.tables import Tables
from analyzer.resolve.values import Function


def with_uses(program: Program, tables: Tables, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events; each handler with the fields that it reads of its parameters that are rows, as ``order.total``."""
    kept = tuple(events)
    wanted = {event.element for event in kept if event.role == "subscribe"}
    functions = {
        unit.keys[scope.index]: scope
        for unit in program.units
        for scope in unit.scopes
        if isinstance(scope, Function) and unit.keys[scope.index] in wanted and scope.scope.kind != "lambda"
    }
    crossings = Crossings(program, tables)
    uses = {key: _uses(crossings, functions[key]) for key in sorted(functions)}
    return tuple(
        structs.replace(event, uses=uses[event.element])
        if event.role == "subscribe" and uses.get(event.element)
        else event
        for event in kept
    )


def _uses(crossings: Crossings, handler: Function) -> tuple[str, ...]:
    unit, first = handler.unit, handler.scope.first
    return tuple(
        f"{parameter.name}.{field}"
        for position, parameter in enumerate(handler.scope.parameters)
        if crossings.tables_at(unit.base + first + position) and not (position == 0 and handler.owner is not None)
        for field in crossings.fields(unit, first + position)
    )
