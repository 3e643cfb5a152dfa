"""Functions of home-made event buses: those that keep a handler under a key, and those that call what was kept."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from analyzer.model.expression import IN_LOOP, Call, Element, Index
from analyzer.model.framework import KeptCallable
from analyzer.resolve.bus_queues import put_into, taken_from
from analyzer.resolve.program import Program
from analyzer.resolve.registries import Given, Registry, given_as, lookups, may_ask, parameters_in, registry_of
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Function, Outside
from analyzer.resolve.values import Literal as Known

Role = Literal["keep", "call"]
LOGS = ("logging.", "structlog.", "loguru.", "warnings.")


class Port(NamedTuple):
    """What calling a function does to a registry; ``names`` are the keys when they are not a parameter of it.

    ``handler`` is the parameter that is kept; -1 when the function gives a decorator that keeps what it is put on.
    ``answers``: the result of the handler is given back.
    """

    role: Role
    registry: Registry
    key: Given | None
    names: tuple[str, ...] = ()
    handler: int = -1
    answers: bool = False


class Place(NamedTuple):
    """A place that keeps or calls by a key it knows itself."""

    port: Port
    unit: Unit
    scope: int
    line: int
    value: Index = 0
    in_loop: bool = False


Ports = dict[Function, dict[Port, None]]


class Buses(NamedTuple):
    """The functions of all buses, and the places that need none."""

    ports: Ports
    places: list[Place]


def find_buses(program: Program) -> Buses:
    """Registries that somebody keeps callables in and somebody calls from, and the functions that do."""
    kept: dict[Registry, list[tuple[Unit, KeptCallable]]] = defaultdict(list)
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, KeptCallable) and fact.registry and fact.key:
                registry = registry_of(program, unit, fact.registry)
                if registry is not None:
                    kept[registry].append((unit, fact))
    buses = Buses(defaultdict(dict), [])
    homes: dict[Unit, set[Registry]] = defaultdict(set)
    for registry, facts in kept.items():
        for unit in _homes(program, registry, [unit for unit, _ in facts]):
            homes[unit].add(registry)
    called = {registry for unit, wanted in homes.items() for registry in _callers(program, unit, wanted, buses)}
    for registry in called:
        for unit, fact in kept[registry]:
            _keeper(program, unit, fact, registry, buses)
    return buses


def _homes(program: Program, registry: Registry, keepers: list[Unit]) -> list[Unit]:
    """The files that can look into a registry: those that keep in it, its own, and those of the heirs of its class."""
    if isinstance(registry, int):
        return list(dict.fromkeys([*keepers, program.modules.unit_at(registry)]))
    heirs, waiting = {registry[0]: None}, [registry[0]]
    while waiting:
        children = [child for child in waiting.pop().children if child not in heirs]
        heirs.update(dict.fromkeys(children))
        waiting += children
    return list(dict.fromkeys([*keepers, *(heir.unit for heir in heirs)]))


def _callers(program: Program, unit: Unit, wanted: set[Registry], buses: Buses) -> Iterator[Registry]:
    """Calls of what a registry holds under some key."""
    for index, scope in enumerate(unit.facts.scopes):
        for position in range(scope.first, scope.last):
            call = unit.table[position]
            if call.__class__ is not Call:
                continue
            assert isinstance(call, Call)
            for start in _called_from(program, unit, call):
                for lookup in lookups(program, unit, start):
                    registry = registry_of(program, unit, lookup.registry)
                    if registry is not None and registry in wanted and (lookup.each or lookup.itself):
                        yield registry
                        port = Port("call", registry, None, answers=position in scope.returns)
                        _caller(program, port, lookup.key, Site(unit, index, call), buses)


def _called_from(program: Program, unit: Unit, call: Call) -> Iterator[Index]:
    """What is called, and what is handed on to be called: one out of many, given to something that does not log."""
    if may_ask(unit, call.callee):
        yield call.callee
    given = [argument for argument in call.arguments if unit.table[argument].__class__ is Element]
    if given:
        values = program.values[unit.base + call.callee]
        if not any(isinstance(value, Outside) and value.name.startswith(LOGS) for value in values):
            yield from given


def _literals(program: Program, unit: Unit, index: Index) -> tuple[str, ...]:
    return tuple(str(value.value) for value in program.values[unit.base + index] if isinstance(value, Known))


def _keeper(program: Program, unit: Unit, fact: KeptCallable, registry: Registry, buses: Buses) -> None:
    key = given_as(unit, fact.key)
    names = () if key else _literals(program, unit, fact.key)
    kept = parameters_in(unit, fact.value)
    for given in kept[:1]:
        inner = key is not None and given.scope != key.scope
        owner = key.scope if key is not None else given.scope
        port = Port("keep", registry, key, names, -1 if inner else given.position)
        _open(unit, owner, port, buses)
    if not kept and names:
        buses.places.append(Place(Port("keep", registry, None, names), unit, fact.scope, fact.line, fact.value))


class Site(NamedTuple):
    """Where something is called."""

    unit: Unit
    scope: int
    call: Call


def _caller(program: Program, port: Port, key: Index, site: Site, buses: Buses) -> None:
    """A key that is a parameter, or comes out of a queue, makes functions ports; a literal speaks for itself."""
    unit = site.unit
    given = given_as(unit, key)
    waiting = taken_from(program, unit, key) if given is None else None
    names = _literals(program, unit, key) if given is None and waiting is None else ()
    if waiting is not None:
        for one in dict.fromkeys(put_into(program, unit, waiting)):
            _open(unit, one.scope, port._replace(key=one), buses)
    elif given is not None:
        _open(unit, given.scope, port._replace(key=given), buses)
    elif names:
        in_loop = bool(site.call.flags & IN_LOOP)
        buses.places.append(Place(port._replace(names=names), unit, site.scope, site.call.line, 0, in_loop))


def _open(unit: Unit, scope: int, port: Port, buses: Buses) -> None:
    function = unit.scopes[scope]
    if isinstance(function, Function):
        buses.ports[function].setdefault(port)
