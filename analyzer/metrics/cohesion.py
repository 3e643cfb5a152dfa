"""CHM and CHD: whether the operations that a service publishes speak of the same things."""

from collections.abc import Callable
from itertools import combinations
from math import fsum

from analyzer.model.cut import Cut
from analyzer.model.flows import owning, published
from analyzer.model.graph import Graph
from analyzer.model.score import Score
from analyzer.model.words import split_name

MOST = 60  # operations of a service that are compared; pairs grow with the square, the mean does not change


def message_cohesion(graph: Graph, cut: Cut) -> Score:
    """CHM = mean over services of the mean Jaccard similarity of their operations' parameters and result types."""
    signatures = {found.element: found for found in graph.signatures}

    def words(key: str) -> frozenset[str]:
        if key not in signatures:
            return frozenset()
        found = signatures[key]
        taken = (one.annotation or one.name for one in found.parameters if one.name not in ("self", "cls"))
        return frozenset(taken) | ({found.returns} if found.returns else set())

    return _cohesion("CHM", graph, cut, words)


def domain_cohesion(graph: Graph, cut: Cut) -> Score:
    """CHD = mean over services of the mean Jaccard similarity of the words in their operations' names."""
    names = dict(zip(graph.elements.index.tolist(), graph.elements["name"].tolist(), strict=True))
    return _cohesion("CHD", graph, cut, lambda key: frozenset(split_name(names.get(key, ""))))


def _cohesion(metric: str, graph: Graph, cut: Cut, words: Callable[[str], frozenset[str]]) -> Score:
    """Jin and others, FoSCI (2019), after Athanasopoulos and others (2015); no answer below two operations."""
    source = "Jin and others, FoSCI (2019)"
    values = []
    for operations in published(graph, cut).values():
        told = [found for found in map(words, sorted(operations)[:MOST]) if found]
        pairs = [len(one & other) / len(one | other) for one, other in combinations(told, 2)]
        if pairs:
            values.append(fsum(pairs) / len(pairs))
    if len(owning(cut)) < 2 or not values:  # noqa: PLR2004 - operations are published to somebody
        reason = "No service publishes two operations that say anything."
        return Score(metric=metric, value=None, reason=reason, source=source)
    meaning = "How alike the operations of one service are."
    return Score(metric=metric, value=fsum(values) / len(values), meaning=meaning, source=source)
