"""Feedback arc sets: which arcs of a small weighted graph to take out so that no circle is left."""

from collections import defaultdict

import numpy as np

Arcs = dict[tuple[str, str], float]

EXACT_UP_TO = 18
"""The exact answer looks at every subset of the circle's services: for 18 that takes half a second and 40 megabytes,
for 20 already four times as much."""


def circles(arcs: Arcs) -> list[tuple[str, ...]]:
    """Strongly connected groups of two nodes or more, sorted inside and among each other."""
    ahead, behind = _reach(arcs), _reach({(target, source): 1.0 for source, target in arcs})
    groups = {tuple(sorted(ahead[node] & behind[node])) for node in ahead if node in behind}
    return sorted(group for group in groups if len(group) > 1)


def _reach(arcs: Arcs) -> dict[str, set[str]]:
    follow: dict[str, set[str]] = defaultdict(set)
    for source, target in arcs:
        follow[source].add(target)
    reach: dict[str, set[str]] = {}
    for start in sorted(follow):
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting += follow.get(node, ())
        reach[start] = seen
    return reach


def feedback_arcs(arcs: Arcs, circle: tuple[str, ...]) -> list[tuple[str, str]]:
    """The arcs that point backwards in the order with the least weight backwards; sorted.

    Exact up to ``EXACT_UP_TO`` nodes by dynamic programming over subsets (Lawler 1964), beyond the greedy
    order of Eades, Lin and Smyth (1993) in its simplest form.
    """
    order = _best_order(arcs, circle) if len(circle) <= EXACT_UP_TO else _greedy_order(arcs, circle)
    rank = {node: index for index, node in enumerate(order)}
    return sorted(pair for pair in arcs if pair[0] in rank and pair[1] in rank and rank[pair[0]] > rank[pair[1]])


def _best_order(arcs: Arcs, circle: tuple[str, ...]) -> list[str]:
    """Cost of a set placed first: each node added last pays its arcs that point back into the set."""
    size = len(circle)
    sets = np.arange(1 << size)
    members = np.array([one.bit_count() for one in range(1 << size)])
    backward = _backward(arcs, circle)
    best = np.full(1 << size, np.inf)
    best[0] = 0.0
    last = np.zeros(1 << size, dtype=np.int64)
    for count in range(1, size + 1):
        layer = sets[members == count]
        for node in range(size):
            inside = layer[(layer >> node) & 1 == 1]
            before = inside ^ (1 << node)
            cost = best[before] + backward[node][before]
            better = inside[cost < best[inside]]
            best[better] = cost[cost < best[inside]]
            last[better] = node
    return _read_back(circle, last.tolist())


def _backward(arcs: Arcs, circle: tuple[str, ...]) -> list["np.ndarray[tuple[int], np.dtype[np.float64]]"]:
    """For each node and each set: the weight of the node's arcs into the set."""
    found = []
    for source in circle:
        weights = np.zeros(1 << len(circle))
        for bit, target in enumerate(circle):
            weights[1 << bit : 2 << bit] = weights[: 1 << bit] + arcs.get((source, target), 0.0)
        found.append(weights)
    return found


def _read_back(circle: tuple[str, ...], last: list[int]) -> list[str]:
    order: list[str] = []
    left = (1 << len(circle)) - 1
    while left:
        order.append(circle[last[left]])
        left &= ~(1 << last[left])
    return order[::-1]


def _greedy_order(arcs: Arcs, circle: tuple[str, ...]) -> list[str]:
    """Always the node next whose arcs out of what is left outweigh those into it most."""
    left = set(circle)
    surplus = dict.fromkeys(circle, 0.0)
    touching: dict[str, list[tuple[str, float]]] = {node: [] for node in circle}
    for (source, target), weight in arcs.items():
        if source in left and target in left:
            surplus[source] += weight
            surplus[target] -= weight
            touching[source].append((target, weight))
            touching[target].append((source, -weight))
    order: list[str] = []
    while left:
        chosen = min(left, key=lambda node: (-surplus[node], node))
        order.append(chosen)
        left.remove(chosen)
        for other, weight in touching[chosen]:
            surplus[other] += weight
    return order
