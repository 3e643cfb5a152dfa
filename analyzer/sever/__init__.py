"""Graph and cut to breaks: everything this cut cuts through, each with its places and a remedy."""

from collections.abc import Callable, Iterable

from analyzer.model.breaks import Break, TableOwner
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.sever.access import severed_access
from analyzer.sever.authentication import severed_authentication
from analyzer.sever.calls import severed_calls
from analyzer.sever.circles import severed_circles
from analyzer.sever.configuration import severed_settings
from analyzer.sever.constants import severed_constants
from analyzer.sever.copies import severed_copies
from analyzer.sever.events import severed_events
from analyzer.sever.gathered import gathered
from analyzer.sever.inheritance import severed_inheritance
from analyzer.sever.instances import severed_instances
from analyzer.sever.joins import severed_joins
from analyzer.sever.ownership import claim_tables
from analyzer.sever.relations import severed_relations
from analyzer.sever.seams import find_seams
from analyzer.sever.sides import Sides, take_sides
from analyzer.sever.state import severed_state
from analyzer.sever.tasks import severed_tasks
from analyzer.sever.tests import severed_tests
from analyzer.sever.transactions import severed_transactions

__all__ = ["find_seams", "own_tables", "sever"]

FINDERS: tuple[Callable[[Sides], Iterable[Break]], ...] = (
    severed_calls,
    severed_instances,
    severed_inheritance,
    severed_relations,
    severed_access,
    severed_joins,
    severed_transactions,
    severed_events,
    severed_tasks,
    severed_state,
    severed_constants,
    severed_copies,
    severed_settings,
    severed_authentication,
    severed_tests,
)


def sever(graph: Graph, cut: Cut) -> tuple[Break, ...]:
    """Every break of the cut, sorted by key; circular dependencies are found among the others."""
    sides = take_sides(graph, cut, claim_tables(graph, cut))
    found = [one for find in FINDERS for one in find(sides)]
    return tuple(sorted([*gathered(found), *severed_circles(found)], key=lambda one: one.key))


def own_tables(graph: Graph, cut: Cut) -> tuple[TableOwner, ...]:
    """Who owns each table of the codebase, with the claims of every service; sorted by table."""
    return claim_tables(graph, cut)
