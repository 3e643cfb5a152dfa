"""Named tuples: their fields are read by name and by position."""

from analyzer.model.expression import Constant, Sequence
from analyzer.resolve.containers import made, opened, store
from analyzer.resolve.iteration import part
from analyzer.resolve.program import Arguments, Program
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Class, Container, Node, RecordType


def field_names(unit: Unit, index: int) -> tuple[str, ...]:
    """The names in ``"x y"``, ``"x, y"`` or a list of literals; none where they are put together elsewhere."""
    expression = unit.table[index] if 0 <= index < len(unit.table) else None
    if isinstance(expression, Constant):
        return tuple(str(expression.value).replace(",", " ").split())
    items = [unit.table[item] for item in expression.items] if isinstance(expression, Sequence) else []
    names = [str(each.value) for each in items if isinstance(each, Constant)]
    return tuple(names) if len(names) == len(items) else ()


def make_record(program: Program, unit: Unit, node: Node, kind: RecordType, given: Arguments) -> None:
    """``Point(1, y=2)``."""
    box = made(program, unit, node, "tuple")
    box.origin = ""
    box.fields = kind.fields
    for position, argument in enumerate(given.positional):
        if position in given.starred:
            for offset in range(len(kind.fields) - position):
                _fill(program, box, position + offset, part(program, argument, offset))
        elif position < len(kind.fields):
            _fill(program, box, position, argument)
    for name, argument in given.keywords:
        if name in kind.fields:
            _fill(program, box, kind.fields.index(name), argument)


def _fill(program: Program, box: Container, position: int, source: Node) -> None:
    opened(program, box)
    store(program, box, position, source)
    store(program, box, box.fields[position], source)


def inherited_fields(program: Program, kind: Class) -> list[str]:
    """The fields that a class has from a named tuple it is derived from."""
    return [
        name
        for member in reversed(kind.order)
        for base in member.scope.bases
        for value in program.values[member.unit.base + base]
        if isinstance(value, RecordType)
        for name in value.fields
    ]
