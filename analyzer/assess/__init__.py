"""Graph, cut and breaks to consequences: what the cut really gives each service, as figures with evidence."""

from collections.abc import Callable, Iterable

from analyzer.assess.chain import longest_chain
from analyzer.assess.deployment import deployable
from analyzer.assess.events import eventual
from analyzer.assess.extension import extensible
from analyzer.assess.failure import failing
from analyzer.assess.function import functional
from analyzer.assess.scaling import scalable
from analyzer.assess.scene import Scene
from analyzer.assess.team import owned_by_team
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.cut import Cut
from analyzer.model.evidence import Evidence
from analyzer.model.graph import Graph

QUESTIONS: tuple[Callable[[Scene], Iterable[Consequence]], ...] = (
    deployable,
    failing,
    longest_chain,
    scalable,
    eventual,
    extensible,
    owned_by_team,
    functional,
)


def assess(graph: Graph, cut: Cut, breaks: tuple[Break, ...], evidence: Evidence) -> tuple[Consequence, ...]:
    """Every promise for every service, sorted by service and topic; service "" speaks of the whole."""
    scene = Scene(graph, cut, breaks, evidence)
    found = [one for ask in QUESTIONS for one in ask(scene)]
    return tuple(sorted(found, key=lambda one: (one.service, one.topic, one.statement)))
