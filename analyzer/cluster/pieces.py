"""Look inside modules that are for everybody: tables, tasks and routes that one other service needs go there."""

from collections import Counter, defaultdict

from analyzer.model.graph import Graph

MANY = 8  # top-level classes and functions from which a module may be several modules in one file
SERVICES = 3  # that must use the module: with two it is a quarrel, with three a file for everybody
MOSTLY = 0.6  # of the uses of a piece that come from one service
USES = 3  # of a piece before they count


def pieces(graph: Graph, services: dict[str, str]) -> dict[str, str]:
    """Class or top-level function (by key) -> the service it goes to, for those that leave their module.

    What is inside a class goes with it. Only what a service owns may leave (a class with a table, a task, the
    answer to a route), when one other service makes most of its uses from outside the module: calls, references,
    subclasses. A helper that one service uses stays, since it is no reason to take a file apart.
    """
    owned = {table.element for table in graph.tables} | {task.element for task in graph.tasks}
    owned |= {route.element for route in graph.routes}
    inner: dict[str, list[str]] = defaultdict(list)
    columns = [graph.elements[name].tolist() for name in ("kind", "parent")]
    for key, kind, parent in zip(graph.elements.index.tolist(), *columns, strict=True):
        if kind in ("class", "function") and parent in services:
            inner[parent].append(key)
    crowded = {module for module, found in inner.items() if len(found) >= MANY}
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    users: dict[str, set[str]] = defaultdict(set)
    links = graph.links[graph.links["kind"] != "import"]
    for source, target in zip(links["source"].tolist(), links["target"].tolist(), strict=True):
        module, user = target.partition("::")[0], source.partition("::")[0]
        if module in crowded and user in services and user != module:
            users[module].add(services[user])
            top = f"{module}::{target.partition('::')[2].partition('.')[0]}"
            uses[top][services[user]] += 1
    leaving: dict[str, str] = {}
    for module in sorted(crowded):
        if len(users[module] | {services[module]}) > SERVICES:
            leaving.update(_leaving([key for key in inner[module] if key in owned], uses, services[module]))
    return leaving


def _leaving(found: list[str], uses: dict[str, Counter[str]], home: str) -> dict[str, str]:
    going: dict[str, str] = {}
    for piece in sorted(found):
        counted = uses.get(piece, Counter())
        if not counted:
            continue
        service, most = min(counted.items(), key=lambda item: (-item[1], item[0]))
        if service != home and most >= USES and most >= MOSTLY * sum(counted.values()):
            going[piece] = service
    return going
