"""The longest synchronous chain: how many services one request may wait for, one behind the other."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from analyzer.assess.components import Follow, components
from analyzer.assess.scene import Scene
from analyzer.model.consequence import Consequence
from analyzer.model.flows import link_rows


class Chain(NamedTuple):
    """How many service borders are crossed from here on, and the next element on the way."""

    hops: int
    following: str


def longest_chain(scene: Scene) -> Iterable[Consequence]:
    """For each service with routes, the request of its that crosses most borders, with the way it takes."""
    follow, places = _calls(scene)
    chains = _chains(scene, follow)
    methods = _methods(scene)
    best: dict[str, tuple[int, str]] = {}
    for route in scene.graph.routes:
        service = scene.service_of.get(route.element, "")
        starts = [route.element, *methods.get(route.element, ())]
        hops, start = max(((chains[one].hops, one) for one in starts if one in chains), default=(0, route.element))
        if service and (service not in best or (-hops, start) < (-best[service][0], best[service][1])):
            best[service] = (hops, start)
    for service in sorted(best):
        yield _consequence(scene, service, best[service][1], (chains, places))


def _methods(scene: Scene) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    elements = scene.graph.elements
    functions = elements[elements["kind"] == "function"]
    for key, parent in zip(functions.index.tolist(), functions["parent"].tolist(), strict=True):
        found[parent].append(key)
    return found


def _calls(scene: Scene) -> tuple[Follow, dict[tuple[str, str], tuple[str, int]]]:
    """Who calls whom among elements that have an owner, and where first."""
    owner = scene.service_of
    follow: Follow = defaultdict(list)
    places: dict[tuple[str, str], tuple[str, int]] = {}
    columns = ("source", "target", "file", "line")
    for source, target, file, line in link_rows(scene.graph, ["call", "read", "write"], *columns):
        if source in owner and target in owner and (source, target) not in places:
            follow[source].append(target)
            places[source, target] = (file, line)
    return follow, places


def _chains(scene: Scene, follow: Follow) -> dict[str, Chain]:
    """The most borders crossed from each element; a recursion counts as one place."""
    owner = scene.service_of
    chains: dict[str, Chain] = {}
    for group in components(follow):
        members = set(group)
        best = Chain(0, "")
        for source in group:
            for target in follow.get(source, ()):
                if target not in members:
                    hops = chains[target].hops + (owner[source] != owner[target])
                    best = min(best, Chain(hops, target), key=lambda one: (-one.hops, one.following))
        across = len({owner[member] for member in group}) - 1
        for member in group:
            chains[member] = Chain(best.hops + across, best.following)
    return chains


Ways = tuple[dict[str, Chain], dict[tuple[str, str], tuple[str, int]]]


def _consequence(scene: Scene, service: str, start: str, ways: Ways) -> Consequence:
    chains, places = ways
    chain = chains.get(start, Chain(0, ""))
    services, evidence, here = [service], [], start
    while chains.get(here, chain).following:
        there = chains[here].following
        if scene.service_of[there] != services[-1]:
            services.append(scene.service_of[there])
        if (here, there) in places:
            evidence.append((here, *places[here, there]))
        here = there
    way = " → ".join(scene.names.get(one, one) for one in services)
    said = f"goes {way} and waits at each border" if chain.hops else "waits for no other service"
    return Consequence(
        service=service,
        topic="chain",
        figure=float(chain.hops),
        unit="borders crossed one behind the other in one request",
        statement=f"The longest request of {scene.names[service]} {said}.",
        evidence=tuple(evidence[:12]),
    )
