"""JSON Schema fragments as Python annotations: exact ones for pydantic, plain ones for people."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from analyzer.notation.python import Code, identifier, literal

Fragment = Mapping[str, Any]

_LIMITS = {
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}


class _Spelling(NamedTuple):
    """One way to write types: ``texts`` by format, ``scalars`` by type, ``models`` before a schema's name."""

    texts: Mapping[str, str]
    scalars: Mapping[str, str]
    models: str
    exact: bool


_EXACT = _Spelling(
    texts={
        "date-time": "Timestamp",
        "date": "Day",
        "time": "ClockTime",
        "duration": "Duration",
        "uuid": "UUID",
        "decimal": "DecimalText",
        "base64": "Binary",
    },
    scalars={"integer": "WholeNumber", "number": "Number", "boolean": "YesNo", "null": "None"},
    models="",
    exact=True,
)
_PLAIN = _Spelling(
    texts={
        "date-time": "datetime.datetime",
        "date": "datetime.date",
        "time": "datetime.time",
        "duration": "datetime.timedelta",
        "uuid": "uuid.UUID",
        "decimal": "decimal.Decimal",
        "base64": "bytes",
    },
    scalars={"integer": "int", "number": "float", "boolean": "bool", "null": "None"},
    models="models.",
    exact=False,
)


def python_type(fragment: Fragment) -> Code:
    """The annotation of a model's field, with every limit of the fragment; names come from ``fields.py``."""
    return _spell(fragment, _EXACT)


def plain_type(fragment: Fragment) -> Code:
    """The type people write for a fragment: ``int``, ``decimal.Decimal``, ``models.Order``; no limits."""
    return _spell(fragment, _PLAIN)


def _spell(fragment: Fragment, how: _Spelling) -> Code:
    if "$ref" in fragment:
        return Code(how.models + identifier(str(fragment["$ref"]).rsplit("/", 1)[-1]))
    if "anyOf" in fragment:
        parts = dict.fromkeys(_spell(part, how) for part in fragment["anyOf"])
        return Code("Any" if "Any" in parts else " | ".join(parts))
    if "enum" in fragment:
        return Code(f"Literal[{', '.join(literal(value) for value in fragment['enum'])}]")
    kind = str(fragment.get("type"))
    spell = _BY_TYPE.get(kind)
    code = spell(fragment, how) if spell else Code(how.scalars.get(kind, "Any"))
    return _limited(code, fragment) if how.exact else code


def _array(fragment: Fragment, how: _Spelling) -> Code:
    return Code(f"list[{_spell(fragment.get('items', {}), how)}]")


def _object(fragment: Fragment, how: _Spelling) -> Code:
    return Code(f"dict[str, {_spell(fragment.get('additionalProperties') or {}, how)}]")


def _text(fragment: Fragment, how: _Spelling) -> Code:
    return Code(how.texts.get(str(fragment.get("contentEncoding", fragment.get("format"))), "str"))


_BY_TYPE: dict[str, Callable[[Fragment, _Spelling], Code]] = {"array": _array, "object": _object, "string": _text}


def _limited(code: Code, fragment: Fragment) -> Code:
    if code == "DecimalText":
        return Code(f"Annotated[{code}, matching({literal(fragment.get('pattern', ''))})]")
    limits = [f"{_LIMITS[key]}={literal(fragment[key])}" for key in _LIMITS if key in fragment]
    return Code(f"Annotated[{code}, Field({', '.join(limits)})]") if limits else code
