"""Facts to links: a whole-program, flow-insensitive points-to analysis over the expressions of all files."""

from collections.abc import Sequence

from analyzer.model.facts import FileFacts
from analyzer.model.resolution import Resolution, ResolvedCall
from analyzer.resolve.access import find_accesses
from analyzer.resolve.collect import collect
from analyzer.resolve.elements import elements_of
from analyzer.resolve.keys import dotted
from analyzer.resolve.knowledge import Knowledge
from analyzer.resolve.modules import Modules
from analyzer.resolve.program import Program
from analyzer.resolve.relations import connect_relations
from analyzer.resolve.related import relations_of
from analyzer.resolve.solve import solve
from analyzer.resolve.tables import find_tables
from analyzer.resolve.unit import Unit


def resolve(facts: Sequence[FileFacts], *, package: str = "") -> Resolution:
    """What every reference means; ``package`` is another name that the analysed folder itself is imported by."""
    units: list[Unit] = []
    base = 0
    for one in sorted(facts, key=lambda one: one.source.path):
        if one.scopes:
            units.append(Unit(one, base))
            base += len(one.expressions)
    program = Program(units, Modules(units, package), Knowledge(units))
    relations = connect_relations(program)
    solve(program)
    found = collect(program)
    tables = find_tables(program)
    accesses = find_accesses(program, tables)
    return Resolution(
        elements=elements_of(units, list(found.variables), tables),
        links=[*found.links, *accesses.links.values()],
        coverage=sorted((module, outcome, count) for (module, outcome), count in found.coverage.items()),
        calls=[ResolvedCall(caller, callee) for caller, callee in sorted(found.calls)],
        tables=tuple(tables.by_key[key] for key in sorted(tables.by_key)),
        relations=relations_of(program, tables, relations),
        joins=tuple(sorted(accesses.joins, key=lambda join: (join.file, join.line, join.element, join.tables, join.text))),
        functions=sorted({dotted(unit, index) for unit in units for index in range(len(unit.facts.scopes))}),
    )
