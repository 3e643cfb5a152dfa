"""Examples that satisfy JSON Schema fragments and named schemas."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from analyzer.model.contract import Schema

Fragment = Mapping[str, Any]

_EXAMPLES = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "duration": "PT15M",
    "uuid": "0d2c0c0e-6a3c-4b9a-9d3f-1f6f0a5b7c11",
    "decimal": "1.50",
    "email": "person@example.com",
    "uri": "https://example.com/",
}
_MAX_DEPTH = 4  # schemas that contain schemas: an example that goes deeper helps nobody


def example(fragment: Fragment, schemas: Mapping[str, Schema], depth: int = 0) -> Any:  # noqa: ANN401 - any JSON
    """A value that satisfies the fragment; nullable parts are null once it gets deep, lists are then empty."""
    if "$ref" in fragment:
        return schema_example(schemas[str(fragment["$ref"]).rsplit("/", 1)[-1]], schemas, depth + 1)
    if "anyOf" in fragment:
        parts = fragment["anyOf"]
        null = {"type": "null"} in parts
        return None if null and depth >= _MAX_DEPTH else example(parts[0], schemas, depth)
    if "enum" in fragment:
        return fragment["enum"][0]
    by_type: dict[str, Callable[[], Any]] = {
        "array": lambda: _list_example(fragment, schemas, depth),
        "object": dict,
        "string": lambda: _text_example(fragment),
        "integer": lambda: max(1, fragment.get("minimum", 1)),
        "number": lambda: 1.5,
        "boolean": lambda: True,
        "null": lambda: None,
    }
    make = by_type.get(str(fragment.get("type")))
    return make() if make else "any JSON value"


def _list_example(fragment: Fragment, schemas: Mapping[str, Schema], depth: int) -> list[Any]:
    if depth >= _MAX_DEPTH and not fragment.get("minItems"):
        return []
    return [example(fragment.get("items", {}), schemas, depth + 1)]


def _text_example(fragment: Fragment) -> str:
    if fragment.get("contentEncoding") == "base64":
        return "ZXhhbXBsZQ=="
    value = _EXAMPLES.get(str(fragment.get("format")), "example")
    pattern = fragment.get("pattern")
    if pattern and not re.search(pattern, value):
        value = next(
            (
                candidate
                for candidate in ("1.5", "1", "0", "person@example.com", "example")
                if re.search(pattern, candidate)
            ),
            value,
        )
    return value[: fragment.get("maxLength", len(value))]


def schema_example(schema: Schema, schemas: Mapping[str, Schema], depth: int = 0) -> Any:  # noqa: ANN401 - any JSON
    """An example of a named schema; a schema that contains itself without end gets no example (``None``)."""
    if schema.enum:
        return schema.enum[0]
    if depth > _MAX_DEPTH * 3:
        return None
    return {
        field.name: example(json.loads(field.schema), schemas, depth)
        for field in schema.fields
        if field.required or depth == 0
    }
