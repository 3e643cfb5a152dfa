"""Breaks and cut to roadmap: waves of steps that can be shipped and taken back one by one."""

from analyzer.model.breaks import Break, TableOwner
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.model.roadmap import Roadmap
from analyzer.plan.effort import total
from analyzer.plan.order import extraction_order
from analyzer.plan.sensitivity import weigh_the_weights
from analyzer.plan.situation import Situation
from analyzer.plan.together import keep_together
from analyzer.plan.waves import arrange
from analyzer.settings import Settings


def plan(
    graph: Graph,
    cut: Cut,
    severed: tuple[tuple[Break, ...], tuple[TableOwner, ...]],
    settings: Settings,
    *,
    modular: bool = False,
) -> Roadmap:
    """The order in which to extract the services of the cut, with what each step needs, costs and risks.

    ``severed``: the breaks of the cut, and who owns each table. ``modular``: the verdict is to make a modular monolith
    first, so all services are made ready before the first one leaves.
    """
    breaks, owners = severed
    situation = Situation(graph, cut, breaks, owners, settings.plan)
    units, reasons = keep_together(situation)
    order = extraction_order(situation, units, settings.plan)
    waves = arrange(situation, order, modular=modular)
    effort = total([step.effort for wave in waves for step in wave.steps])
    return Roadmap(waves, reasons, effort, weigh_the_weights(situation, units, order, effort))
