"""The one door to community detection."""

import networkx as nx

from analyzer.model.evidence import Views


def communities(views: Views, *, resolution: float, seed: int) -> dict[str, int]:
    """A label for every node of the views, numbered from the largest community down (Louvain, seeded)."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(views.nodes.index)
    network.add_weighted_edges_from(views.edges[["source", "target", "weight"]].itertuples(index=False))
    found = nx.community.louvain_communities(network, resolution=resolution, seed=seed)
    ordered = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    return {node: label for label, members in enumerate(ordered) for node in members}
