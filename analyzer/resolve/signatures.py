"""Signatures: what functions and classes promise, with annotations led back to classes of the codebase."""

from analyzer.model.facts import ParameterFact
from analyzer.model.graph import Parameter, Signature
from analyzer.resolve.annotations import annotated
from analyzer.resolve.keys import key_of, key_of_value
from analyzer.resolve.program import Program
from analyzer.resolve.tables import Tables
from analyzer.resolve.unit import Unit
from analyzer.resolve.values import Builtin, Class, Function, Instance, Outside

DATACLASSES = ("dataclass", "attrs", "attr.s", "define", "frozen", "attr.dataclass")
ENUMS = frozenset(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag"])
ERRORS = ("Exception", "Error", "Warning", "BaseException")


def signatures_of(program: Program, tables: Tables) -> tuple[Signature, ...]:
    """One signature a function or class element, sorted by element."""
    found: dict[str, Signature] = {}
    for unit in program.units:
        for index, value in enumerate(unit.scopes):
            if "<lambda" in unit.facts.scopes[index].qualified:
                continue
            if isinstance(value, Function):
                found.setdefault(key_of(unit, index), _function(program, unit, index))
            elif isinstance(value, Class):
                found.setdefault(key_of(unit, index), _class(program, value, tables))
    return tuple(found[key] for key in sorted(found))


def _function(program: Program, unit: Unit, index: int) -> Signature:
    scope = unit.facts.scopes[index]
    return Signature(
        element=key_of(unit, index),
        parameters=tuple(_parameter(program, unit, parameter) for parameter in scope.parameters),
        returns=scope.result_text,
        returns_key=_promised(program, unit, scope.result),
        raises=_raises(program, unit, index),
        is_async=scope.is_async,
        is_generator=scope.is_generator,
        decorators=scope.decorator_texts,
        docstring=scope.docstring,
    )


def _class(program: Program, kind: Class, tables: Tables) -> Signature:
    unit, scope = kind.unit, kind.scope
    flavour = _flavour(program, kind, tables)
    return Signature(
        element=key_of(unit, kind.index),
        parameters=(),
        decorators=scope.decorator_texts,
        docstring=scope.docstring,
        fields=_fields(program, kind, flavour),
        flavour=flavour,
    )


def _parameter(program: Program, unit: Unit, fact: ParameterFact) -> Parameter:
    key = _promised(program, unit, fact.annotation)
    return Parameter(fact.name, fact.kind, fact.annotation_text, key, fact.default_text)


def _promised(program: Program, unit: Unit, annotation: int) -> str:
    """The key of the class that an annotation names, when it is one of the codebase."""
    if not annotation or unit.base + annotation not in program.annotations:
        return ""
    for value in program.values[annotated(program, unit, annotation)]:
        if isinstance(value, Instance):
            return key_of_value(value)
    return ""


def _raises(program: Program, unit: Unit, index: int) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for raised, _line in unit.facts.scopes[index].raises:
        for value in program.values[unit.base + raised] if raised else ():
            if isinstance(value, Class | Instance):
                names[key_of_value(value)] = None
            elif isinstance(value, Outside | Builtin):
                names[value.name] = None
    return tuple(sorted(names))


def _flavour(program: Program, kind: Class, tables: Tables) -> str:  # noqa: PLR0911 - one return a flavour
    if tables.of_class.get(kind):
        return "orm"
    names = [base.name for base in kind.outside]
    for base in kind.outside:
        known = program.knowledge.known_base(base)
        if known is not None and known.flavour:
            return known.flavour
    if any(name in ENUMS for name in names):
        return "enum"
    if any(name.endswith((".TypedDict", ".NamedTuple")) for name in names):
        return "typed_dict"
    if any(name == "pydantic.BaseModel" for name in names):
        return "pydantic"
    if any(name.rpartition(".")[2].endswith(ERRORS) for name in names):
        return "exception"
    decorators = [text.partition("(")[0].rpartition(".")[2] for text in kind.scope.decorator_texts]
    return "dataclass" if any(name in DATACLASSES for name in decorators) else "plain"


def _fields(program: Program, kind: Class, flavour: str) -> tuple[Parameter, ...]:
    """Annotated attributes, bases first; for enums the members."""
    fields: dict[str, Parameter] = {}
    for member in reversed(kind.order):
        unit, scope = member.unit, member.scope
        lines = {name: value for name, value, _ in scope.bindings}
        if flavour == "enum":
            for name, _, _ in sorted(scope.bindings, key=lambda binding: binding[2]):
                if name.isupper():
                    fields[name] = Parameter(name, "keyword_only")
            continue
        for name, annotation, text in scope.annotations:
            has_default = "..." if name in lines and _has_value(unit, lines[name]) else ""
            key = _promised(program, unit, annotation)
            fields[name] = Parameter(name, "keyword_only", text, key, has_default)
    return tuple(fields.values())


def _has_value(unit: Unit, index: int) -> bool:
    return unit.table[index].__class__.__name__ == "Declared"
