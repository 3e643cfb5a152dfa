"""Modularity and conductance: links inside services against what chance would give, and against what leaves."""

from collections import Counter
from math import fsum

from analyzer.model.cut import Cut
from analyzer.model.flows import Flows, flows, owning
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def modularity(graph: Graph, cut: Cut) -> Score:
    """Q = sum over services of inner links / links - (degree / 2 links) squared (Newman and Girvan, 2004).

    One service has Q = 0, and so has a random cut on average. No answer without links.
    """
    counted = flows(graph, cut)
    links = sum(counted.values())
    source = "Newman and Girvan (2004)"
    if not links:
        return Score(metric="modularity", value=None, reason="No link between modules was resolved.", source=source)
    inner = sum(count for (one, other), count in counted.items() if one == other) / links
    chance = fsum((degree / (2 * links)) ** 2 for degree in _degrees(counted).values())
    meaning = "Links inside services above what the same modules would have by chance."
    return Score(metric="modularity", value=inner - chance, meaning=meaning, source=source)


def conductance(graph: Graph, cut: Cut) -> Score:
    """Mean over services of crossing links / min(degree of the service, degree of the rest) (Kannan and others, 2004).

    No answer for one service, which nothing can leave.
    """
    counted = flows(graph, cut)
    degrees = _degrees(counted)
    source = "Kannan, Vempala and Vetta (2004), mean over services"
    if len(owning(cut)) < 2 or not counted:  # noqa: PLR2004 - a boundary has two sides
        reason = "Fewer than two services with links."
        return Score(metric="conductance", value=None, reason=reason, better="lower", source=source)
    leaving: Counter[str] = Counter()
    for (one, other), count in counted.items():
        if one != other:
            leaving[one] += count
            leaving[other] += count
    whole = sum(degrees.values())
    smaller = {service: min(degree, whole - degree) for service, degree in degrees.items()}
    values = [leaving[service] / size if size else 1.0 for service, size in smaller.items()]
    meaning = "How much of a service's traffic crosses its boundary."
    value = fsum(values) / len(values)
    return Score(metric="conductance", value=value, better="lower", meaning=meaning, source=source)


def _degrees(counted: Flows) -> Counter[str]:
    degrees: Counter[str] = Counter()
    for (one, other), count in counted.items():
        degrees[one] += count
        degrees[other] += count
    return degrees
