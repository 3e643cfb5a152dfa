"""CHM and CHD: whether the operations that a service publishes speak of the same things."""

from collections.abc import Callable
from itertools import combinations
from math import fsum

import pandas as pd

from analyzer.model.cut import Cut
from analyzer.model.flows import owning, published
from analyzer.model.graph import Graph, Signature
from analyzer.model.score import Score
from analyzer.model.words import split_name

Words = dict[str, frozenset[str]]  # of an operation

MOST = 60  # operations of a service that are compared; pairs grow with the square, the mean does not change


def message_cohesion(graph: Graph, cut: Cut) -> Score:
    """CHM = mean over services of the mean Jaccard similarity of their operations' parameters and result types."""

    def words(keys: set[str]) -> Words:
        return {found.element: _taken(found) for found in graph.signatures if found.element in keys}

    meaning = "How alike the operations of one service are in what they take and return."
    return _cohesion("CHM", meaning, graph, cut, words)


def _taken(found: Signature) -> frozenset[str]:
    taken = (one.annotation or one.name for one in found.parameters if one.name not in ("self", "cls"))
    return frozenset(taken) | ({found.returns} if found.returns else set())


def domain_cohesion(graph: Graph, cut: Cut) -> Score:
    """CHD = mean over services of the mean Jaccard similarity of the words in their operations' names."""

    def words(keys: set[str]) -> Words:
        known = graph.elements["name"].reindex(pd.Index(sorted(keys), dtype="str")).dropna()
        return {str(key): frozenset(split_name(name)) for key, name in known.to_dict().items()}

    return _cohesion("CHD", "How alike the operations of one service are in their names.", graph, cut, words)


def _cohesion(metric: str, meaning: str, graph: Graph, cut: Cut, words: Callable[[set[str]], Words]) -> Score:
    """Jin and others, FoSCI (2019), after Athanasopoulos and others (2015); no answer below two operations."""
    source = "Jin and others, FoSCI (2019)"
    values = []
    compared = [sorted(operations)[:MOST] for operations in published(graph, cut).values()]
    spoken = words({key for operations in compared for key in operations})
    for operations in compared:
        told = [spoken[key] for key in operations if spoken.get(key)]
        pairs = [len(one & other) / len(one | other) for one, other in combinations(told, 2)]
        if pairs:
            values.append(fsum(pairs) / len(pairs))
    if len(owning(cut)) < 2 or not values:  # noqa: PLR2004 - operations are published to somebody
        reason = "No service publishes two operations that say anything."
        return Score(metric=metric, value=None, reason=reason, source=source)
    return Score(metric=metric, value=fsum(values) / len(values), meaning=meaning, source=source)
