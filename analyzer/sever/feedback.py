"""Feedback arc sets: which arcs of a small weighted graph to take out so that no circle is left."""

from collections import defaultdict

Arcs = dict[tuple[str, str], float]

EXACT_UP_TO = 14
"""The exact answer looks at every subset of the circle's services: 2**14 subsets times 14 take about a second."""


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

    Exact up to ``EXACT_UP_TO`` nodes by dynamic programming over subsets (Lawler 1964), beyond that the greedy
    order of Eades, Lin and Smyth (1993).
    """
    order = _best_order(arcs, circle) if len(circle) <= EXACT_UP_TO else _greedy_order(arcs, circle)
    rank = {node: index for index, node in enumerate(order)}
    return sorted(pair for pair in arcs if pair[0] in rank and pair[1] in rank and rank[pair[0]] > rank[pair[1]])


def _best_order(arcs: Arcs, circle: tuple[str, ...]) -> list[str]:
    """Cost of a set placed first: each node added last pays its arcs that point back into the set."""
    size = len(circle)
    weight = [[arcs.get((source, target), 0.0) for target in circle] for source in circle]
    best = [0.0] * (1 << size)
    last = [0] * (1 << size)
    for members in range(1, 1 << size):
        inside = [node for node in range(size) if members >> node & 1]
        costs = [(best[members & ~(1 << n)] + sum(weight[n][one] for one in inside if one != n), n) for n in inside]
        best[members], last[members] = min(costs)
    order: list[str] = []
    members = (1 << size) - 1
    while members:
        order.append(circle[last[members]])
        members &= ~(1 << last[members])
    return order[::-1]


def _greedy_order(arcs: Arcs, circle: tuple[str, ...]) -> list[str]:
    left = set(circle)
    order: list[str] = []
    while left:

        def surplus(node: str) -> float:
            out = sum(weight for (source, target), weight in arcs.items() if source == node and target in left)
            return out - sum(weight for (source, target), weight in arcs.items() if target == node and source in left)

        chosen = min(left, key=lambda node: (-surplus(node), node))
        order.append(chosen)
        left.remove(chosen)
    return order
