"""What each group is: a service, a part too small to run alone, a library that all use, or the platform."""

from collections import defaultdict

from analyzer.cluster.partition import REST
from analyzer.cluster.ruling import Ruling
from analyzer.cluster.terrain import Terrain
from analyzer.model.cut import ServiceKind
from analyzer.model.graph import Graph

SMALLEST = 3  # modules of a service that can run alone: something to answer, something to do, something to keep
SMALLEST_SHARE = 0.01  # of the code; beside it three modules of a large codebase are a detail
WIDELY = 0.5  # of the other groups that use a group before it is everybody's
FEW = 3  # groups that must use it at least: in a small codebase half is too easily reached
LEANS = 0.34  # a library uses at most a third as many groups as use it


def standing(graph: Graph, terrain: Terrain, ruling: Ruling) -> dict[str, ServiceKind]:
    """Label -> kind, from sizes and from who uses whom, and from what a person said of all its modules."""
    sizes, modules = _sizes(terrain, ruling.labels)
    using, used = _uses(graph, ruling.labels, {label for label in modules if modules[label] >= SMALLEST})
    keeping = {ruling.labels.get(table.element.partition("::")[0]) for table in graph.tables}
    keeping |= {ruling.labels.get(route.element.partition("::")[0]) for route in graph.routes}
    everything = sum(terrain.sizes.values()) or 1
    others = sum(modules[label] >= SMALLEST for label in modules) - 1
    kinds: dict[str, ServiceKind] = {}
    for label in sorted(modules):
        wide = len(used[label]) >= max(FEW, WIDELY * others)
        said = {ruling.verdicts.get(module, "") for module, found in ruling.labels.items() if found == label}
        if said == {"shared"}:
            kinds[label] = "library"
        elif label == REST or said in ({"platform"}, {"ignored"}, {"platform", "ignored"}):
            kinds[label] = "platform"
        elif wide and len(using[label]) <= LEANS * len(used[label]):
            kinds[label] = "platform" if label in keeping else "library"
        elif modules[label] < SMALLEST or sizes[label] < SMALLEST_SHARE * everything:
            kinds[label] = "part"
        else:
            kinds[label] = "service"
    return kinds


def _sizes(terrain: Terrain, labels: dict[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    """Lines and modules by label."""
    lines: dict[str, int] = defaultdict(int)
    modules: dict[str, int] = defaultdict(int)
    for module, label in labels.items():
        lines[label] += terrain.sizes[module]
        modules[label] += 1
    return lines, modules


def _uses(graph: Graph, labels: dict[str, str], counted: set[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Label -> labels it uses, and label -> labels that use it; groups that do not count use nobody."""
    using: dict[str, set[str]] = defaultdict(set)
    used: dict[str, set[str]] = defaultdict(set)
    for source, target in zip(graph.links["source"].astype(str), graph.links["target"].astype(str), strict=True):
        one, other = labels.get(source.partition("::")[0]), labels.get(target.partition("::")[0])
        if one and other and one != other and one in counted:
            using[one].add(other)
            used[other].add(one)
    return using, used
