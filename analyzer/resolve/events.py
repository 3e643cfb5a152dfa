"""In-process events: who publishes, who subscribes, and the signal or class between them."""

from analyzer.model.expression import Imported
from analyzer.model.framework import EventFact
from analyzer.model.graph import Event
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.bus_names import Name, named
from analyzer.resolve.buses import Heard
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.origins import origin, undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.senders import senders_of
from analyzer.resolve.texts import only_text
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Instance, Node, Outside, Value

DOUBTFUL = "sent"  # the label of what only counts when a declared signal is meant


class Ends:
    """Events and links as they are found; ``variables`` are signals that need an element."""

    def __init__(self) -> None:
        self.events: dict[Event, None] = {}
        self.links: list[ResolvedLink] = []
        self.variables: dict[tuple[Unit, str], None] = {}
        self.declared: set[Node] = set()
        self.shared: dict[Node, str] = {}  # what makes a signal that is the same for all who name it so


def events_of(program: Program, heard: Heard) -> Ends:
    """Both ends of every event; what a bus of the codebase is known to do is not guessed at again."""
    ends = Ends()
    ends.events.update(dict.fromkeys(heard.events))
    ends.links += heard.links
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, EventFact) and fact.role == "declare":
                ends.declared.add(unit.base + fact.event)
                if fact.shared:
                    ends.shared[unit.base + fact.event] = fact.name
    for unit in program.units:
        for fact in unit.facts.facts:
            if not isinstance(fact, EventFact) or fact.role == "declare":
                continue
            if (fact.role, unit.key, fact.line) not in heard.places:
                _end(program, unit, fact, ends)
    return ends


def _end(program: Program, unit: Unit, fact: EventFact, ends: Ends) -> None:
    name, key, fields = _event(program, unit, fact, ends)
    if not name:
        return
    elements = [key_of(unit, fact.scope)]
    if fact.role == "subscribe" and fact.handler:
        written = undecorated(program, unit, fact.handler)
        handlers = (written,) if written is not None else program.values[unit.base + fact.handler]
        functions = [key_of_value(value) for value in handlers if isinstance(value, Function | Class | Bound)]
        if not functions and not key:
            return  # of an outside thing that connects with something else nobody knows that it is a signal
        elements = functions or elements
    of = next((key_of_value(kind) for kind in senders_of(program, unit, fact)), "")
    sender = of or _sender_text(program, unit, fact)
    for element in dict.fromkeys(elements):
        assert fact.role != "declare"
        payload = fact.payload or (fields if fact.role == "publish" else ())
        event = Event(name, fact.role, element, sender, payload, unit.key, fact.line)
        ends.events[event] = None
        end = key or (of if fact.role == "subscribe" else "")  # an outside signal ties to whose rows it tells of
        if end:
            link = ResolvedLink(element, end, fact.role, unit.key, fact.line, 1.0, fact.in_loop, name)
            ends.links.append(link)


def _sender_text(program: Program, unit: Unit, fact: EventFact) -> str:
    """A sender that is only a name, in quotes: handlers of one name do not hear what another sends."""
    text = fact.sender_text or (only_text(program, unit.base + fact.sender) if fact.sender else "")
    return f"'{text}'" if text else ""


def _event(program: Program, unit: Unit, fact: EventFact, ends: Ends) -> Name:
    """The event's stable name, and the key of its variable or class when that is in the codebase."""
    doubtful = fact.label == DOUBTFUL
    if not fact.event:
        return Name("" if doubtful else fact.name)
    values = program.values[unit.base + fact.event]
    made = origin(program, unit, fact.event)
    if made in ends.shared:
        return Name(ends.shared[made])
    outside = next((held.name for held in values if isinstance(held, Outside)), "")
    other = _is_class_name(outside) and not outside.endswith("Signal")  # an object that sends requests or mail
    if other or (doubtful and made not in ends.declared):
        return Name("")
    return _by_variable(program, made, values, ends) or _by_kind(values, fact)


def _by_variable(program: Program, made: Node, values: tuple[Value, ...], ends: Ends) -> Name | None:
    """A signal known by the variable it is kept in, or by where it was imported from."""
    owner = program.modules.unit_at(made)
    outside = next((held.name for held in values if isinstance(held, Outside)), "")
    if outside and isinstance(owner.table[made - owner.base], Imported):
        return Name(outside)
    for name, value, _ in owner.facts.scopes[0].bindings:
        if owner.base + value == made and not isinstance(next(iter(values), None), Class):
            ends.variables[owner, name] = None
            return Name(f"{owner.name}.{name}" if owner.name else name, f"{owner.key}::{name}")
    return None


def _by_kind(values: tuple[Value, ...], fact: EventFact) -> Name:
    """An event known by its class; an object that is no signal sends something else."""
    kinds = [held if isinstance(held, Class) else held.type for held in values if isinstance(held, Class | Instance)]
    if fact.label == "signal":
        if kinds and not any(_is_signal(kind) for kind in kinds):
            return Name("")
    elif kinds:
        return named(kinds[0])
    outside = next((held.name for held in values if isinstance(held, Outside)), "")
    return Name(outside or fact.name)


def _is_class_name(outside: str) -> bool:
    return outside.rpartition(".")[2][:1].isupper()


def _is_signal(kind: Class) -> bool:
    names = [member.scope.name for member in kind.order] + [base.name for base in kind.outside]
    return any(name.endswith("Signal") for name in names)
