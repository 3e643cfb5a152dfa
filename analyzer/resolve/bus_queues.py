"""Event buses with a queue between: one function puts the key in, another takes it out and calls the handlers."""

from collections.abc import Iterator
from typing import NamedTuple

from analyzer.model.expression import Attribute, Call, Choice, Declared, Index, Narrowed, Sequence, Unpacked
from analyzer.resolve.program import Program
from analyzer.resolve.registries import Given, Registry, given_as, registry_of
from analyzer.resolve.unit import Unit

PUTS = frozenset(["put", "put_nowait", "append", "appendleft"])
TAKES = frozenset(["get", "get_nowait", "pop", "popleft"])
MOST_QUEUES = 8  # that one variable may mean


class Waiting(NamedTuple):
    """A queue, and which item of what is put into it is the key; -1 when it is the whole."""

    queue: Registry
    position: int


def taken_from(program: Program, unit: Unit, key: Index) -> Waiting | None:
    """The queue that a key was taken out of."""
    position = -1
    expression = unit.table[key]
    if isinstance(expression, Unpacked):
        position, expression = expression.position, unit.table[expression.value]
    callee = unit.table[expression.callee] if isinstance(expression, Call) else None
    if not isinstance(callee, Attribute) or callee.name not in TAKES:
        return None
    queue = registry_of(program, unit, callee.value)
    return None if queue is None else Waiting(queue, position)


def put_into(program: Program, unit: Unit, wanted: Waiting) -> Iterator[Given]:
    """The parameters that functions of a file put into the queue where the key is expected."""
    for call in unit.table:
        callee = unit.table[call.callee] if isinstance(call, Call) and call.arguments else None
        if not isinstance(call, Call) or not isinstance(callee, Attribute) or callee.name not in PUTS:
            continue
        given = given_as(unit, _item(unit, call.arguments[0], wanted.position))
        queues = _options(unit, callee.value) if given is not None else []
        if given is not None and wanted.queue in [registry_of(program, unit, one) for one in queues]:
            yield given


def _options(unit: Unit, index: Index) -> list[Index]:
    """The queues that a variable may mean."""
    found: list[Index] = []
    waiting = [index]
    while waiting and len(found) < MOST_QUEUES:
        at = waiting.pop()
        expression = unit.table[at]
        if isinstance(expression, Choice):
            waiting.extend(expression.options)
        elif isinstance(expression, Declared | Narrowed):
            waiting.append(expression.value)
        else:
            found.append(at)
    return found


def _item(unit: Unit, index: Index, position: int) -> Index:
    expression = unit.table[index]
    if isinstance(expression, Sequence) and 0 <= position < len(expression.items):
        return expression.items[position]
    return index
