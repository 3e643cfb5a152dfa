"""Classes and tables of the codebase to named schemas."""

import json

from analyzer.model.contract import Field, Schema
from analyzer.model.graph import Column, Parameter, Signature, Table
from analyzer.notation.names import snake
from analyzer.notation.prose import first_sentence
from analyzer.publish.columns import from_column
from analyzer.publish.draft import Draft
from analyzer.publish.json_types import Fragment, Typed, from_annotation, from_default, nullable

_SHAPES = frozenset({"dataclass", "pydantic", "typed_dict", "named_tuple", "attrs", "struct"})
_MAX_CHAIN = 8  # foreign keys that are primary keys of the next table; real chains have two links


def reference(name: str) -> Fragment:
    """A JSON Schema reference to a schema of the same contract."""
    return {"$ref": f"#/components/schemas/{name}"}


def class_schema(draft: Draft, key: str) -> str:
    """The name of the schema for a class, "" when its shape is not declared; fields are filled in later."""
    codebase = draft.codebase
    signature = codebase.signatures.get(key)
    is_table = key in codebase.table_of_class
    flavour = signature.flavour if signature else ""
    if not is_table and flavour != "enum" and (flavour not in _SHAPES or not signature or not signature.fields):
        return ""
    name, is_new = draft.claim(key, codebase.elements[key].name.rsplit(".", 1)[-1] if key in codebase.elements else key)
    if is_new:
        draft.waiting.append(key)
    return name


def table_schema(draft: Draft, table: Table) -> str:
    """The name of the transfer object of a table; tables known from SQL alone have one too."""
    if table.element:
        return class_schema(draft, table.element)
    name, is_new = draft.claim(table.key, table.name)
    if is_new:
        draft.waiting.append(table.key)
    return name


def fill_waiting(draft: Draft) -> None:
    """Give every claimed schema its fields; a field may claim further schemas."""
    while draft.waiting:
        key = draft.waiting.pop()
        name, _ = draft.claim(key, key)
        table = draft.codebase.tables.get(draft.codebase.table_of_class.get(key, key))
        signature = draft.codebase.signatures.get(key)
        summary = first_sentence(signature.docstring) if signature else ""
        if table is not None:
            fields = tuple(column_field(draft, table, column) for column in table.columns)
            draft.add_schema(Schema(name, key, fields, flavour="table", description=summary))
        elif signature is not None and signature.flavour == "enum":
            draft.add_schema(Schema(name, key, (), _members(signature), flavour="enum", description=summary))
        elif signature is not None:
            fields = tuple(_attribute(draft, key, parameter) for parameter in signature.fields)
            draft.add_schema(Schema(name, key, fields, flavour=signature.flavour, description=summary))


def _members(signature: Signature) -> tuple[str, ...]:
    values = [
        member.default.strip("'\"") if from_default(member.default) else member.name for member in signature.fields
    ]
    return tuple(dict.fromkeys(values))


def column_field(draft: Draft, table: Table, column: Column) -> Field:
    """A column as a field of the transfer object: a foreign key travels as the identifier it holds."""
    typed = column_type(draft, column)
    if typed.origin == "unknown":
        draft.owe(f"The type of column {table.name}.{column.name} is not known.")
    schema = nullable(typed.schema) if column.nullable else typed.schema
    return Field(wire_name(column), json.dumps(schema), required=True, origin=typed.origin)


def wire_name(column: Column) -> str:
    """The column's name as a field: a reference says that it is an identifier."""
    name = snake(column.name)
    return f"{name}_id" if column.references and not name.endswith(("_id", "id")) else name


def column_type(draft: Draft, column: Column) -> Typed:
    """The type of a column, following references to the column they point at."""
    for _ in range(_MAX_CHAIN):
        if not column.references or column.references not in draft.codebase.tables:
            break
        key = identifier(draft.codebase.tables[column.references])
        if key is None:
            return Typed({"type": "integer"}, "orm")
        column = key
    fragment = from_column(column)
    return Typed({}, "unknown") if fragment is None else Typed(fragment, "orm")


def identifier(table: Table) -> Column | None:
    """The primary key column of a table, None when it is not declared (or made of several)."""
    keys = [column for column in table.columns if column.primary_key]
    return keys[0] if len(keys) == 1 else None


def _attribute(draft: Draft, owner: str, parameter: Parameter) -> Field:
    typed = parameter_type(draft, owner, parameter)
    if typed.origin == "unknown":
        draft.owe(f"The type of {owner}.{parameter.name} is not known.")
    optional = bool(parameter.default)
    schema = nullable(typed.schema) if parameter.default == "None" else typed.schema
    return Field(parameter.name, json.dumps(schema), required=not optional, origin=typed.origin)


def parameter_type(draft: Draft, element: str, parameter: Parameter, docstring: str = "") -> Typed:
    """The type of a parameter from its annotation, else its default, else the docstring's word for it."""
    found = from_annotation(parameter.annotation, lambda name: named(draft, element, name, parameter.annotation_key))
    if found is not None:
        return Typed(found, "annotation")
    found = from_default(parameter.default)
    if found is not None:
        return Typed(found, "default")
    found = from_annotation(docstring, lambda name: named(draft, element, name))
    return Typed({}, "unknown") if found is None else Typed(found, "docstring")


def named(draft: Draft, element: str, name: str, hint: str = "") -> Fragment | None:
    """The schema of a class by the name the code at ``element`` uses for it; None when it is not clear which."""
    candidates = draft.codebase.classes.get(name, ())
    own = element.split("::", 1)[0]
    nearby = tuple(key for key in candidates if key.startswith(f"{own}::"))
    candidates = (hint,) if hint in candidates else nearby or candidates
    if len(candidates) != 1:
        return None
    schema = class_schema(draft, candidates[0])
    return reference(schema) if schema else None
