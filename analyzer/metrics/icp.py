"""ICP: the share of calls that cross a boundary."""

from analyzer.model.cut import Cut
from analyzer.model.flows import flows, owning
from analyzer.model.graph import Graph
from analyzer.model.score import Score

SOURCE = "Kalia and others, Mono2Micro (2021): inter-partition calls; here over resolved static calls"


def inter_call_percentage(graph: Graph, cut: Cut) -> Score:
    """ICP = calls between different services / calls between different modules.

    No answer without calls, and for one service, which would win by having no boundary.
    """
    counted = flows(graph, cut, kinds=frozenset({"call"}))
    if len(owning(cut)) < 2 or not counted:  # noqa: PLR2004 - a boundary has two sides
        reason = "There is one service, so no boundary." if counted else "No call between modules was resolved."
        return Score(metric="ICP", value=None, reason=reason, better="lower", source=SOURCE)
    crossing = sum(count for (one, other), count in counted.items() if one != other)
    return Score(
        metric="ICP",
        value=crossing / sum(counted.values()),
        better="lower",
        meaning="Share of calls between modules that become calls over the network.",
        source=SOURCE,
    )
