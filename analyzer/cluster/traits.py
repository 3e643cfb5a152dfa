"""What can be said of each group as a whole: its size, what it owns, who reaches it, how common its name is."""

from collections import Counter, defaultdict

from msgspec import Struct

from analyzer.cluster.pieces import pieces
from analyzer.cluster.terrain import Terrain, leaf
from analyzer.model.flows import module_pairs
from analyzer.model.graph import Graph


class Traits(Struct, frozen=True):
    """One group, counted over the code that runs in production; tests and migrations are left out."""

    modules: int
    lines: int
    entries: int  # routes, tasks and programs of its own (``__main__``): ways in from outside
    tables: int
    using: frozenset[str]  # groups it uses
    used: frozenset[str]  # groups that use it
    cohesion: float  # share of the module links that touch it which stay inside; 1 where none leaves it
    repeated: int  # other groups that have a folder or module of the same name
    strongest: str  # the group most of its outward links go to or come from; "" without any


def traits_of(graph: Graph, terrain: Terrain, labels: dict[str, str]) -> dict[str, Traits]:
    """Label -> traits, sorted by label."""
    roles = zip(graph.elements.index.tolist(), graph.elements["role"].tolist(), strict=True)
    code = {key: labels[key] for key, role in roles if key in labels and role in ("code", "")}
    modules = Counter(code.values())
    lines: Counter[str] = Counter()
    for module, label in code.items():
        lines[label] += terrain.sizes[module]
    entries, tables = _owned(graph, terrain, code)
    inner, outer = _links(graph, code)
    names = _names(terrain, code)
    found = {}
    for label in sorted(set(labels.values())):
        around = outer.get(label, {})
        outward = sum(sum(ways) for ways in around.values())
        found[label] = Traits(
            modules=modules[label],
            lines=lines[label],
            entries=entries[label],
            tables=tables[label],
            using=frozenset(other for other, (there, _) in around.items() if there),
            used=frozenset(other for other, (_, back) in around.items() if back),
            cohesion=inner[label] / (inner[label] + outward) if outward else 1.0,
            repeated=len(names[leaf(label.partition(":")[2])] - {label}),
            strongest=min(around, key=lambda other: (-sum(around[other]), other), default=""),
        )
    return found


def _owned(graph: Graph, terrain: Terrain, code: dict[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Ways in and tables by label; a task that leaves a module for everybody counts where it goes."""
    moved = pieces(graph, code)
    found = [route.element for route in graph.routes] + [task.element for task in graph.tasks]
    entries = Counter(moved.get(key) or code.get(key.partition("::")[0], "") for key in found)
    for module, label in code.items():
        # The program of the whole codebase lies in its top package and belongs to no group.
        if module.endswith("/__main__.py") and terrain.names[module].count(".") > 1:
            entries[label] += 1
    return entries, Counter(code.get(table.element.partition("::")[0], "") for table in graph.tables)


def _links(graph: Graph, code: dict[str, str]) -> tuple[Counter[str], dict[str, dict[str, list[int]]]]:
    """Pairs of linked modules: how many inside each group, and for each two groups how many there and back."""
    inner: Counter[str] = Counter()
    outer: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for one, other in module_pairs(graph):
        if one not in code or other not in code:
            continue
        source, target = code[one], code[other]
        if source == target:
            inner[source] += 1
        else:
            outer[source][target][0] += 1
            outer[target][source][1] += 1
    return inner, outer


def _names(terrain: Terrain, code: dict[str, str]) -> dict[str, set[str]]:
    """Name of a folder or module -> the groups that have one of that name."""
    found: dict[str, set[str]] = defaultdict(set)
    for module, label in code.items():
        for part in terrain.names[module].split(".")[1:]:
            found[part].add(label)
    return found
