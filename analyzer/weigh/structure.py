"""Links between modules as weighted pairs: what is said often counts more, but less and less."""

import math

from analyzer.model.graph import Graph

Pairs = dict[tuple[str, str], float]

# A subclass or a handed-over instance ties two modules closer than a call does, a call closer than an import. The
# steps are ordinal; the reference codebases give the same agreement (within 0.01) when all kinds count one.
KIND_WEIGHT = {"inherit": 2.0, "data": 2.0, "relation": 2.0}


def structure_pairs(graph: Graph, modules: list[str]) -> Pairs:
    """(module, module) with the first the smaller -> log(1 + weighted number of links between them)."""
    known = set(modules)
    links = graph.links
    counted: Pairs = {}
    ends = zip(links["source"].tolist(), links["target"].tolist(), links["kind"].tolist(), strict=True)
    for source, target, kind in ends:
        first, second = source.partition("::")[0], target.partition("::")[0]
        if first != second and first in known and second in known:
            pair = (min(first, second), max(first, second))
            counted[pair] = counted.get(pair, 0.0) + KIND_WEIGHT.get(kind, 1.0)
    return {pair: math.log1p(count) for pair, count in counted.items()}
