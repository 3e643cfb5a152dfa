"""NED: whether the services are of a size that a team can own."""

from collections import Counter

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.model.score import Score

SMALLEST, LARGEST = 5, 20  # modules; Wu and others' bounds of a cluster that is not extreme


def non_extreme_distribution(graph: Graph, cut: Cut) -> Score:
    """NED = 1 - share of modules in services of 5 to 20 modules; lower is better, as Mono2Micro has it.

    Wu, Hassan and Holt (2005) defined it with higher better; Kalia and others (2021) turned it round. No answer
    below 10 modules, where no cut has two such services. One lump of more than 20 modules scores worst, 1.
    """
    modules = graph.elements.index[graph.elements["kind"] == "module"]
    placed = cut.placements.loc[modules]
    sizes = Counter(placed.loc[placed["verdict"] == "owned", "service"].tolist())
    source = "Wu, Hassan and Holt (2005), as turned round by Mono2Micro (2021)"
    if sum(sizes.values()) < 2 * SMALLEST:
        reason = "Too few modules for two services of five."
        return Score(metric="NED", value=None, reason=reason, better="lower", source=source)
    good = sum(size for size in sizes.values() if SMALLEST <= size <= LARGEST)
    value = 1 - good / sum(sizes.values())
    meaning = "Share of modules in services that are very small or very large."
    return Score(metric="NED", value=value, better="lower", meaning=meaning, source=source)
