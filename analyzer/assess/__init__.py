"""Graph, cut and breaks to consequences: what the cut really gives each service, as figures with evidence."""

from analyzer.assess.deployment import deployable
from analyzer.assess.failure import failing
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.cut import Cut
from analyzer.model.evidence import Evidence
from analyzer.model.graph import Graph


def assess(graph: Graph, cut: Cut, breaks: tuple[Break, ...], evidence: Evidence) -> tuple[Consequence, ...]:
    """Every promise for every service, sorted by service and topic."""
    del graph, evidence
    found = [*deployable(cut, breaks), *failing(cut, breaks)]
    return tuple(sorted(found, key=lambda one: (one.service, one.topic, one.statement)))
