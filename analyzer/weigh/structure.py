"""Links between modules as weighted pairs: what is said often counts more, but less and less."""

import math

import numpy as np

from analyzer.model.flows import EVERY_KIND, ends_of
from analyzer.model.graph import Graph

Pairs = dict[tuple[str, str], float]

# A subclass or a handed-over instance ties two modules closer than a call does, a call closer than an import. The
# steps are ordinal; the reference codebases give the same agreement (within 0.01) when all kinds count one.
KIND_WEIGHT = {"inherit": 2.0, "data": 2.0, "relation": 2.0}


def structure_pairs(graph: Graph, modules: list[str]) -> Pairs:
    """(module, module) with the first the smaller -> log(1 + weighted number of links); ``graph`` is coded."""
    known = set(modules)
    ends, kinds = ends_of(graph, kinds=EVERY_KIND), graph.links["kind"].cat
    weights = np.array([KIND_WEIGHT.get(kind, 1.0) for kind in kinds.categories])[kinds.codes]
    names = sorted(ends.modules.tolist())
    rank = {name: number for number, name in enumerate(names)}
    ranks = np.array([rank[name] for name in ends.modules.tolist()], dtype=np.int64)
    one, other = ranks[ends.source_module], ranks[ends.target_module]
    lower, upper = np.minimum(one, other), np.maximum(one, other)
    pairs, rows = np.unique(lower * max(1, len(names)) + upper, return_inverse=True)
    counts = np.bincount(rows, weights, len(pairs)).tolist()
    ends_by_name = ((names[pair // len(names)], names[pair % len(names)]) for pair in pairs.tolist())
    return {
        (first, second): math.log1p(count)
        for (first, second), count in zip(ends_by_name, counts, strict=True)
        if first != second and first in known and second in known
    }
