"""CHM and CHD: whether the operations that a service publishes speak of the same things."""

from collections import defaultdict
from itertools import combinations
from math import fsum

from analyzer.model.cut import Cut
from analyzer.model.flows import owning
from analyzer.model.graph import Graph
from analyzer.model.score import Score
from analyzer.model.words import split_name

MOST = 60  # operations of a service that are compared; pairs grow with the square, the mean does not change


def message_cohesion(graph: Graph, cut: Cut) -> Score:
    """CHM = mean over services of the mean Jaccard similarity of their operations' parameters and result types."""
    signatures = {found.element: found for found in graph.signatures}
    words = {
        key: frozenset(p.annotation or p.name for p in found.parameters if p.name not in ("self", "cls"))
        | ({found.returns} if found.returns else set())
        for key, found in signatures.items()
    }
    return _cohesion("CHM", graph, cut, words)


def domain_cohesion(graph: Graph, cut: Cut) -> Score:
    """CHD = mean over services of the mean Jaccard similarity of the words in their operations' names."""
    names = graph.elements["name"].astype(str)
    words = {str(key): frozenset(split_name(name)) for key, name in names.items()}
    return _cohesion("CHD", graph, cut, words)


def _cohesion(metric: str, graph: Graph, cut: Cut, words: dict[str, frozenset[str]]) -> Score:
    """Jin and others, FoSCI (2019), after Athanasopoulos and others (2015); no answer below two operations."""
    source = "Jin and others, FoSCI (2019)"
    published = _operations(graph, cut)
    values = []
    for operations in published.values():
        told = [words[key] for key in sorted(operations)[:MOST] if words.get(key)]
        pairs = [len(one & other) / len(one | other) for one, other in combinations(told, 2)]
        if pairs:
            values.append(fsum(pairs) / len(pairs))
    if len(owning(cut)) < 2 or not values:  # noqa: PLR2004 - operations are published to somebody
        reason = "No service publishes two operations that say anything."
        return Score(metric=metric, value=None, reason=reason, source=source)
    meaning = "How alike the operations of one service are."
    return Score(metric=metric, value=fsum(values) / len(values), meaning=meaning, source=source)


def _operations(graph: Graph, cut: Cut) -> dict[str, set[str]]:
    """Service -> functions called from other services."""
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    service = dict(zip(owned.index.astype(str), owned["service"].astype(str), strict=True))
    calls = graph.links[graph.links["kind"] == "call"]
    found: dict[str, set[str]] = defaultdict(set)
    for source, target in zip(calls["source"].astype(str), calls["target"].astype(str), strict=True):
        if target in service and service.get(source, service[target]) != service[target]:
            found[service[target]].add(target)
    return found
