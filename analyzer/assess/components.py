"""Strongly connected components of a large call graph, without recursion."""

from collections.abc import Iterator

Follow = dict[str, list[str]]


def components(follow: Follow) -> Iterator[list[str]]:
    """Groups of elements that call each other in a circle, callees before callers (Tarjan 1972)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for start in sorted(follow):
        if start in index:
            continue
        work = [(start, iter(sorted(follow.get(start, ()))))]
        index[start] = low[start] = len(index)
        stack.append(start)
        on_stack.add(start)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    on_stack.add(target)
                    work.append((target, iter(sorted(follow.get(target, ())))))
                    break
                if target in on_stack:
                    low[node] = min(low[node], index[target])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    yield _pop(stack, on_stack, node)


def _pop(stack: list[str], on_stack: set[str], root: str) -> list[str]:
    group = []
    while root in on_stack:
        node = stack.pop()
        on_stack.remove(node)
        group.append(node)
    return sorted(group)
