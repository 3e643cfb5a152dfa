"""SM and TurboMQ: cohesion inside services less coupling between them."""

from collections import Counter
from math import fsum

import numpy as np

from analyzer.model.cut import Cut
from analyzer.model.flows import EVERY_KIND, ends_of, flows, owning, places
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def structural_modularity(graph: Graph, cut: Cut) -> Score:
    """SM = mean of u_i / m_i^2 less mean of s_ij / (2 m_i m_j): u and s are linked pairs of modules, m modules.

    No answer for one service: it would have no coupling to lose by.
    """
    source = "Jin and others, FoSCI (2019), after Mancoridis' MQ; on modules instead of classes"
    services = owning(cut)
    pairs = _linked_pairs(graph, cut)
    if len(services) < 2 or not pairs:  # noqa: PLR2004 - a boundary has two sides
        return Score(metric="SM", value=None, reason="Fewer than two services with links.", source=source)
    sizes = _sizes(graph, cut)
    cohesion = fsum(pairs[one, one] / max(1, sizes[one]) ** 2 for one in services) / len(services)
    linked = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1] and "" not in pair}
    between = [
        (pairs[one, other] + pairs[other, one]) / (2 * max(1, sizes[one]) * max(1, sizes[other]))
        for one, other in linked
    ]
    value = cohesion - fsum(between) / (len(services) * (len(services) - 1) / 2)
    return Score(metric="SM", value=value, unit="", meaning="Density inside less density between.", source=source)


def turbo_mq(graph: Graph, cut: Cut) -> Score:
    """TurboMQ = mean over services of 2u / (2u + s): u links inside, s links that enter or leave.

    Mitchell and Mancoridis (2006) sum; the mean keeps it between 0 and 1. No answer for one service, which has 1.
    """
    source = "Mitchell and Mancoridis (2006), mean instead of sum"
    services = owning(cut)
    counted = flows(graph, cut)
    if len(services) < 2 or not counted:  # noqa: PLR2004 - a boundary has two sides
        return Score(metric="TurboMQ", value=None, reason="Fewer than two services with links.", source=source)
    crossing: Counter[str] = Counter()
    for (one, other), count in counted.items():
        if one != other:
            crossing[one] += count
            crossing[other] += count
    factors = []
    for service in services:
        inside = 2 * counted[service, service]
        factors.append(inside / (inside + crossing[service]) if inside else 0.0)
    meaning = "How much of the links of a service stay inside, averaged over services."
    return Score(metric="TurboMQ", value=fsum(factors) / len(factors), meaning=meaning, source=source)


def _sizes(graph: Graph, cut: Cut) -> Counter[str]:
    modules = graph.elements.index[graph.elements["kind"] == "module"]
    placed = cut.placements.loc[modules]
    return Counter(placed.loc[placed["verdict"] == "owned", "service"].tolist())


def _linked_pairs(graph: Graph, cut: Cut) -> Counter[tuple[str, str]]:
    ends = ends_of(graph, kinds=EVERY_KIND)
    names, place = places(ends.modules, cut)
    files = np.unique(ends.source_module * len(ends.modules) + ends.target_module)
    one, other = np.divmod(files, max(1, len(ends.modules)))
    known = (one != other) & (place[one] >= 0) & (place[other] >= 0)
    pairs = zip(place[one[known]].tolist(), place[other[known]].tolist(), strict=True)
    return Counter((names[source], names[target]) for source, target in pairs)
