"""The part of a graph and a cut that runs in production: tests and migrations call across services, services do not."""

import pandas as pd
from msgspec.structs import replace

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph


def production(graph: Graph, cut: Cut) -> tuple[Graph, Cut]:
    """Elements whose role is code, the links between them, and their placements."""
    elements = graph.elements[graph.elements["role"].isin(["code", ""])]
    if len(elements) == len(graph.elements):
        return graph, cut
    source, target = (elements.index.get_indexer(pd.Index(graph.links[end])) for end in ("source", "target"))
    links = graph.links[(source >= 0) & (target >= 0)].reset_index(drop=True)
    placements = cut.placements[elements.index.get_indexer(cut.placements.index) >= 0]
    return replace(graph, elements=elements, links=links), replace(cut, placements=placements)
