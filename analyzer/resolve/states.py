"""Process-wide state: what holds it, who writes it, who reads it."""

from analyzer.model.graph import State
from analyzer.model.resolution import ResolvedLink
from analyzer.model.storage import StateFact
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.origins import origin
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Container, Function, Instance, Literal

Places = dict[tuple[str, str, int], None]
Identity = tuple[str, str]
"""A variable's element key and "", or how an entry is kept and the name it is kept under."""

REQUEST = "request"
ENTRIES = frozenset(["cache", "session", REQUEST])  # kept outside the process, under names
REFERRED = frozenset(["global", "thread_local", "singleton"])  # a reference to what holds them is a read


class Held:
    """One piece of state with the places that touch it; ``element`` is the key of what holds it, "" for entries."""

    __slots__ = ("element", "file", "how", "line", "name", "reads", "writes")

    def __init__(self, fact: StateFact, element: str, file: str, line: int) -> None:
        self.how = fact.how
        self.name = fact.name
        self.element = element
        self.file = file
        self.line = line
        self.writes: Places = {}
        self.reads: Places = {}

    def holder(self) -> str:
        """What stands for the state among the elements: its variable, else the first code that writes or reads it."""
        return self.element or min([*self.writes] or [*self.reads])[0]


class States:
    """State by identity; ``variables`` are the ones that need an element."""

    def __init__(self) -> None:
        self.held: dict[Identity, Held] = {}
        self.links: list[ResolvedLink] = []
        self.variables: dict[tuple[Unit, str], None] = {}

    def records(self) -> tuple[State, ...]:
        """All state, sorted by element and name."""
        found = [
            State(
                one.holder(), one.how, one.name, one.file, one.line, tuple(sorted(one.writes)), tuple(sorted(one.reads))
            )
            for one in self.held.values()
        ]
        return tuple(sorted(found, key=lambda one: (one.element, one.how, one.name)))


def states_of(program: Program, links: list[ResolvedLink]) -> States:
    """All state; references to a variable that holds it count as reads."""
    states = States()
    facts = [(unit, fact) for unit in program.units for fact in unit.facts.facts if isinstance(fact, StateFact)]
    for unit, fact in sorted(facts, key=lambda one: one[1].access != "hold"):  # what is held, then what touches it
        _touch(program, unit, fact, states)
    _refer(states, links)
    _forget_own(states)
    for one in states.held.values():
        if one.how == REQUEST:
            continue  # set by middleware and read everywhere: no sign that both belong together
        holder = one.holder()
        for kind, places in (("state_write", one.writes), ("state_read", one.reads)):
            for source, file, line in sorted(places):
                states.links.append(ResolvedLink(source, holder, kind, file, line, detail=one.how))
    return states


def _forget_own(states: States) -> None:
    """What nobody here puts on the request is put there by a framework."""
    for identity in [identity for identity, one in states.held.items() if one.how == REQUEST and not one.writes]:
        del states.held[identity]


def _refer(states: States, links: list[ResolvedLink]) -> None:
    """References by code that does not write at the same place are reads."""
    for link in links:
        one = states.held.get((link.target, "")) if link.kind == "reference" else None
        place = (link.source, link.file, link.line)
        if one is not None and one.how in REFERRED and place not in one.writes:
            one.reads.setdefault(place)


def _touch(program: Program, unit: Unit, fact: StateFact, states: States) -> None:
    place = (key_of(unit, fact.scope), unit.key, fact.line)
    if fact.how in ENTRIES and not fact.value:
        name = _key(program, unit, fact)
        identity: Identity = (fact.how, name or place[0])
        held = states.held.setdefault(identity, Held(fact, "", unit.key, fact.line))
        held.name = name
    else:
        found = _element(program, unit, fact, states)
        if found is None:
            return
        element, home, line = found
        held = states.held.setdefault((element, ""), Held(fact, element, home.key, line))
        held.name = held.name or element.rpartition("::")[2]
    if fact.access == "hold" and held.element:
        held.how, held.name = fact.how, fact.name or held.name
    elif fact.access == "write":
        held.writes.setdefault(place)
    elif fact.access == "read":
        held.reads.setdefault(place)


def _key(program: Program, unit: Unit, fact: StateFact) -> str:
    """The text of the key where one is known, so that a literal here and a constant there are the same key."""
    values = program.values[unit.base + fact.key] if fact.key else ()
    texts = {str(value.value) for value in values if isinstance(value, Literal) and value.type == "str"}
    return texts.pop() if len(texts) == 1 else fact.name


def _element(program: Program, unit: Unit, fact: StateFact, states: States) -> tuple[str, Unit, int] | None:
    """The key of what holds the state, its file, and the line where that is declared; None when it is no state."""
    if not fact.value:
        return _variable(unit, fact.name, fact.line, states)
    values = program.values[unit.base + fact.value]
    for value in values:
        if isinstance(value, Function | Class | Instance) and fact.access == "hold":
            kind = value.type if isinstance(value, Instance) else value
            return key_of_value(kind), kind.unit, kind.scope.line
    if fact.how != "thread_local" and not any(isinstance(value, Container) for value in values):
        return None  # a method of another kind of object, which a call or a table's use tells better
    made = origin(program, unit, fact.value)
    owner = program.modules.unit_at(made)
    for name, bound, line in owner.facts.scopes[0].bindings:
        if owner.base + bound == made and (fact.how != "thread_local" or _is_local(states, owner, name)):
            return _variable(owner, name, line, states)
    return None


def _is_local(states: States, owner: Unit, name: str) -> bool:
    held = states.held.get((f"{owner.key}::{name}", ""))
    return held is not None and held.how == "thread_local"


def _variable(unit: Unit, name: str, line: int, states: States) -> tuple[str, Unit, int]:
    states.variables[unit, name] = None
    bound = next((bound for known, _, bound in unit.facts.scopes[0].bindings if known == name), line)
    return f"{unit.key}::{name}", unit, bound
