"""Instances of mapped classes that cross a call from one file to another, with the fields the other side uses."""

from analyzer.model.expression import IN_LOOP, Attribute, Call, Choice, Declared, Element, Narrowed
from analyzer.model.graph import Handover
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.program import Program
from analyzer.resolve.tables import Tables
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Function, Instance, Node, Rows

CALLABLE = frozenset([Bound, Function])
ROWS = (Instance, Rows)
MOST_CLASSES = 3  # more classes at one argument say that nobody knows which


class Crossings:
    """Handovers as they are found, with what each file reads from which of its expressions."""

    def __init__(self, program: Program, tables: Tables) -> None:
        self.program = program
        self.tables = tables
        self.found: dict[Handover, None] = {}
        self.reads: dict[Unit, dict[int, set[str]]] = {}

    def fields(self, unit: Unit, index: int) -> tuple[str, ...]:
        """The attributes a file reads from expression ``index``, through joins and iteration too."""
        reads = self.reads.get(unit)
        if reads is None:
            reads = self.reads[unit] = _reads(unit)
        return tuple(sorted(reads.get(index, ())))

    def tables_at(self, node: Node) -> list[tuple[str, bool]]:
        """The tables whose rows a node holds, and whether as a collection."""
        found: dict[tuple[str, bool], None] = {}
        for value in self.program.values[node]:
            if isinstance(value, ROWS):
                many = isinstance(value, Rows)
                key = self.tables.of_class.get(value.kind if many else value.type, "")  # type: ignore[union-attr]
                if key:
                    found[key, many] = None
        return list(found) if len(found) <= MOST_CLASSES else []


def handovers_of(program: Program, tables: Tables) -> tuple[Handover, ...]:
    """All handovers, sorted by place."""
    crossings = Crossings(program, tables)
    for unit in program.units if tables.by_key else ():
        for index, scope in enumerate(unit.facts.scopes):
            for position in range(scope.first, scope.last):
                expression = unit.table[position]
                if expression.__class__ is Call:
                    assert isinstance(expression, Call)
                    _call(crossings, unit, index, position)
    key = lambda one: (one.file, one.line, one.element, one.function, one.parameter, one.table)  # noqa: E731
    return tuple(sorted(crossings.found, key=key))


def _call(crossings: Crossings, unit: Unit, scope: int, position: int) -> None:
    call = unit.table[position]
    assert isinstance(call, Call)
    values = crossings.program.values[unit.base + call.callee]
    if CALLABLE.isdisjoint([value.__class__ for value in values]) or not _hands_over(crossings, unit, call, position):
        return
    for value in values:
        shift = 1 if isinstance(value, Bound) else 0
        function = value.function if isinstance(value, Bound) else value
        if isinstance(function, Function) and function.unit is not unit:
            element, target = key_of(unit, scope), key_of_value(function)
            place = (element, target, unit.key, call.line, bool(call.flags & IN_LOOP))
            _arguments(crossings, unit, call, function, (shift, place))
            for table, many in crossings.tables_at(unit.base + position):
                fields = crossings.fields(unit, position)
                _add(crossings, place, "", (table, many, fields))


def _hands_over(crossings: Crossings, unit: Unit, call: Call, position: int) -> bool:
    """Whether a call takes or gives back rows of any table."""
    for index in (position, *call.arguments, *[value for _, value in call.keywords]):
        if index and crossings.tables_at(unit.base + index):
            return True
    return False


Place = tuple[str, str, str, int, bool]


def _arguments(crossings: Crossings, unit: Unit, call: Call, function: Function, context: tuple[int, Place]) -> None:
    shift, place = context
    parameters = function.scope.parameters
    given = [(number + shift, argument) for number, argument in enumerate(call.arguments)]
    names = {parameter.name: number for number, parameter in enumerate(parameters)}
    given += [(names[name], argument) for name, argument in call.keywords if name in names]
    for number, argument in given:
        if argument and number < len(parameters):
            for table, many in crossings.tables_at(unit.base + argument):
                fields = crossings.fields(function.unit, function.scope.first + number)
                _add(crossings, place, parameters[number].name, (table, many, fields))


def _add(crossings: Crossings, place: Place, parameter: str, what: tuple[str, bool, tuple[str, ...]]) -> None:
    element, function, file, line, in_loop = place
    table, many, fields = what
    handover = Handover(element, function, parameter, table, file, line, in_loop, many, fields)
    crossings.found[handover] = None


def _reads(unit: Unit) -> dict[int, set[str]]:
    reads: dict[int, set[str]] = {}
    same: dict[int, list[int]] = {}
    for index, expression in enumerate(unit.table):
        if isinstance(expression, Attribute):
            reads.setdefault(expression.value, set()).add(expression.name)
        elif isinstance(expression, Choice):
            for option in expression.options:
                same.setdefault(option, []).append(index)
        elif isinstance(expression, Declared | Narrowed | Element):
            same.setdefault(expression.value, []).append(index)
    for source, followers in same.items():
        for follower in followers:
            if follower in reads:
                reads.setdefault(source, set()).update(reads[follower])
    return reads
