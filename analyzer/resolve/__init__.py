"""Facts to links: a whole-program, flow-insensitive points-to analysis over the expressions of all files."""

from collections.abc import Sequence

from analyzer.model.collector import uncollected
from analyzer.model.facts import FileFacts
from analyzer.model.resolution import Resolution
from analyzer.resolve.knowledge import Knowledge
from analyzer.resolve.loaded import connect_loaded
from analyzer.resolve.modules import Modules
from analyzer.resolve.program import Program
from analyzer.resolve.relations import connect_relations
from analyzer.resolve.release import release
from analyzer.resolve.report import report
from analyzer.resolve.senders import connect_senders
from analyzer.resolve.solve import solve
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
    connect_loaded(program)
    connect_senders(program)
    with uncollected():
        solve(program)
        program.forget()
        found = report(program, relations)
        release(units)
        return found
