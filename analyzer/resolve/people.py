"""Who asks: the class of the users, and the expressions that stand for one of them."""

from analyzer.model.framework import AskerFact
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class


def class_of_people(program: Program) -> Class | None:
    """The class that a setting names, else the only one of the codebase that a dialect knows for a class of users."""
    knowledge = program.knowledge
    named = [one.text for one in knowledge.calls.values() if one.gives == "setting"]
    named += [one.chosen_by for one in knowledge.bases.values() if one.asks and one.chosen_by]
    for setting in dict.fromkeys(named):
        kind = program.classes.find(knowledge.settings.get(setting, ""), program.units[0])
        if kind is not None:
            return kind
    return _only_class(program)


def _only_class(program: Program) -> Class | None:
    found = [
        scope
        for unit in program.units
        if unit.facts.source.role == "code"
        for scope in unit.scopes
        if isinstance(scope, Class) and _asks(program, scope)
    ]
    furthest = [kind for kind in found if not any(kind in other.order[1:] for other in found)]
    return furthest[0] if len(furthest) == 1 else None


def _asks(program: Program, kind: Class) -> bool:
    known = [program.knowledge.known_base(base) for base in kind.outside]
    return any(base is not None and base.asks for base in known)


def connect_people(program: Program) -> None:
    """Whoever asks is an instance of that class."""
    people: Class | None = None
    for unit in program.units:
        for value in _askers(unit):
            people = people or class_of_people(program)
            if people is None:
                return
            program.grow(unit.base + value, (people.instance,))


def _askers(unit: Unit) -> list[int]:
    return [fact.value for fact in unit.facts.facts if isinstance(fact, AskerFact) and fact.value]
