"""Background work: tasks with their names, queues and schedules, and the places that send them."""

from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase

from analyzer.model.expression import Call
from analyzer.model.framework import QueueFact, ScheduleFact, TaskFact, TaskSend
from analyzer.model.graph import Task
from analyzer.model.resolution import ResolvedLink
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.origins import undecorated
from analyzer.resolve.program import Program
from analyzer.resolve.texts import only_text
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function, Partial, Value


class Registered:
    """One task before queues and schedules are known."""

    __slots__ = ("element", "fact", "name", "unit")

    def __init__(self, unit: Unit, fact: TaskFact, element: str, name: str) -> None:
        self.unit = unit
        self.fact = fact
        self.element = element
        self.name = name


def tasks_of(program: Program) -> tuple[tuple[Task, ...], list[ResolvedLink]]:
    """All tasks, and a link from every sender."""
    registered = [
        _register(program, unit, fact)
        for unit in program.units
        for fact in unit.facts.facts
        if isinstance(fact, TaskFact)
    ]
    named = Counter(name for name, _ in {(one.name, one.element) for one in registered})
    by_name = {one.name: one.element for one in registered if named[one.name] == 1}  # else nobody knows which is meant
    schedules: dict[str, tuple[str, str]] = {}
    queues: list[tuple[str, str]] = []
    links: list[ResolvedLink] = []
    for unit in program.units:
        for fact in unit.facts.facts:
            if isinstance(fact, ScheduleFact):
                for element in _elements(program, unit, fact.target, by_name.get(fact.name, "")):
                    schedules[element] = (fact.schedule, fact.queue)
            elif isinstance(fact, QueueFact):
                queues.append((fact.pattern, fact.queue))
            elif isinstance(fact, TaskSend):
                links += _sends(program, unit, fact, by_name)
    return _tasks(registered, schedules, queues), links


def _register(program: Program, unit: Unit, fact: TaskFact) -> Registered:
    element = next(iter(_elements(program, unit, fact.target, "")), "") or key_of(unit, fact.function)
    name = fact.name or f"{unit.name}.{unit.facts.scopes[fact.function].qualified}"
    return Registered(unit, fact, element, name)


def _elements(program: Program, unit: Unit, target: int, named: str) -> list[str]:
    written = undecorated(program, unit, target) if target else None
    values: tuple[Value, ...] = program.values[unit.base + target] if target else ()
    if written is not None:
        if not (isinstance(written, Function) and written.scope.kind == "lambda"):
            return [key_of_value(written)]
        values = tuple(_called_in(program, written))
    values = tuple(held for value in values for held in _behind(program, value))
    found = [key_of_value(value) for value in values if isinstance(value, Function | Class | Bound)]
    return list(dict.fromkeys([*found, *([named] if named else [])]))


def _behind(program: Program, value: Value) -> tuple[Value, ...]:
    """What is called in the end: of a ``partial``, what it calls."""
    return program.values[value.callee] if isinstance(value, Partial) else (value,)


def _called_in(program: Program, function: Function) -> Iterator[Value]:
    """What a lambda calls that only stands for a call with arguments."""
    unit, scope = function.unit, function.scope
    for index in range(scope.first, scope.last):
        expression = unit.table[index]
        if isinstance(expression, Call):
            yield from program.values[unit.base + expression.callee]


def _sends(program: Program, unit: Unit, fact: TaskSend, by_name: dict[str, str]) -> list[ResolvedLink]:
    source = key_of(unit, fact.scope)
    name = fact.name or (only_text(program, unit.base + fact.target) if fact.target else "")
    found = _elements(program, unit, fact.target, by_name.get(name, ""))
    share = round(1 / len(found), 4) if found else 0.0
    return [
        ResolvedLink(source, element, "task", unit.key, fact.line, share, fact.in_loop, fact.how) for element in found
    ]


def _tasks(
    registered: list[Registered], schedules: dict[str, tuple[str, str]], queues: list[tuple[str, str]]
) -> tuple[Task, ...]:
    found: dict[Task, None] = {}
    for one in registered:
        schedule, scheduled_queue = schedules.get(one.element, ("", ""))
        matching = [queue for pattern, queue in queues if fnmatchcase(one.name, pattern)]
        queue = one.fact.queue or scheduled_queue or (matching[0] if matching else "")
        found[Task(one.element, one.name, queue, schedule, one.unit.key, one.fact.line)] = None
    return tuple(sorted(found, key=lambda task: (task.name, task.element, task.file, task.line)))
