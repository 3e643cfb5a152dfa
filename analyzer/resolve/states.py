"""Process-wide state: what holds it, who writes it, who reads it."""

from analyzer.model.graph import State
from analyzer.model.resolution import ResolvedLink
from analyzer.model.storage import StateFact
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.origins import origin
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Instance

Places = dict[tuple[str, str, int], None]


class Held:
    """One piece of state with the places that touch it."""

    __slots__ = ("file", "how", "line", "name", "reads", "writes")

    def __init__(self, how: str, name: str, file: str, line: int) -> None:
        self.how = how
        self.name = name
        self.file = file
        self.line = line
        self.writes: Places = {}
        self.reads: Places = {}


class States:
    """State by element key; ``variables`` are the ones that need an element."""

    def __init__(self) -> None:
        self.held: dict[str, Held] = {}
        self.links: list[ResolvedLink] = []
        self.variables: dict[tuple[Unit, str], None] = {}

    def records(self) -> tuple[State, ...]:
        """All state, sorted by element."""
        return tuple(
            State(key, one.how, one.name, one.file, one.line, tuple(sorted(one.writes)), tuple(sorted(one.reads)))
            for key, one in sorted(self.held.items())
        )


def states_of(program: Program, links: list[ResolvedLink]) -> States:
    """All state; references to a variable that holds it count as reads."""
    states = States()
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, StateFact):
                _touch(program, unit, fact, states)
    writes = {(key, place) for key, one in states.held.items() for place in one.writes}
    for link in links:
        if link.kind == "reference" and link.target in states.held:
            place = (link.source, link.file, link.line)
            if (link.target, place) not in writes:
                states.held[link.target].reads.setdefault(place)
    for key, one in sorted(states.held.items()):
        for kind, places in (("state_write", one.writes), ("state_read", one.reads)):
            for source, file, line in sorted(places):
                states.links.append(ResolvedLink(source, key, kind, file, line, detail=one.how))
    return states


def _touch(program: Program, unit: Unit, fact: StateFact, states: States) -> None:
    key, home, line = _element(program, unit, fact, states)
    held = states.held.get(key)
    if held is None:
        held = states.held[key] = Held(fact.how, fact.name, home.key, line or fact.line)
    elif fact.access == "hold":
        held.how = fact.how
    place = (key_of(unit, fact.scope), unit.key, fact.line)
    if fact.access == "write":
        held.writes.setdefault(place)
    elif fact.access == "read":
        held.reads.setdefault(place)


def _element(program: Program, unit: Unit, fact: StateFact, states: States) -> tuple[str, Unit, int]:
    """The key of what holds the state, its file, and the line where that is declared."""
    if fact.value:
        for value in program.values[unit.base + fact.value]:
            if isinstance(value, Function | Class | Instance) and fact.how in ("memo", "singleton"):
                kind = value.type if isinstance(value, Instance) else value
                return key_of_value(kind), kind.unit, kind.scope.line
        made = origin(program, unit, fact.value)
        owner = program.modules.unit_at(made)
        for name, bound, line in owner.facts.scopes[0].bindings:
            if owner.base + bound == made:
                states.variables[owner, name] = None
                return f"{owner.key}::{name}", owner, line
    for name, _, line in unit.facts.scopes[0].bindings:
        if name == fact.name:
            states.variables[unit, name] = None
            return f"{unit.key}::{name}", unit, line
    return key_of(unit, fact.scope), unit, 0
