"""Senders of events: whose rows a handler hears of, and so what the instance is that it is given."""

from analyzer.model.expression import Attribute
from analyzer.model.framework import EventFact
from analyzer.resolve.origins import undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Function, Instance, Node


def senders_of(program: Program, unit: Unit, fact: EventFact) -> list[Class]:
    """The classes whose events these are: by text, by a setting that names one, or by what the expression holds."""
    named = fact.sender_text or _setting(program, unit, fact)
    if named:
        kind = program.classes.find(named, unit)
        return [kind] if kind is not None else []
    values = program.values[unit.base + fact.sender] if fact.sender else ()
    kinds = [value.type if isinstance(value, Instance) else value for value in values]
    return [kind for kind in kinds if isinstance(kind, Class)]


def _setting(program: Program, unit: Unit, fact: EventFact) -> str:
    """``sender=settings.AUTH_USER_MODEL``: the text that the setting holds."""
    sender = unit.table[fact.sender]
    return program.knowledge.settings.get(sender.name, "") if isinstance(sender, Attribute) else ""


def connect_senders(program: Program) -> None:
    """Handlers are called by nobody in sight; the instance they are given is one of the sender."""
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, EventFact) and fact.role == "subscribe" and fact.instance and fact.handler:
                handler = undecorated(program, unit, fact.handler)
                node = _parameter(handler, fact.instance) if isinstance(handler, Function) else 0
                if node:
                    _connect(program, unit, fact, node)


def _parameter(handler: Function, name: str) -> Node:
    for position, parameter in enumerate(handler.scope.parameters):
        if parameter.name == name:
            return handler.unit.base + handler.scope.first + position
    return 0


def _connect(program: Program, unit: Unit, fact: EventFact, instance: Node) -> None:
    def react(_place: Node) -> None:
        program.grow(instance, tuple([kind.instance for kind in senders_of(program, unit, fact)]))

    place = program.new_node()
    program.reactions[place] = react
    if fact.sender:
        program.watch(unit.base + fact.sender, place)
    react(place)
