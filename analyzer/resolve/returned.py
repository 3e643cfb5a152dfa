"""What functions give back where nobody declares it: the types of their return statements, when all are known."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from analyzer.model.expression import (
    Call,
    Choice,
    Constant,
    Declared,
    Expression,
    Index,
    Mapping,
    Narrowed,
    Operation,
    Parameter,
)
from analyzer.model.graph import Parameter as Named
from analyzer.model.graph import Signature
from analyzer.resolve.keys import key_of
from analyzer.resolve.passed import types_at
from analyzer.resolve.program import Program
from analyzer.resolve.tables import Tables
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Bound, Class, Function

_UNKNOWN = frozenset([""])
_NOTHING = "NoneType"
_DEEPEST = 6  # calls and operators looked through for one result; longer chains were not seen
_MOST = 3  # types of one result; more say that it gives anything
_WIDEST = 60  # keys of one dict; more of them are a table of values and no record
_SAME = frozenset({"__add__", "__sub__", "__mul__", "__iadd__", "__isub__", "__imul__", "__neg__", "__pos__"})
"""Operators that give back the type of both sides, when these agree."""


def with_returned(program: Program, tables: Tables, signatures: Iterable[Signature]) -> tuple[Signature, ...]:
    """The signatures, with what functions of the product (tests left out) return where they do not declare it."""
    results = Results(program, tables)
    functions = {
        key_of(unit, index): value
        for unit in program.units
        if unit.facts.source.role != "test"
        for index, value in enumerate(unit.scopes)
        if isinstance(value, Function)
    }
    return tuple(
        results.told(signature, functions[signature.element])
        if signature.element in functions and not signature.returns
        else signature
        for signature in signatures
    )


class Results:
    """The types that functions return, each looked at once."""

    def __init__(self, program: Program, tables: Tables) -> None:
        self.program = program
        self.tables = tables
        self.known: dict[Function, frozenset[str]] = {}
        self.looking: set[int] = set()  # operations being looked at: a loop adds to what it has added to

    def told(self, signature: Signature, function: Function) -> Signature:
        """The signature with what is known about the function's result."""
        types = self.of(function, 0)
        if "" in types or len(types) > _MOST:
            return signature
        fields = self.fields(function) if "dict" in types else ()
        return structs.replace(signature, returned=tuple(sorted(types)), returned_fields=fields)

    def of(self, function: Function, depth: int) -> frozenset[str]:
        """Types as `types_at` names them; holds "" when something returned is not known."""
        if function not in self.known:
            self.known[function] = _UNKNOWN  # for the calls in which it returns what it returns itself
            self.known[function] = self._all(function, depth)
        return self.known[function]

    def _all(self, function: Function, depth: int) -> frozenset[str]:
        scope = function.scope
        if scope.opaque or scope.is_generator or _is_overridden(function):
            return _UNKNOWN
        found = {_NOTHING} if scope.blank else set()
        for index in scope.returns:
            found |= self.at(function.unit, index, depth)
        return frozenset(found) or _UNKNOWN

    def at(self, unit: Unit, index: Index, depth: int = 0) -> frozenset[str]:
        """The types of one expression, stricter than `types_at`: what holds only for some callers is not known."""
        found: set[str] = set()
        for leaf in _leaves(unit, index):
            found |= self._leaf(unit, leaf, depth)
        return frozenset(found)

    def _leaf(self, unit: Unit, index: Index, depth: int) -> frozenset[str]:
        expression = unit.table[index]
        if isinstance(expression, Constant):
            return frozenset([expression.type])
        if isinstance(expression, Operation):
            return self._operation(unit, expression, index, depth)
        if isinstance(expression, Parameter) and not _is_certain(unit, expression):
            return _UNKNOWN
        if isinstance(expression, Call):
            called = self._called(unit, expression)
            if called:
                return self._results(called, depth) if depth < _DEEPEST else _UNKNOWN
        found = frozenset(types_at(self.program, self.tables, unit, index))
        return _UNKNOWN if found == {_NOTHING} else found  # something else may come from where nothing is known

    def _called(self, unit: Unit, call: Call) -> list[Function]:
        """The functions called, none when one of them declares its result or is not one of the codebase."""
        values = self.program.values[unit.base + call.callee]
        functions = [value.function if isinstance(value, Bound) else value for value in values]
        found = [one for one in functions if isinstance(one, Function) and not one.scope.result_text]
        return found if len(found) == len(values) else []

    def _results(self, functions: list[Function], depth: int) -> frozenset[str]:
        return frozenset().union(*(self.of(function, depth + 1) for function in functions))

    def _operation(self, unit: Unit, operation: Operation, index: Index, depth: int) -> frozenset[str]:
        node = unit.base + index
        if node in self.looking or depth == _DEEPEST:
            return frozenset() if node in self.looking else _UNKNOWN
        self.looking.add(node)
        left = self.at(unit, operation.left, depth + 1)
        right = self.at(unit, operation.right, depth + 1) if operation.right else left
        self.looking.discard(node)
        same = operation.method in _SAME and left == right and len(left) == 1
        return left if same or left == right == {"str"} else _UNKNOWN

    def fields(self, function: Function) -> tuple[Named, ...]:
        """The keys of the dicts that a function writes out and returns; none when other dicts come back too."""
        unit = function.unit
        displays = []
        for leaf in dict.fromkeys(leaf for index in function.scope.returns for leaf in _leaves(unit, index)):
            expression = unit.table[leaf]
            if isinstance(expression, Mapping):
                displays.append(self._display(unit, leaf, expression))
            elif "dict" in self._leaf(unit, leaf, 0):
                return ()
        if not displays or not all(displays):
            return ()
        return tuple(_joined(name, displays) for name in dict.fromkeys(name for one in displays for name in one))

    def _display(self, unit: Unit, index: Index, display: Mapping) -> dict[str, Named]:
        """Key to field; empty when a key is not literal text."""
        found: dict[str, Named] = {}
        for key, value in zip(display.keys, display.values, strict=True):
            name = _text(unit.table[key])
            if not name or len(found) == _WIDEST:
                return {}
            found[name] = self._field(unit, name, value, "")
        for store in unit.facts.item_stores:
            name = _text(unit.table[store.key]) if store.target == index else ""
            if name and name not in found:
                found[name] = self._field(unit, name, store.value, "...")
        return found

    def _field(self, unit: Unit, name: str, value: Index, default: str) -> Named:
        types = self.at(unit, value) if value else _UNKNOWN
        known = "" not in types and len(types) <= _MOST
        return Named(name, "keyword_only", default=default, passed=tuple(sorted(types)) if known else ())


