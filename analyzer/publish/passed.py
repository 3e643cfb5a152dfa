"""Types that callers were seen to pass, to JSON Schema fragments; the last thing asked when nothing is declared."""

from analyzer.model.graph import Column, Parameter, Table
from analyzer.publish.draft import Draft
from analyzer.publish.json_types import SIMPLE, UNKNOWN, Fragment, Typed, nullable
from analyzer.publish.schemas import class_schema, column_type, identifier, parameter_type, reference

_PLAIN: dict[str, Fragment] = {
    **SIMPLE,
    "NoneType": {"type": "null"},
    "list": {"type": "array", "items": {}},
    "set": {"type": "array", "items": {}},
    "frozenset": {"type": "array", "items": {}},
    "dict": {"type": "object"},
}


def learned_type(draft: Draft, element: str, parameter: Parameter, docstring: str = "") -> Typed:
    """The type of a parameter from what it declares, else from what is passed."""
    declared = parameter_type(draft, element, parameter, docstring)
    if declared.origin != "unknown":
        return declared
    found = from_passed(draft, parameter.passed)
    return UNKNOWN if found is None else Typed(found, "call_sites")


def from_passed(draft: Draft, passed: tuple[str, ...]) -> Fragment | None:
    """The schema of what callers pass; None when it is nothing, several things, or something not known."""
    found = [_one(draft, name) for name in passed]
    known = [fragment for fragment in found if fragment is not None]
    distinct = [fragment for index, fragment in enumerate(known) if index == known.index(fragment)]
    real = [fragment for fragment in distinct if fragment != {"type": "null"}]
    if len(known) < len(found) or len(real) != 1:
        return None
    return nullable(real[0]) if {"type": "null"} in known else real[0]


def _one(draft: Draft, name: str) -> Fragment | None:
    table, is_column, attribute = name.partition("#")
    if is_column:
        return _of_column(draft, draft.codebase.tables.get(table), attribute)
    if name.endswith("[]"):
        items = _one(draft, name.removesuffix("[]"))
        return {"type": "array", "items": items} if items else None
    if "::" in name:
        schema = class_schema(draft, name)
        return reference(schema) if schema else None
    plain = _PLAIN.get(name.rsplit(".", 1)[-1])
    return dict(plain) if plain else None


def _of_column(draft: Draft, table: Table | None, attribute: str) -> Fragment | None:
    column = _column(table, attribute) if table else None
    schema = column_type(draft, column).schema if column else {}
    if column is None or not schema:
        return None
    return nullable(schema) if column.nullable else schema


def _column(table: Table, attribute: str) -> Column | None:
    if attribute == "pk":
        return identifier(table)
    return next((one for one in table.columns if attribute in {one.name, f"{one.name}_id"}), None)


def handed_table(draft: Draft, element: str, parameter: Parameter) -> Table | None:
    """The table of which one row's object is handed over at a parameter: declared, else passed by those who call."""
    codebase = draft.codebase
    if parameter.kind.startswith("var_"):
        return None
    if parameter.annotation:
        key = parameter.annotation_key
        name = parameter.annotation.strip("'\" ").removesuffix("| None").strip()
        name = name.removeprefix("Optional[").removesuffix("]").strip("'\" ")
        alone = key.rsplit("::", 1)[-1].rsplit(".", 1)[-1] == name.rsplit(".", 1)[-1]
        return codebase.tables.get(codebase.table_of_class.get(key, "")) if alone else None
    classes = [name for name in parameter.passed if name != "NoneType"]
    if not classes:  # nobody knows what all pass; where rows of one table were seen, it is those
        seen = codebase.handed.get((element, parameter.name), frozenset())
        return codebase.tables.get(next(iter(seen))) if len(seen) == 1 else None
    table = codebase.table_of_class.get(classes[0], "") if len(classes) == 1 else ""
    return codebase.tables.get(table)
