"""Events of home-made buses: every call of a function that keeps or calls by key, with the key it is given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analyzer.model.expression import IN_LOOP, Call, Constant, Index, Mapping
from analyzer.model.graph import Event
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.bus_names import Name, names_at
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.origins import undecorated
from analyzer.resolve.ports import Buses, Place, Port, find_buses
from analyzer.resolve.program import Program
from analyzer.resolve.registries import Given, Registry, given_as, parameters_in
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Function, Partial

WRAPPINGS = 3  # functions around functions that publish: each round finds the callers of the last one


class End(NamedTuple):
    """One place that keeps handlers or calls them: the elements at it, and what is handed over."""

    place: Place
    elements: tuple[str, ...]
    payload: tuple[str, ...] = ()


class Topic(NamedTuple):
    """Everything about one name of one registry."""

    keepers: list[End]
    callers: list[End]


Topics = dict[tuple[Registry, Name], Topic]


class Heard(NamedTuple):
    """What the buses say; ``places`` are all calls of them by role, file and line, also those that nobody answers."""

    events: tuple[Event, ...]
    links: tuple[ResolvedLink, ...]
    places: frozenset[tuple[str, str, int]]


def bus_events(program: Program, links: list[ResolvedLink]) -> Heard:
    """Events of buses that the codebase defines; where the handler's answer is given back, calls by name instead.

    Only names that are both kept and called by count: a registry that one side alone names is a table of contents.
    """
    buses = find_buses(program)
    topics: Topics = defaultdict(lambda: Topic([], []))
    for place in buses.places:
        _hear(topics, End(place, _elements(program, place)), tuple(Name(text) for text in place.port.names))
    for end, names in _through(program, buses, links):
        _hear(topics, end, names)
    events: dict[Event, None] = {}
    found: dict[ResolvedLink, None] = {}
    for (_, name), topic in topics.items():
        if any(end.place.port.answers for end in topic.callers):
            found.update(dict.fromkeys(_calls(topic)))
        elif topic.keepers and topic.callers:
            events.update(dict.fromkeys(_ends(name, topic)))
            found.update(dict.fromkeys(_ties(name, topic)))
    return Heard(tuple(events), tuple(found), _places(topics))


def _places(topics: Topics) -> frozenset[tuple[str, str, int]]:
    roles = {"keep": "subscribe", "call": "publish"}
    ends = [end.place for topic in topics.values() for end in (*topic.keepers, *topic.callers)]
    return frozenset((roles[place.port.role], place.unit.key, place.line) for place in ends)


def _hear(topics: Topics, end: End, names: Iterable[Name]) -> None:
    for name in names:
        topic = topics[end.place.port.registry, name]
        (topic.keepers if end.place.port.role == "keep" else topic.callers).append(end)


def _ends(name: Name, topic: Topic) -> Iterator[Event]:
    for end in topic.keepers:
        for element in end.elements:
            yield Event(name.text, "subscribe", element, "", end.payload, end.place.unit.key, end.place.line)
    for end in topic.callers:
        for element in end.elements:
            payload = end.payload or name.fields
            yield Event(name.text, "publish", element, "", payload, end.place.unit.key, end.place.line)


def _ties(name: Name, topic: Topic) -> Iterator[ResolvedLink]:
    """Both sides depend on the class that stands for the event."""
    for role, ends in (("subscribe", topic.keepers), ("publish", topic.callers)):
        for end in ends if name.key else ():
            place = end.place
            for element in end.elements:
                yield ResolvedLink(element, name.key, role, place.unit.key, place.line, 1.0, place.in_loop, name.text)


def _calls(topic: Topic) -> Iterator[ResolvedLink]:
    handlers = sorted({element for end in topic.keepers for element in end.elements})
    for end in topic.callers:
        place = end.place
        for element in end.elements:
            for handler in handlers:
                sure = round(1 / len(handlers), 4)
                yield ResolvedLink(element, handler, "call", place.unit.key, place.line, sure, place.in_loop, "by name")


def _elements(program: Program, place: Place) -> tuple[str, ...]:
    """Who publishes, or the functions that are kept."""
    if place.port.role == "call":
        return (key_of(place.unit, place.scope),)
    written = undecorated(program, place.unit, place.value) if place.value else None
    if isinstance(written, Function):
        return (key_of_value(written),)
    found: dict[str, None] = {}
    for value in program.values[place.unit.base + place.value] if place.value else ():
        callee = program.values[value.callee] if isinstance(value, Partial) else (value,)
        found.update((key_of_value(one), None) for one in callee if isinstance(one, Function | Bound))
    return tuple(found)


def _through(program: Program, buses: Buses, links: list[ResolvedLink]) -> Iterator[tuple[End, tuple[Name, ...]]]:
    """Calls of the functions of the buses; a function that only passes a key on is one of them from then on."""
    units = {unit.key: unit for unit in program.units}
    fresh = set(buses.ports)
    for _ in range(WRAPPINGS):
        keys = {key_of_value(function) for function in fresh}
        files = sorted({link.file for link in links if link.target in keys} if keys else ())
        wanted, fresh = fresh, set()
        for file in files:
            for call, place in _sites(program, units[file], buses, wanted):
                for port in list(buses.ports[place.function]):
                    outcome = _use(program, port, call, place)
                    if isinstance(outcome, Port):
                        owner = place.unit.scopes[outcome.key.scope] if outcome.key else None
                        if isinstance(owner, Function) and outcome not in buses.ports[owner]:
                            buses.ports[owner].setdefault(outcome)
                            fresh.add(owner)
                    elif outcome is not None:
                        yield outcome


class Site(NamedTuple):
    """Where a call stands; ``shift`` is 1 when the object is passed by itself, ``puts_on`` what it decorates."""

    function: Function
    unit: Unit
    scope: int
    shift: int
    puts_on: Index


def _sites(program: Program, unit: Unit, buses: Buses, wanted: set[Function]) -> Iterator[tuple[Call, Site]]:
    calls = [one for one in unit.table if isinstance(one, Call)]
    around = {one.callee: one.arguments[0] for one in calls if one.arguments}
    for scope, facts in enumerate(unit.facts.scopes):
        for position in range(facts.first, facts.last):
            call = unit.table[position]
            if isinstance(call, Call):
                for value in program.values[unit.base + call.callee]:
                    function = value.function if isinstance(value, Bound) else value
                    if isinstance(function, Function) and function in wanted and function in buses.ports:
                        yield call, Site(function, unit, scope, int(value is not function), around.get(position, 0))


def _use(program: Program, port: Port, call: Call, site: Site) -> Port | tuple[End, tuple[Name, ...]] | None:
    """What one call of a port means: both ends known, or the key handed on from a parameter of the caller."""
    key = _argument(site, call, port.key) if port.key is not None else 0
    handler = _argument(site, call, Given(-1, port.handler)) if port.handler >= 0 else site.puts_on
    names = tuple(Name(text) for text in port.names)
    if port.key is not None:
        given = given_as(site.unit, key) if key else None
        names = names_at(program, site.unit, key, port.key.way) if key and given is None else ()
        if given is not None:
            kept = parameters_in(site.unit, handler) if port.role == "keep" and port.handler >= 0 else []
            if port.role == "call" or kept:
                return port._replace(key=given, handler=kept[0].position if kept else -1)
            return None
    place = Place(port, site.unit, site.scope, call.line, handler, bool(call.flags & IN_LOOP))
    return End(place, _elements(program, place), _payload(site.unit, call, key)), names


def _argument(site: Site, call: Call, wanted: Given) -> Index:
    """What is passed for a parameter, 0 when nothing is."""
    place = wanted.position - site.shift
    if 0 <= place < len(call.arguments):
        return call.arguments[place]
    name = site.function.scope.parameters[wanted.position].name
    return next((value for keyword, value in call.keywords if keyword == name), 0)


def _payload(unit: Unit, call: Call, key: Index) -> tuple[str, ...]:
    """Names of what is handed over: keywords, and the literal keys of a mapping."""
    found = [name for name, value in call.keywords if name != "**" and value != key]
    for argument in call.arguments:
        given = unit.table[argument]
        if isinstance(given, Mapping):
            keys = (unit.table[one] for one in given.keys)
            found += [str(one.value) for one in keys if isinstance(one, Constant) and isinstance(one.value, str)]
    return tuple(dict.fromkeys(found))
