"""State of one process that code of several services relies on."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.model.graph import State
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides
from analyzer.sever.users import users_of

KEYED = ("cache", "session", "request", "file")
"""Held outside of the code, under a key."""
LOST: dict[str, str] = {
    "global": "a value written by one service is not seen by the other",
    "cache": "what one service stores or clears does not change the cache of the other",
    "session": "what one service puts into the session is not there in the other",
    "request": "what one service puts on the request is not on the request that reaches the other",
    "thread_local": "what was set for this request is not there in the other process",
    "memo": "each service remembers its own results, and clearing one does not clear the other",
    "singleton": "each service has its own object",
}


def severed_state(sides: Sides) -> Iterable[Break]:
    """One break for each state that is written somewhere and each service beside its home that touches it.

    State behind functions of shared code is touched by whoever calls these functions: each service will carry its
    own copy of them, and of the state.
    """
    users = users_of(sides)
    for state in merged(sides.graph.states):
        places: dict[str, set[Occurrence]] = defaultdict(set)
        for mode, uses in (("write", state.writes), ("read", state.reads)):
            for use in users.of(uses):
                place = sides.place(use.element, use.file, use.line, (state.element, False, mode + use.through))
                places[sides.service(use.element)].add(place)
        if any(one.detail.startswith("write") for found in places.values() for one in found):
            home = _home(sides, state, places)
            for service in sorted(set(places) - {home}):
                yield _state_break(sides, state, (home, service), tuple(sorted(places[service])))


def merged(states: tuple[State, ...]) -> list[State]:
    """States held outside of variables (a cache, a session) are one when their key is the same, wherever it is used."""
    found: dict[tuple[str, str], State] = {}
    for one in sorted(states, key=lambda state: (state.element, state.name)):
        key = (one.how, one.name) if one.how in KEYED and one.name else (one.element, f"{one.how} {one.name}")
        known = found.get(key)
        found[key] = one if known is None else _joined(known, one)
    return [_at_its_writer(one) if one.how in KEYED else one for one in found.values()]


def _at_its_writer(state: State) -> State:
    """What is kept under a key has no variable; the first code that writes it stands for it."""
    return replace(state, element=min(state.writes)[0]) if state.writes else state


def _joined(first: State, second: State) -> State:
    return replace(first, writes=(*first.writes, *second.writes), reads=(*first.reads, *second.reads))


def _home(sides: Sides, state: State, places: dict[str, set[Occurrence]]) -> str:
    """The service of the variable itself, else the one that writes it most."""
    own = "" if state.how in KEYED else sides.service(state.element)
    if own or not places:
        return own
    return min(places, key=lambda one: (-sum(place.detail.startswith("write") for place in places[one]), one))


def _state_break(sides: Sides, state: State, ends: tuple[str, str], places: tuple[Occurrence, ...]) -> Break:
    home, service = ends
    name = state.name or sides.name(state.element)
    lost = LOST.get(state.how, LOST["global"])
    return Break(
        key=f"shared_state:{service}->{state.element}:{name}",
        kind="shared_state",
        source=places[0].element,
        target=state.element,
        source_service=service,
        target_service=home,
        occurrences=places,
        remedy=Remedy(
            kind="owned_state",
            title="Give the state an owner, or keep it outside",
            reason=f"{name} is {state.how.replace('_', ' ')} state of one process; after the cut {lost}.",
            automation="decision",
            steps=("let its owner publish it as an operation", "or keep it in a store that both services reach"),
        ),
        detail=f"{spoken(service)} shares {name} with {spoken(home)}",
        facts=(("how", state.how), ("stops working", lost)),
    )
