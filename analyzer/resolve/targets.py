"""What was called or used, from the values a node holds in the end."""

from typing import NamedTuple

from analyzer.model.expression import Attribute, Defined
from analyzer.model.graph import Outcome
from analyzer.resolve.boxes import METHODS
from analyzer.resolve.crowds import is_mixture
from analyzer.resolve.keys import dotted, key_of_value
from analyzer.resolve.kin import of_own_kind
from analyzer.resolve.outsiders import PART
from analyzer.resolve.program import Program
from analyzer.resolve.reasons import unresolved
from analyzer.resolve.stubs import filling, without_stubs
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import (
    Bound,
    Builtin,
    Class,
    Container,
    Dispatch,
    Function,
    Getter,
    Instance,
    Literal,
    Method,
    Node,
    Outside,
    Partial,
    RecordType,
    Rows,
    Super,
    Value,
)

CODE = (Function, Class)  # written out once: a union of types is put together wherever it is evaluated
TYPE_NAMES = {"str": "PyStr", "dict": "PyDict", "list": "PyList", "tuple": "PyTuple", "set": "PySet"}
OBJECTS = (Instance, Partial, Getter, Dispatch, RecordType)


class Targets(NamedTuple):
    """What a call reaches: code of the codebase, names outside it, and how the reference counts."""

    code: list[Function | Class]
    keys: tuple[str, ...]  # of the elements of the code
    called: tuple[str, ...]  # dotted names of the functions, names outside
    outcome: Outcome | None
    given: tuple[str, ...] = ()  # names of what calls of outside functions gave


def targets_of(program: Program, unit: Unit, callee: Node) -> Targets:
    """The targets of a call of whatever ``callee`` holds."""
    values = program.values[callee]
    if len(values) > 1 and Bound in map(type, values):
        values = of_own_kind(unit, callee, _from_real_receivers(program, unit, callee))
    found = program.targets.get(values)
    if found is None:
        found = _targets(program, values)
        if is_mixture(values):
            found = Targets([], (), (), found.outcome)
        program.targets[values] = found
    return found if found.outcome else found._replace(outcome=unresolved(program, unit, callee))


def _targets(program: Program, values: tuple[Value, ...]) -> Targets:
    """The targets whoever calls; without an outcome where that hangs on how the call is written."""
    code: list[Function | Class] = []
    outside: list[str] = []
    given: list[str] = []
    outcome: Outcome | None = None
    for value in values:
        if isinstance(value, Bound):
            value = value.function  # noqa: PLW2901 - the function is what is called
        if isinstance(value, CODE):
            if value not in code:
                code.append(value)
            outcome = "resolved"
        elif isinstance(value, Outside):
            if value.distance < PART:
                (given if value.distance else outside).append(value.name)
            outcome = outcome or "third_party"
        elif isinstance(value, Builtin):
            outside.append(f"<builtin>.{value.name}")
            outcome = outcome or "builtin"
        elif isinstance(value, Method):
            outcome = outcome or "builtin"
            outside += _method(value)
        elif isinstance(value, OBJECTS):
            outcome = outcome or "resolved"
    code = without_stubs(program, code)
    doing = filling(program, code)
    named = [dotted(target.unit, target.index) for target in doing if isinstance(target, Function)]
    keys = tuple(dict.fromkeys([key_of_value(target) for target in code if not _is_nameless(target)]))
    return Targets(code, keys, (*named, *outside), outcome, tuple(given))


def _is_nameless(target: Function | Class) -> bool:
    """A lambda that was handed on and never named; its element is the code around it, which is not what is called."""
    if not isinstance(target, Function) or target.scope.kind != "lambda":
        return False
    around = target.unit.facts.scopes[target.scope.parent]
    bound = [target.unit.table[value] for _, value, _ in around.bindings]
    return not any(isinstance(one, Defined) and one.scope == target.index for one in bound)


def _from_real_receivers(program: Program, unit: Unit, callee: Node) -> tuple[Value, ...]:
    """What ``callee`` holds; ``super().name`` follows the order of those receivers of which instances are made.

    A method is first solved for its own class. Where that class is never constructed and a derived one is, what
    comes next in its own order is not what comes next in theirs.
    """
    values = program.values[callee]
    index = callee - unit.base
    expression = unit.table[index] if 0 <= index < len(unit.table) else None
    if not isinstance(expression, Attribute):
        return values
    seen = [value for value in program.values[unit.base + expression.value] if isinstance(value, Super)]
    made = [value for value in seen if _is_made(program, value.receiver)]
    if not made or len(made) == len(seen):
        return values
    reached = {
        found
        for value in made
        if expression.name in value.views
        for found in _functions(program, value, expression.name)
    }
    return tuple([value for value in values if not isinstance(value, Bound) or value.function in reached]) or values


def _is_made(program: Program, receiver: Value) -> bool:
    return isinstance(receiver, Rows) or (isinstance(receiver, Instance) and receiver.type in program.constructed)


def _functions(program: Program, value: Super, name: str) -> list[Function]:
    held = program.values[value.views[name].node]
    return [found.function for found in held if isinstance(found, Bound)]


def _method(value: Method) -> list[str]:
    """Methods of literals and displays by name; of values that merely have such a type nothing is written down."""
    receiver = value.receiver
    if isinstance(receiver, Literal | Container) and value.name not in METHODS.get(receiver.type, (value.name,)):
        return []  # asked for by name first, as a rule: ``hasattr(value, "iteritems")``
    if isinstance(receiver, Literal) and receiver.type in TYPE_NAMES:
        return [f"<**{TYPE_NAMES[receiver.type]}**>.{value.name}"]
    if isinstance(receiver, Container) and receiver.origin is not None:
        return [f"{receiver.origin}.{value.name}"] if receiver.origin else []
    if isinstance(receiver, Container) and receiver.type in TYPE_NAMES and value.name not in FOLLOWED:
        return [f"<**{TYPE_NAMES[receiver.type]}**>.{value.name}"]
    return []


FOLLOWED = frozenset(["append", "add", "insert", "extend", "update", "pop", "get", "setdefault", "sort"])
