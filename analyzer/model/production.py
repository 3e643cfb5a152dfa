"""The part of a graph and a cut that runs in production: tests and migrations call across services, services do not."""

import numpy as np
from msgspec.structs import replace

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph


def production(graph: Graph, cut: Cut) -> tuple[Graph, Cut]:
    """Elements whose role is code, the links between them, and their placements."""
    elements = graph.elements[graph.elements["role"].isin(["code", ""])]
    if len(elements) == len(graph.elements):
        return graph, cut
    kept = set(elements.index.tolist())
    ends = zip(graph.links["source"].tolist(), graph.links["target"].tolist(), strict=True)
    inside = np.array([source in kept and target in kept for source, target in ends], dtype=bool)
    stays = np.array([key in kept for key in cut.placements.index.tolist()], dtype=bool)
    links = graph.links[inside].reset_index(drop=True)
    placements = cut.placements[stays]
    return replace(graph, elements=elements, links=links), replace(cut, placements=placements)
