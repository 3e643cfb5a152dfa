"""Instability of services and cycles between them."""

from collections import defaultdict
from math import fsum

import networkx as nx

from analyzer.model.cut import Cut
from analyzer.model.flows import flows, owning
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def instability(graph: Graph, cut: Cut) -> Score:
    """Mean over services of Ce / (Ca + Ce): services it uses, and services that use it (Martin, 1994).

    Neither high nor low is good by itself. No answer where no service uses another.
    """
    using: dict[str, set[str]] = defaultdict(set)
    used: dict[str, set[str]] = defaultdict(set)
    for one, other in flows(graph, cut):
        if one != other:
            using[one].add(other)
            used[other].add(one)
    services = sorted(set(using) | set(used))
    if not services:
        reason = "No service uses another."
        return Score(metric="instability", value=None, reason=reason, better="neither", source="Martin (1994)")
    values = [len(using[one]) / (len(using[one]) + len(used[one])) for one in services]
    meaning = "0: used by others only; 1: uses others only."
    value = fsum(values) / len(values)
    return Score(metric="instability", value=value, better="neither", meaning=meaning, source="Martin (1994)")


def cyclic_dependencies(graph: Graph, cut: Cut) -> Score:
    """Share of services that lie on a cycle of uses (strongly connected components; Tarjan, 1972).

    No answer for one service, which cannot be on a cycle, and where nothing links two services.
    """
    services = owning(cut)
    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_edges_from(sorted(pair for pair in flows(graph, cut) if pair[0] != pair[1]))
    source = "strongly connected components (Tarjan, 1972)"
    if len(services) < 2 or not network.number_of_edges():  # noqa: PLR2004 - a cycle needs two
        return Score(metric="cycles", value=None, reason="No two services are linked.", better="lower", source=source)
    cyclic = sum(len(found) for found in nx.strongly_connected_components(network) if len(found) > 1)
    meaning = "Share of services that cannot be deployed without each other."
    return Score(metric="cycles", value=cyclic / len(services), better="lower", meaning=meaning, source=source)
