"""Columns of tables to JSON Schema fragments."""

from analyzer.model.graph import Column
from analyzer.publish.json_types import DECIMAL, SIMPLE, Fragment

_COLUMNS: dict[str, Fragment] = {
    "string": {"type": "string"},
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "float": {"type": "number"},
    "date": SIMPLE["date"],
    "datetime": SIMPLE["datetime"],
    "time": SIMPLE["time"],
    "duration": SIMPLE["timedelta"],
    "uuid": SIMPLE["UUID"],
    "binary": SIMPLE["bytes"],
    "email": {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+$"},  # no format: what a service checks, it must say
    "url": {"type": "string"},
}


def from_column(column: Column) -> Fragment | None:
    """The schema of a column's values (without null); None when its type is not one we know."""
    if column.type == "decimal":
        return _decimal(column)
    fragment = _COLUMNS.get(column.type)
    if fragment is None:
        return None
    fragment = dict(fragment)
    if fragment["type"] == "string" and not {"format", "contentEncoding"} & fragment.keys():
        if column.choices:
            fragment["enum"] = list(dict.fromkeys(column.choices))
        elif column.max_length:
            fragment["maxLength"] = column.max_length
    return fragment


def _decimal(column: Column) -> Fragment:
    if not column.digits:
        return dict(DECIMAL)
    decimals = min(column.decimals or 0, column.digits)
    whole = max(column.digits - decimals, 1)
    fraction = rf"(\.\d{{1,{decimals}}})?" if decimals else ""
    return {"type": "string", "format": "decimal", "pattern": rf"^-?\d{{1,{whole}}}{fraction}$"}