def _leaves(unit: Unit, index: Index) -> Iterator[Index]:
    """The expressions that one stands for, through choices."""
    waiting, seen = [index], set()
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        expression = unit.table[current]
        if isinstance(expression, Choice):
            waiting += expression.options
        elif isinstance(expression, Declared | Narrowed) and expression.value:
            waiting.append(expression.value)
        else:
            yield current


def _is_certain(unit: Unit, parameter: Parameter) -> bool:
    """Whether a parameter's type does not hang on who calls: it is declared, or the method's own object."""
    scope = unit.facts.scopes[parameter.scope]
    own = parameter.position == 0 and unit.facts.scopes[scope.parent].kind == "class"
    return own or bool(scope.parameters[parameter.position].annotation)


def _is_overridden(function: Function) -> bool:
    """Whether a class below has a method of its own under this name."""
    waiting: list[Class] = list(function.owner.children) if function.owner else []
    seen: set[int] = set()  # of what inherits twice from one class, only one way down; circles end
    while waiting:
        kind = waiting.pop()
        if function.scope.name in kind.attributes:
            return True
        if id(kind) not in seen:
            seen.add(id(kind))
            waiting += kind.children
    return False


def _text(expression: Expression) -> str:
    value = expression.value if isinstance(expression, Constant) else ""
    return value if isinstance(value, str) else ""


def _joined(name: str, displays: list[dict[str, Named]]) -> Named:
    """One field of all the dicts: optional where one leaves it out, of the types that all of them give."""
    found = [one[name] for one in displays if name in one]
    missing = len(found) < len(displays) or any(one.default for one in found)
    types = {kind for one in found for kind in one.passed}
    known = all(one.passed for one in found) and len(types) <= _MOST
    return Named(name, "keyword_only", default="..." * missing, passed=tuple(sorted(types)) if known else ())
