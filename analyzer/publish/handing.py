"""Objects of mapped classes as arguments: the identifier travels, and beside it what the receiver uses of the row."""

import json
from typing import NamedTuple

from analyzer.model.contract import Argument, Field, Schema
from analyzer.model.graph import Column, Parameter, Table
from analyzer.notation.names import unique
from analyzer.publish.draft import Draft
from analyzer.publish.json_types import Fragment, nullable
from analyzer.publish.schemas import column_field, column_type, identifier, reference, wire_name


class Handed(NamedTuple):
    """The fields of a request that stand for one argument, and the argument."""

    fields: tuple[Field, ...]
    argument: Argument


class Place(NamedTuple):
    """Where an object is handed over: the operation, the function behind it, its parameter."""

    operation_id: str
    element: str
    parameter: Parameter


def handed_over(draft: Draft, place: Place, table: Table, taken: set[str]) -> Handed | None:
    """The identifier of the row instead of the object; None when the table has no single key.

    Where another service owns the table, the columns that the function uses come along, so that it need not ask back.
    """
    column = identifier(table)
    if column is None:
        return None
    parameter = place.parameter
    field = key_field(draft, parameter, column, unique(f"{parameter.name}_id", taken))
    taken.add(field.name)
    foreign = draft.is_foreign(table.element or table.key)
    columns = _used_columns(draft, place, table, owe=foreign) if foreign else ()
    details = _details(draft, place, (table, columns), taken) if columns else None
    default = "" if field.required else "None" if parameter.default == "None" else "..."
    argument = Argument(
        parameter.name,
        field.name,
        parameter.kind,
        default,
        key_of=table.key,
        key=column.name,
        details=details.name if details else "",
        sent=tuple((wire_name(one), wire_name(one) if one.references else one.name) for one in columns),
    )
    return Handed((field, details) if details else (field,), argument)


def key_field(draft: Draft, parameter: Parameter, column: Column, name: str) -> Field:
    """The field that carries the identifier of the row behind a parameter."""
    schema: Fragment = dict(column_type(draft, column).schema)
    schema.pop("enum", None)
    if parameter.default == "None":
        schema = nullable(schema)
    origin = "annotation" if parameter.annotation else "call_sites"
    said = "Identifier of the object that the code hands over."
    return Field(name, json.dumps(schema), required=not parameter.default, origin=origin, description=said)


def _used_columns(draft: Draft, place: Place, table: Table, *, owe: bool) -> tuple[Column, ...]:
    used = draft.codebase.used.get((place.element, place.parameter.name), frozenset())
    columns = tuple(one for one in table.columns if not one.primary_key and used & _names(one))
    held = {name for one in table.columns for name in _names(one)}
    back = {one.related_name for one in draft.codebase.graph.relations if one.target == table.key}
    others = sorted(used - held - back - {"pk", "objects"})  # what points back is read by who owns it, with the key
    if owe and others:
        draft.owe(
            f"{place.element} uses {', '.join(others)} of {place.parameter.name}, which no column of {table.name} "
            "holds: ask the service that owns it, or let the caller send the answer."
        )
    return columns


def _names(column: Column) -> set[str]:
    """How code may call it: a reference by the object it stands for too."""
    names = {column.name, wire_name(column)}
    return names | {name.removesuffix("_id") for name in names if column.references}


def _details(draft: Draft, place: Place, what: tuple[Table, tuple[Column, ...]], taken: set[str]) -> Field:
    table, columns = what
    parameter = place.parameter
    name, _ = draft.claim(f"{place.operation_id} {parameter.name}", f"{place.operation_id}_{parameter.name}")
    fields = tuple(column_field(draft, table, column) for column in columns)
    said = f"What {place.operation_id} uses of a row of {table.name}."
    draft.add_schema(Schema(name, table.element, fields, flavour="transfer", description=said))
    field = unique(parameter.name, taken)
    taken.add(field)
    return Field(
        field,
        json.dumps(nullable(reference(name))),
        required=False,
        origin="orm",
        description="What the operation uses of that object; without it the service asks its owner.",
    )
