"""Say of each module how it belongs: owned, shared, duplicated, platform or unplaced, and why, in one sentence."""

from collections import defaultdict
from math import fsum

from msgspec import Struct

from analyzer.cluster.ruling import Ruling
from analyzer.cluster.terrain import Terrain
from analyzer.model.cut import ServiceKind
from analyzer.model.flows import module_pairs
from analyzer.model.graph import Graph

WIDELY = 0.5  # of the services that use a module before it is everybody's
FEW = 3  # services at least: in a small codebase half is too easily reached
SHORT = 60  # lines that are cheaper to copy than to publish as a library

Verdict = tuple[str, str, str, float]  # verdict, reason, nearest service, pull


class Standpoint(Struct, frozen=True):
    """What the verdicts look at: who uses whom, in services, and who keeps state."""

    services: dict[str, str]
    kinds: dict[str, ServiceKind]
    used_by: dict[str, frozenset[str]]  # module -> services of its users, its own left out
    uses: dict[str, frozenset[str]]
    keeps: frozenset[str]  # modules with tables, routes, tasks or process-wide state
    weights: dict[str, dict[str, float]]  # module -> service -> weight of its ties
    sizes: dict[str, int]
    total: int  # services that count

    @staticmethod
    def of(graph: Graph, terrain: Terrain, services: dict[str, str], kinds: dict[str, ServiceKind]) -> "Standpoint":
        """The standpoint over one cut."""
        used_by: dict[str, set[str]] = defaultdict(set)
        uses: dict[str, set[str]] = defaultdict(set)
        for one, other in module_pairs(graph):
            if one in services and other in services and services[one] != services[other]:
                used_by[other].add(services[one])
                uses[one].add(services[other])
        holders = [table.element for table in graph.tables] + [route.element for route in graph.routes]
        holders += [task.element for task in graph.tasks] + [state.element for state in graph.states]
        weights: dict[str, dict[str, float]] = {}
        for module in services:
            sums: dict[str, float] = defaultdict(float)
            for other, weight in terrain.ties[module].items():
                sums[services[other]] += weight
            weights[module] = sums
        return Standpoint(
            services=services,
            kinds=kinds,
            used_by={module: frozenset(found) for module, found in used_by.items()},
            uses={module: frozenset(found) for module, found in uses.items()},
            keeps=frozenset(element.partition("::")[0] for element in holders),
            weights=weights,
            sizes=terrain.sizes,
            total=sum(kind == "service" for kind in kinds.values()),
        )


def verdict_of(point: Standpoint, module: str, ruling: Ruling) -> Verdict:
    """The verdict on one module: what a person decided, else what the links say."""
    nearest, pull = _pull(point, module)
    said = ruling.verdicts.get(module)
    if said:
        return ("unplaced" if said == "ignored" else said, f"A person's rules call it {said}.", nearest, pull)
    if ruling.pinned.get(module, "").startswith(("services.", "pins.")):
        return "owned", _why_owned(point, module), nearest, pull
    return (*_verdict_by_links(point, module), nearest, pull)


def _verdict_by_links(point: Standpoint, module: str) -> tuple[str, str]:
    service = point.services[module]
    kind = point.kinds[service]
    users = point.used_by.get(module, frozenset()) - {service}
    if kind == "library":
        return "shared", "It is part of a library that at least half of the services use."
    if kind == "platform":
        tied = any(point.weights[module].values())
        reason = "It is framework glue or settings that no one service claims." if tied else "Nothing links it."
        return ("platform" if tied else "unplaced"), reason
    if len(users) >= max(FEW, WIDELY * point.total) and module not in point.keeps and not point.uses.get(module):
        if 0 < point.sizes[module] <= SHORT:
            return "duplicated", f"{len(users)} services use it, it is short and holds no state."
        return "shared", f"{len(users)} services use it, and it uses none of them and holds no state."
    return "owned", _why_owned(point, module)


def _why_owned(point: Standpoint, module: str) -> str:
    weights = point.weights[module]
    whole = fsum(weights.values())
    if not whole:
        return "Its folder or name places it; nothing links it."
    share = weights.get(point.services[module], 0.0) / whole
    return f"{share:.0%} of its ties stay inside." if share else "Its folder or name places it; its ties lead outside."


def _pull(point: Standpoint, module: str) -> tuple[str, float]:
    """The service that pulls most from outside, and its weight over the weight of the own."""
    own = point.weights[module].get(point.services[module], 0.0)
    others = {name: weight for name, weight in point.weights[module].items() if name != point.services[module]}
    if not any(others.values()):
        return "", 0.0
    nearest = min(others, key=lambda name: (-round(others[name], 9), name))
    return nearest, round(others[nearest] / (own or others[nearest]), 4)
