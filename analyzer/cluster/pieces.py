"""Look inside modules that are for everybody: tables, tasks and routes that one other service needs go there."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from analyzer.model.flows import ends_of
from analyzer.model.graph import Graph
from analyzer.model.remembered import remembered

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
    everywhere = remembered(graph, "definitions", lambda: _definitions(graph))
    inner = {module: found for module, found in everywhere.items() if module in services}
    for_all = _for_all(graph, services, {module for module, found in inner.items() if len(found) >= MANY})
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for target, user, count in _uses(graph, for_all):
        module, _, inside = target.partition("::")
        if user in services and user != module:
            uses[f"{module}::{inside.partition('.')[0]}"][services[user]] += count
    leaving: dict[str, str] = {}
    for module in sorted(for_all):
        leaving.update(_leaving([key for key in inner[module] if key in owned], uses, services[module]))
    return leaving


def _definitions(graph: Graph) -> dict[str, list[str]]:
    """Classes and functions by what they are in."""
    inner: dict[str, list[str]] = defaultdict(list)
    columns = [graph.elements[name].tolist() for name in ("kind", "parent")]
    for key, kind, parent in zip(graph.elements.index.tolist(), *columns, strict=True):
        if kind in ("class", "function"):
            inner[parent].append(key)
    return inner


def _for_all(graph: Graph, services: dict[str, str], crowded: set[str]) -> set[str]:
    """The crowded modules that more than a few services use, their own counted."""
    ends = ends_of(graph)
    modules, names = ends.modules.tolist(), sorted(set(services.values()))
    number = {name: position for position, name in enumerate(names)}
    place = np.array([number.get(services.get(module, ""), -1) for module in modules], dtype=np.int64)
    inside = np.array([module in crowded for module in modules], dtype=bool)
    chosen = inside[ends.target_module] & (place[ends.source_module] >= 0) & (ends.source_module != ends.target_module)
    own = np.flatnonzero(inside)
    target, user = ends.target_module[chosen], place[ends.source_module[chosen]]
    pairs = np.unique(np.concatenate([target, own]) * max(1, len(names)) + np.concatenate([user, place[own]]))
    counts = np.bincount(pairs // max(1, len(names)), minlength=len(modules))
    return {modules[position] for position in np.flatnonzero(counts > SERVICES).tolist()}


def _uses(graph: Graph, wanted: set[str]) -> Iterator[tuple[str, str, int]]:
    """Element of a wanted module, a module that uses it, and how often."""
    ends = ends_of(graph)
    modules, keys = ends.modules.tolist(), ends.keys.tolist()
    inside = np.array([module in wanted for module in modules], dtype=bool)[ends.target_module]
    numbers = ends.target[inside] * max(1, len(modules)) + ends.source_module[inside]
    pairs, counts = np.unique(numbers, return_counts=True)
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        yield keys[pair // len(modules)], modules[pair % len(modules)], count


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
