"""Scaling: which routes hold state of the process, and what is hot from loops and background work."""

from collections import defaultdict
from collections.abc import Iterable

from analyzer.assess.scene import SHOWN, Scene, counted, evidence_of
from analyzer.model.consequence import Consequence
from analyzer.model.flows import link_rows
from analyzer.model.graph import Route, State

HARMLESS = frozenset(("memo", "request", "session", "thread_local"))
"""A remembered result of a pure computation only costs memory in each process; what hangs on one request or on its
thread is made anew for the next one, and sessions are kept where every process finds them."""


def scalable(scene: Scene) -> Iterable[Consequence]:
    """For each service: the share of its routes that keep nothing in the process; and its hot spots."""
    stateful = _reaching_state(scene)
    routes: dict[str, list[Route]] = defaultdict(list)
    for route in scene.graph.routes:
        routes[scene.service_of.get(route.element, "")].append(route)
    for service in scene.services:
        own = routes[service.key]
        held = [(route, stateful[route.element]) for route in own if route.element in stateful]
        share = round(1 - len(held) / len(own), 4) if own else None
        yield Consequence(
            service=service.key,
            topic="scaling",
            figure=share,
            unit="share of routes without state",
            statement=f"{service.name} {_said(len(own), held)}.",
            evidence=tuple((state.element, state.file, state.line) for _, state in held[:SHOWN]),
        )
        yield _hot(scene, service.key)


def _said(routes: int, held: list[tuple[Route, State]]) -> str:
    if not routes:
        return "has no route that was seen: what asks it from outside is not known"
    if not held:
        return f"can run in any number of copies: none of its routes ({routes}) keeps state in the process"
    states = sorted({f"{state.name or state.element} ({state.how.replace('_', ' ')})" for _, state in held})
    return f"keeps state in the process behind {len(held)} of its routes ({routes}): {', '.join(states[:SHOWN])}"


def _reaching_state(scene: Scene) -> dict[str, State]:
    """Elements whose call closure writes state of the process or reads what others write, with one such state."""
    callers: dict[str, list[str]] = defaultdict(list)
    for source, target in dict.fromkeys(link_rows(scene.graph, ["call"])):
        callers[target].append(source)
    elements = scene.graph.elements
    keys = elements.index.tolist()
    parents = dict(zip(keys, elements["parent"].tolist(), strict=True))
    kinds = dict(zip(keys, elements["kind"].tolist(), strict=True))
    reaching: dict[str, State] = {}
    for state in sorted(scene.graph.states, key=lambda one: (one.element, one.name)):
        if not state.writes or state.how in HARMLESS:
            continue
        waiting = [element for element, _, _ in (*state.writes, *state.reads) if kinds.get(element) == "function"]
        while waiting:
            element = waiting.pop()
            if element in reaching:
                continue
            reaching[element] = state
            waiting += callers.get(element, ())
            parent = parents.get(element, "")
            if kinds.get(parent) == "class":
                reaching.setdefault(parent, state)
    return reaching


def _hot(scene: Scene, service: str) -> Consequence:
    loops = [one for one in scene.entering.get(service, ()) if any(place.in_loop for place in one.occurrences)]
    tasks = [task for task in scene.graph.tasks if scene.service_of.get(task.element) == service]
    scheduled = sum(bool(task.schedule) for task in tasks)
    name = scene.names[service]
    said, work = f"Nothing asks {name} in a loop", "no background work"
    if loops:
        said = f"{name} is asked inside a loop by {counted(len(loops), 'break')}"
    if tasks:
        work = f"{counted(len(tasks), 'background task')} ({scheduled or 'none'} on a schedule)"
    said += f", and it runs {work}."
    evidence = (*evidence_of(loops), *((task.element, task.file, task.line) for task in tasks[:SHOWN]))
    return Consequence(service, "hot", float(len(loops)), "breaks inside a loop", said, evidence)
