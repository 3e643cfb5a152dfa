"""The part of a graph and a cut that runs in production: tests and migrations call across services, services do not."""

from msgspec.structs import replace

from analyzer.model.cut import Cut
from analyzer.model.flows import coded, within
from analyzer.model.graph import Graph


def production(graph: Graph, cut: Cut) -> tuple[Graph, Cut]:
    """Elements whose role is code, the links between them as ``coded`` gives them, and their placements."""
    graph = coded(graph)
    elements = graph.elements[graph.elements["role"].isin(["code", ""])]
    if len(elements) == len(graph.elements):
        return graph, cut
    placements = cut.placements[elements.index.get_indexer(cut.placements.index) >= 0]
    return within(graph, elements), replace(cut, placements=placements)
