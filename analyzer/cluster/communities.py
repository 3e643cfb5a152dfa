"""The one door to community detection: Louvain as networkx has it, seeded."""

from collections.abc import Mapping, Sequence

import networkx as nx

LIGHTEST = 1e-9  # a tie that weighs nothing is none; a network of such ties has no communities to find


def communities(
    nodes: Sequence[str], ties: Mapping[str, Mapping[str, float]], *, resolution: float, seed: int
) -> dict[str, int]:
    """A label for every node, numbered from the largest community down; ties to other nodes are left aside.

    Louvain (Blondel and others, 2008) on modularity with the given resolution. Nodes and edges are added in
    sorted order and the generator is seeded, so that one input has one answer on any machine.
    """
    known = set(nodes)
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(sorted(known))
    for node in sorted(known):
        found_ties = ((other, weight) for other, weight in ties[node].items() if other in known and node < other)
        edges = sorted((other, weight) for other, weight in found_ties if weight > LIGHTEST)
        network.add_weighted_edges_from((node, other, weight) for other, weight in edges)
    if not network.number_of_edges():
        return {node: label for label, node in enumerate(sorted(known))}
    found = nx.community.louvain_communities(network, resolution=resolution, seed=seed)
    ordered = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    return {node: label for label, members in enumerate(ordered) for node in members}
