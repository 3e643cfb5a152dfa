"""The solved program as a resolution: links, elements and the records of every framework fact."""

from collections import Counter

import msgspec

from analyzer.model.graph import Column, Event, Relation, Setting, Table
from analyzer.model.resolution import Resolution, ResolvedCall
from analyzer.resolve.access import find_accesses
from analyzer.resolve.buses import bus_events
from analyzer.resolve.collect import collect
from analyzer.resolve.doors import entries_of, request_links, requests_of
from analyzer.resolve.elements import elements_of
from analyzer.resolve.events import events_of
from analyzer.resolve.handovers import handovers_of
from analyzer.resolve.heard import with_uses
from analyzer.resolve.keys import dotted
from analyzer.resolve.passed import with_passed, with_payload_types
from analyzer.resolve.program import Program
from analyzer.resolve.related import relations_of
from analyzer.resolve.relations import Declared
from analyzer.resolve.returned import with_returned
from analyzer.resolve.routes import routes_of
from analyzer.resolve.settings import configuration_of, permissions_of
from analyzer.resolve.signatures import signatures_of
from analyzer.resolve.states import states_of
from analyzer.resolve.tables import Tables, find_tables
from analyzer.resolve.tasks import tasks_of
from analyzer.resolve.transactions import transactions_of


def report(program: Program, declared: list[Declared]) -> Resolution:
    """Everything the solved program says."""
    found = collect(program)
    tables = find_tables(program)
    relations = relations_of(program, tables, declared)
    accesses = find_accesses(program, tables)
    tasks, sends = tasks_of(program)
    events = events_of(program, bus_events(program, found.links))
    configuration = configuration_of(program)
    states = states_of(program, found.links)
    routes = routes_of(program)
    requests = requests_of(program, routes)
    links = [*found.links, *accesses.links.values(), *sends, *events.links, *configuration.links, *states.links]
    links += request_links(requests)
    variables = [*found.variables, *events.variables, *configuration.variables, *states.variables]
    return Resolution(
        elements=elements_of(program.units, variables, tables),
        links=links,
        coverage=sorted((module, outcome, count) for (module, outcome), count in found.coverage.items()),
        calls=[
            ResolvedCall(caller, callee) for caller in sorted(found.calls) for callee in sorted(found.calls[caller])
        ],
        functions=_callers(program),
        tables=_with_references(tables, relations),
        relations=relations,
        joins=tuple(sorted(accesses.joins, key=lambda one: (one.file, one.line, one.element, one.tables, one.text))),
        transactions=transactions_of(program, links),
        routes=routes,
        tasks=tasks,
        events=with_uses(program, tables, with_payload_types(program, tables, sorted(events.events, key=_place))),
        states=states.records(),
        signatures=with_returned(program, tables, with_passed(program, tables, signatures_of(program, tables))),
        permissions=permissions_of(program, tables),
        handovers=handovers_of(program, tables),
        entries=entries_of(program),
        requests=requests,
        settings=tuple(sorted(configuration.settings, key=_named)),
        constants=tuple(sorted(configuration.constants, key=_named)),
        setting_reads=tuple(sorted(configuration.reads)),
    )


def _named(one: Setting) -> tuple[str, str, int]:
    return one.name, one.file, one.line


def _place(event: Event) -> tuple[str, str, str, int, str]:
    return event.event, event.role, event.file, event.line, event.element


def _callers(program: Program) -> list[str]:
    """Dotted names of all modules, functions and lambdas."""
    return sorted(
        {
            dotted(unit, index)
            for unit in program.units
            for index, scope in enumerate(unit.facts.scopes)
            if scope.kind != "class"
        }
    )


def _with_references(tables: Tables, relations: tuple[Relation, ...]) -> tuple[Table, ...]:
    """Columns that are one end of a relation say what they point at."""
    ends: dict[tuple[str, str, int], list[Relation]] = {}
    for one in relations:
        if one.target and one.kind in ("foreign_key", "one_to_one"):
            ends.setdefault((one.source, one.file, one.line), []).append(one)
    finished: list[Table] = []
    for key in sorted(tables.by_key):
        table = tables.by_key[key]
        lines = Counter((column.file, column.line) for column in table.columns)
        columns = tuple(
            _pointing(tables, column, ends.get((key, *place), []), alone=lines[place] == 1)
            for column in table.columns
            for place in [(column.file, column.line)]
        )
        finished.append(msgspec.structs.replace(table, columns=columns))
    return tuple(finished)


def _pointing(tables: Tables, column: Column, ends: list[Relation], *, alone: bool) -> Column:
    """The column with the table it points at; ``alone`` on its line it needs no name to be the relation's."""
    meant = [one for one in ends if alone or column.name in (one.field, f"{one.field}_id")]
    known = column.references if column.references in tables.by_key else ""
    return msgspec.structs.replace(column, references=meant[0].target if meant else known)
