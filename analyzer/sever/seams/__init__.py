"""What any cut of a graph could sever, by the rules of the finders of breaks: a report counts again from it."""

from collections import Counter

import pandas as pd

from analyzer.model.graph import Graph
from analyzer.model.lookup import looked_up
from analyzer.model.seams import CLAIM_COLUMNS, TEST_COLUMNS, Held, Listener, Query, Seams, empty
from analyzer.sever.events import heard
from analyzer.sever.happenings import Happenings
from analyzer.sever.ownership import believed_uses
from analyzer.sever.saga import follow_transaction
from analyzer.sever.seams.constants import setting_uses, written_copies
from analyzer.sever.seams.leading import leading
from analyzer.sever.seams.pairs import find_pairs, in_order
from analyzer.sever.seams.torn import tear
from analyzer.sever.sides import Sides
from analyzer.sever.state import KEYED, merged
from analyzer.sever.tests import uses_by_tests

LARGEST = 200_000
"""Links of the largest codebase that is looked at so: a page cannot hold more."""


def find_seams(graph: Graph) -> Seams | None:
    """The seams of the codebase; None when it is too large."""
    if len(graph.links) > LARGEST:
        return None
    torn = tear(graph)
    pairs = find_pairs(torn)
    return Seams(
        pairs=pairs.frame,
        unless=pairs.unless,
        doubts=torn.doubts,
        joined=pairs.joined,
        queries=tuple(
            Query(join.element if torn.sides.is_code(join.element) else "", join.tables) for join in in_order(graph)
        ),
        transactions=_transactions(torn.sides),
        listeners=tuple(Listener(*one) for one in heard(torn.sides)),
        states=_states(torn.sides),
        checks=_checks(torn.sides),
        settings=setting_uses(torn.sides),
        copies=written_copies(torn.sides),
        leading=leading(torn.sides),
        claims=_claims(graph),
        tests=_tests(torn.sides),
    )


def _transactions(sides: Sides) -> tuple[Query, ...]:
    """For each piece of code the tables that its transactions write, not counting what undoes."""
    happenings = Happenings(sides)
    written: dict[str, set[str]] = {}
    for span in sides.graph.transactions:
        if sides.is_code(span.element):
            steps = follow_transaction(happenings, span)
            tables = {step.table for step in steps if step.action == "write" and not step.compensates}
            written.setdefault(span.element, set()).update(tables)
    return tuple(
        Query(element, tuple(sorted(written[element]))) for element in sorted(written) if len(written[element]) > 1
    )


def _states(sides: Sides) -> tuple[Held, ...]:
    """State that somebody writes; uses by tests do not count."""
    found = []
    for state in merged(sides.graph.states):
        uses = ((one for one, _, _ in uses if sides.is_code(one)) for uses in (state.writes, state.reads))
        writers, readers = (tuple(sorted(set(elements))) for elements in uses)
        if writers:
            name = f"{state.element}:{state.name or sides.name(state.element)}"
            found.append(Held(name, "" if state.how in KEYED else state.element, writers, readers))
    return tuple(found)


def _checks(sides: Sides) -> tuple[tuple[str, str], ...]:
    """Code that decides by the rows of a table, and the table."""
    return tuple(sorted({(one.element, one.table) for one in sides.graph.permissions if one.table}))


def _claims(graph: Graph) -> pd.DataFrame:
    uses = believed_uses(graph).drop_duplicates(["source", "target", "kind", "file", "line"])
    counts = Counter(zip(uses["target"].tolist(), uses["source"].tolist(), uses["kind"].tolist(), strict=True))
    ends = sorted({(table, element) for table, element, _ in counts})
    rows = [(*end, counts[*end, "read"], counts[*end, "write"]) for end in ends]
    return pd.DataFrame(rows, columns=list(CLAIM_COLUMNS)) if rows else empty(CLAIM_COLUMNS)


def _tests(sides: Sides) -> pd.DataFrame:
    rows = uses_by_tests(sides)
    rows = rows[looked_up(rows["target"], sides.service_of) != ""]
    return rows[list(TEST_COLUMNS)].drop_duplicates().sort_values(list(TEST_COLUMNS)).reset_index(drop=True)
