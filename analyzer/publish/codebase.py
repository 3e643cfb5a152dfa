"""The graph and the cut by key: what the other files of this stage look things up in."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from analyzer.model.cut import REMAINDER, Cut, ServiceKind, processes
from analyzer.model.flows import link_rows
from analyzer.model.graph import Graph, Signature, Table
from analyzer.notation.names import words


class ElementFacts(NamedTuple):
    """One row of the element table."""

    kind: str
    name: str
    module: str
    parent: str
    file: str
    line: int


class Write(NamedTuple):
    """A write to a table by code of some service."""

    source: str
    table: str
    how: str
    in_loop: bool


class Codebase(NamedTuple):
    """Lookups over one graph and one cut; every mapping is keyed by element key unless it says otherwise."""

    graph: Graph
    elements: Mapping[str, ElementFacts]
    service_of: Mapping[str, str]  # element key to the process it runs in: a service, or what stays behind
    process_of: Mapping[str, str]  # group key to the same
    signatures: Mapping[str, Signature]
    tables: Mapping[str, Table]  # by table key
    table_of_class: Mapping[str, str]  # class key to table key
    classes: Mapping[str, tuple[str, ...]]  # last part of the class name to class keys
    parents: Mapping[str, tuple[str, ...]]  # class key to keys of its base classes
    members: Mapping[str, tuple[str, ...]]  # class key to keys of its methods
    heirs: Mapping[str, tuple[str, ...]]  # the other way round
    wrapping: frozenset[str]  # functions and classes that code is decorated with, and functions that make such
    rows_of: Mapping[str, str]  # class of a query set, manager or repository to the table whose rows it gives
    calls: Mapping[str, tuple[str, ...]]
    effects: frozenset[str]  # elements that write a table or state, publish or send a task themselves
    writes: tuple[Write, ...]
    handed: Mapping[tuple[str, str], frozenset[str]]  # function and parameter to tables of rows handed over there
    used: Mapping[tuple[str, str], frozenset[str]]  # the same to the attributes that the function uses of them


_EFFECTS = frozenset({"write", "publish", "task", "state_write"})


def survey(graph: Graph, cut: Cut, kinds: Collection[ServiceKind]) -> Codebase:
    """Index ``graph`` and ``cut`` once, groups of other kinds than ``kinds`` with their host; linear in their rows."""
    elements = _elements(graph)
    homes = _homes(cut, kinds)
    classes: dict[str, list[str]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for key, element in elements.items():
        if element.kind == "function":
            members[element.parent].append(key)
        if element.kind == "class":
            classes[element.name.rsplit(".", 1)[-1]].append(key)
    tables = {table.element: table.key for table in graph.tables if table.element}
    inherited = list(link_rows(graph, ["inherit"]))
    return Codebase(
        graph=graph,
        elements=elements,
        service_of={key: homes.get(group, group) for key, group in _groups(cut)},
        process_of=homes,
        signatures={signature.element: signature for signature in graph.signatures},
        tables={table.key: table for table in graph.tables},
        table_of_class=tables,
        classes={name: tuple(sorted(keys)) for name, keys in classes.items()},
        parents=_targets(inherited),
        members={key: tuple(sorted(keys)) for key, keys in members.items()},
        heirs=_targets([(target, source) for source, target in inherited]),
        wrapping=_wrapping(elements, [target for _, target in link_rows(graph, ["decorate"])]),
        rows_of=_rows_of(graph, elements, tables),
        calls=_targets(link_rows(graph, ["call"])),
        effects=frozenset(source for source, _ in link_rows(graph, _EFFECTS)),
        writes=tuple(map(Write._make, link_rows(graph, ["write"], "source", "target", "detail", "in_loop"))),
        handed=_handed(graph),
        used=_used(graph),
    )


def _groups(cut: Cut) -> Iterator[tuple[str, str]]:
    return zip(cut.placements.index.tolist(), cut.placements["service"].astype(str).tolist(), strict=True)


def _handed(graph: Graph) -> dict[tuple[str, str], frozenset[str]]:
    """One row at a time: a collection is another thing, and makes a parameter nobody's."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for handover in graph.handovers:
        key = f"{handover.table}[]" if handover.is_collection else handover.table
        found[handover.function, handover.parameter].add(key)
    return {place: frozenset(tables) for place, tables in found.items()}


def _wrapping(elements: Mapping[str, ElementFacts], decorators: Collection[str]) -> frozenset[str]:
    makers = {elements[key].parent for key in decorators if key in elements}
    return frozenset([*decorators, *(key for key in makers if key in elements and elements[key].kind == "function")])


_COLLECTIONS = frozenset({"set", "manager", "query", "repository"})  # last words of classes that stand for a table


def _rows_of(graph: Graph, elements: Mapping[str, ElementFacts], tables: Mapping[str, str]) -> dict[str, str]:
    """Classes named as collections of which every method that gives rows gives those of one table."""
    classes = {key: words(one.name)[-1:] for key, one in elements.items() if one.kind == "class" and key not in tables}
    collections = {key for key, last in classes.items() if not _COLLECTIONS.isdisjoint(last)}
    found: dict[str, set[str]] = defaultdict(set)
    for signature in graph.signatures:
        element = elements.get(signature.element)
        if element and element.parent in collections:
            rows = [tables.get(name.removesuffix("[]"), "") for name in signature.returned if name.endswith("[]")]
            found[element.parent].update(rows)
    return {key: next(iter(rows)) for key, rows in found.items() if len(rows) == 1 and "" not in rows}


def _used(graph: Graph) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for handover in graph.handovers:
        found[handover.function, handover.parameter].update(handover.fields)
    return {place: frozenset(names) for place, names in found.items()}


def _homes(cut: Cut, kinds: Collection[ServiceKind]) -> dict[str, str]:
    """Where each group runs; the platform is in every process, and calls others from what stays behind at least."""
    run = processes(cut)
    homes = {}
    for group in cut.services:
        home = REMAINDER if group.kind == "platform" else run[group.key]
        homes[group.key] = group.key if group.kind in kinds else home
    return homes


def _elements(graph: Graph) -> dict[str, ElementFacts]:
    columns = ("kind", "name", "module", "parent", "file", "line")
    rows = zip(*(graph.elements[column].tolist() for column in columns), strict=True)
    return dict(zip(graph.elements.index.tolist(), map(ElementFacts._make, rows), strict=True))


def _targets(ends: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The second ends by the first, each once, in their order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for source, target in ends:
        found[source][target] = None
    return {source: tuple(targets) for source, targets in found.items()}


def ancestors(codebase: Codebase, key: str) -> tuple[str, ...]:
    """The classes that a class inherits, nearest first."""
    found: dict[str, None] = {}
    waiting = list(codebase.parents.get(key, ()))
    while waiting:
        one = waiting.pop(0)
        if one not in found and one != key:
            found[one] = None
            waiting += codebase.parents.get(one, ())
    return tuple(found)


def is_safe(codebase: Codebase, element: str, limit: int = 200) -> bool:
    """Whether nothing reachable from ``element`` by calls was seen to change anything; False past ``limit``."""
    seen, waiting = {element}, [element]
    while waiting:
        current = waiting.pop()
        if current in codebase.effects or len(seen) > limit:
            return False
        fresh = [key for key in codebase.calls.get(current, ()) if key not in seen]
        seen.update(fresh)
        waiting.extend(fresh)
    return True
