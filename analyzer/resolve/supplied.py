"""What handlers and tasks are given: the arguments of whoever publishes an event or sends a task."""

from collections import defaultdict
from collections.abc import Iterator

from analyzer.model.expression import SPREAD, Attribute, Call, Index, Mapping, Sequence
from analyzer.model.framework import EventFact, TaskSend
from analyzer.resolve.origins import origin, undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Function, Node

SENDS = frozenset(("delay", "s", "si"))  # given the very arguments of the function
PACKED = "apply_async"  # given a sequence of arguments and a mapping of named ones

Given = list[tuple[Unit, Call]]


def connect_supplied(program: Program) -> None:
    """Nobody in sight calls a handler or a task; what it is given flows from where its event or task is sent."""
    published: dict[Node, Given] = defaultdict(list)
    for unit in program.units:
        facts = [fact for fact in unit.facts.facts if isinstance(fact, EventFact | TaskSend)]
        if facts and unit.facts.source.role != "test":  # a test passes what is short to write
            _send(program, unit, facts, published)
    for unit in program.units if published else ():
        for fact in unit.facts.facts:
            if isinstance(fact, EventFact) and fact.role == "subscribe" and fact.event and fact.handler:
                handler = undecorated(program, unit, fact.handler)
                if isinstance(handler, Function):
                    for sender, call in published.get(origin(program, unit, fact.event), ()):
                        _supply(program, handler, sender, call.keywords)


def _send(program: Program, unit: Unit, facts: list[EventFact | TaskSend], published: dict[Node, Given]) -> None:
    calls = _calls(unit, {fact.line for fact in facts})
    for fact in facts:
        for call in calls.get(fact.line, ()):
            if isinstance(fact, TaskSend):
                _task(program, unit, fact, call)
            elif fact.role == "publish" and fact.event and {name for name, _ in call.keywords} >= set(fact.payload):
                published[origin(program, unit, fact.event)].append((unit, call))


def _calls(unit: Unit, lines: set[int]) -> dict[int, list[Call]]:
    found: dict[int, list[Call]] = defaultdict(list)
    for expression in unit.table:
        if expression.__class__ is Call and expression.line in lines:
            assert isinstance(expression, Call)
            found[expression.line].append(expression)
    return found


def _task(program: Program, unit: Unit, fact: TaskSend, call: Call) -> None:
    callee = unit.table[call.callee]
    if not isinstance(callee, Attribute) or callee.value != fact.target or not fact.target:
        return
    task = undecorated(program, unit, fact.target)
    if isinstance(task, Function) and not call.flags & SPREAD:
        if callee.name in SENDS:
            _supply(program, task, unit, (*_placed(task, call.arguments), *call.keywords))
        elif callee.name == PACKED:
            _supply(program, task, unit, tuple(_packed(task, unit, call)))


def _packed(task: Function, unit: Unit, call: Call) -> Iterator[tuple[str, Index]]:
    given = {**dict(zip(("args", "kwargs"), call.arguments, strict=False)), **dict(call.keywords)}
    arguments, named = (unit.table[given.get(name, 0)] for name in ("args", "kwargs"))
    if isinstance(arguments, Sequence):
        yield from _placed(task, arguments.items)
    if isinstance(named, Mapping):
        for key, value in zip(named.keys, named.values, strict=True):
            name = getattr(unit.table[key], "value", None)
            if isinstance(name, str):
                yield name, value


def _placed(task: Function, arguments: tuple[Index, ...]) -> tuple[tuple[str, Index], ...]:
    """Arguments by name; a task that is bound to itself gets itself first, from its queue."""
    names = [one.name for one in task.scope.parameters if one.kind in ("positional", "positional_only")]
    names = names[1:] if names[:1] == ["self"] else names
    return tuple(zip(names, arguments, strict=False))


def _supply(program: Program, function: Function, sender: Unit, given: tuple[tuple[str, Index], ...]) -> None:
    places = {one.name: position for position, one in enumerate(function.scope.parameters)}
    for name, index in given:
        if name in places and index:
            program.flow(sender.base + index, function.unit.base + function.scope.first + places[name])
