"""Schemas as pydantic models: what server and client share in form, and each writes into its own package."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from analyzer.model.contract import Schema
from analyzer.notation.fragments import python_type
from analyzer.notation.names import is_identifier, snake, unique
from analyzer.notation.python import Code, identifier, literal, with_imports
from analyzer.notation.templates import render

_TAKEN = frozenset(
    {"construct", "copy", "dict", "from_orm", "json", "parse_file", "parse_obj", "parse_raw", "schema"}
    | {"schema_json", "update_forward_refs", "validate", "fields"}
    | {"bool", "bytes", "float", "int", "list", "object", "str"}
)
"""Attributes of pydantic's BaseModel (those that begin with ``model_`` are recognised by that), and names of types: an
attribute of that name would stand for the type in all annotations of its class."""


class Attribute(NamedTuple):
    """One line of a model."""

    name: Code
    type: Code
    assignment: Code


FIELD_TYPES = frozenset(
    {"Binary", "ClockTime", "Day", "DecimalText", "Duration", "Number", "Omittable", "Timestamp", "WholeNumber"}
    | {"YesNo", "matching"}
)
"""What ``fields.py`` offers. No schema has one of these names."""


def models_source(schemas: Sequence[Schema]) -> str:
    """The module ``models.py``: a class for every schema, in the order given."""
    objects = [(schema, _attributes(schema)) for schema in schemas if not schema.enum]
    enums = [(schema, _members(schema)) for schema in schemas if schema.enum]
    records = any(schema.flavour in {"record", "typed_dict"} for schema in schemas)
    source = render("shared/models.py.j2", objects=objects, enums=enums, records=records)
    return with_imports(
        source,
        [("enum", ["StrEnum"]), ("typing", ["Annotated", "Any", "Literal"]), ("uuid", ["UUID"])],
        [("pydantic", ["BaseModel", "ConfigDict", "Field"])],
        [(".fields", sorted(FIELD_TYPES))],
    )


def attribute_name(name: str, taken: Sequence[str] = ()) -> str:
    """The attribute that holds the field ``name``: itself where pydantic and Python allow it."""
    wanted = name if is_identifier(name) and name[0] != "_" else snake(name.strip("_"), "field")
    if wanted in _TAKEN or wanted.startswith("model_"):
        wanted = f"{wanted}_"
    return unique(wanted, taken)


def attribute_names(schema: Schema) -> dict[str, str]:
    """Field name to attribute name, for every field of a schema."""
    names: dict[str, str] = {}
    for field in schema.fields:
        names[field.name] = attribute_name(field.name, tuple(names.values()))
    return names


def _attributes(schema: Schema) -> list[Attribute]:
    names = attribute_names(schema)
    lines = []
    for field in schema.fields:
        fragment = json.loads(field.schema)
        kind = python_type(fragment)
        alias = "" if names[field.name] == field.name else f"alias={literal(field.name)}"
        if not field.required and not _accepts_null(fragment):
            kind = Code(f"Omittable[{kind}]")
        default = "" if field.required else "default=None"
        inner = ", ".join(part for part in (default, alias) if part)
        assignment = f" = Field({inner})" if alias else " = None" if default else ""
        lines.append(Attribute(identifier(names[field.name]), kind, Code(assignment)))
    return lines


def _accepts_null(fragment: dict[str, object]) -> bool:
    parts = fragment.get("anyOf")
    said = {"anyOf", "$ref", "type", "enum"} & fragment.keys()
    return not said or (isinstance(parts, list) and {"type": "null"} in parts)


def _members(schema: Schema) -> list[tuple[Code, Code]]:
    names: dict[str, str] = {}
    for value in schema.enum:
        names[unique(snake(value, "value").upper(), names)] = value
    return [(identifier(name), literal(value)) for name, value in names.items()]
