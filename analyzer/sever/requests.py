"""What runs while somebody waits: everything the code behind a route calls, directly or not."""

from collections import defaultdict

from analyzer.model.flows import link_rows
from analyzer.model.graph import Graph

FOLLOWED = ("call", "decorate")
"""A call runs its target now; references, tasks and subscriptions may run it later or never."""


def reached_by_requests(graph: Graph) -> frozenset[str]:
    """Keys of all elements in the call closure of the routes; a class answers through its methods."""
    starts = [route.element for route in graph.routes if route.element]
    return reached_from(graph, starts)


def reached_from(graph: Graph, starts: list[str]) -> frozenset[str]:
    """Keys of all elements that run when the given ones do."""
    follow: dict[str, list[str]] = defaultdict(list)
    for source, target in dict.fromkeys(link_rows(graph, FOLLOWED)):
        follow[source].append(target)
    methods = _methods(graph)
    classes = set(methods)
    reached: set[str] = set()
    waiting = [*starts, *(method for start in starts for method in methods.get(start, ()))]
    while waiting:
        element = waiting.pop()
        if element in reached:
            continue
        reached.add(element)
        waiting += follow.get(element, ())
        if element in classes:
            waiting += [one for one in methods[element] if one.endswith((".__init__", ".__new__", ".__post_init__"))]
    return frozenset(reached)


def _methods(graph: Graph) -> dict[str, list[str]]:
    elements = graph.elements
    inside = elements[(elements["kind"] == "function") & elements["parent"].str.contains("::", regex=False)]
    methods: dict[str, list[str]] = defaultdict(list)
    for key, parent in zip(inside.index.tolist(), inside["parent"].tolist(), strict=True):
        methods[parent].append(key)
    return methods


def leading_to(graph: Graph, ends: set[str]) -> frozenset[str]:
    """Keys of all elements whose calls lead to one of these elements, with the elements themselves."""
    callers: dict[str, list[str]] = defaultdict(list)
    for source, target in dict.fromkeys(link_rows(graph, FOLLOWED)):
        callers[target].append(source)
    reached: set[str] = set()
    waiting = list(ends)
    while waiting:
        element = waiting.pop()
        if element not in reached:
            reached.add(element)
            waiting += callers.get(element, ())
    return frozenset(reached)
