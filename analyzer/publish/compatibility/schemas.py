"""JSON Schemas compared: where one refuses values that the other accepts."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
Document = Mapping[str, Any]

_ALL_TYPES = frozenset({"string", "integer", "number", "boolean", "null", "array", "object"})
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_EXACT = ("pattern", "format", "contentEncoding", "multipleOf", "uniqueItems")
_MAX_DEPTH = 40  # schemas inside schemas; contracts that people read have a tenth of that


_MOST = 20  # findings kept for one pair of schemas: more of them say nothing new

Refusal = tuple[str, str]
"""The place inside the schema, and the reason."""


class Comparison:
    """Compares schemas of one document with those of another; a pair of named schemas is compared once.

    What is sent to a service is compared old (wide) with new (narrow); with ``answers``, what it sends new with old.
    """

    def __init__(self, wide: Document, narrow: Document, *, answers: bool = False) -> None:
        self.wide = wide
        self.narrow = narrow
        self.answers = answers
        self._known: dict[tuple[str, str], list[Refusal]] = {}

    def refusals(self, wide: Schema, narrow: Schema, depth: int = 0) -> list[Refusal]:
        """Where ``narrow`` refuses what ``wide`` accepts; schemas that contain themselves are taken to agree there."""
        names = (str(wide.get("$ref", "")), str(narrow.get("$ref", "")))
        if names in self._known or depth > _MAX_DEPTH:
            return self._known.get(names, [])
        if all(names):
            self._known[names] = []
        found = list(self._branches(resolved(self.wide, wide), resolved(self.narrow, narrow), depth))[:_MOST]
        if all(names):
            self._known[names] = found
        return found

    def _branches(self, wide: Schema, narrow: Schema, depth: int) -> Iterator[Refusal]:
        accepted, left = (schema.get("anyOf", schema.get("oneOf", [schema])) for schema in (wide, narrow))
        if len(accepted) == len(left) == 1:
            yield from self._plain(resolved(self.wide, accepted[0]), resolved(self.narrow, left[0]), depth)
            return
        for branch in accepted:
            if all(self.refusals(branch, other, depth + 1) for other in left):
                yield "", f"{_said(branch)} is no longer allowed"

    def _plain(self, wide: Schema, narrow: Schema, depth: int) -> Iterator[Refusal]:
        lost = _types(wide) - _types(narrow)
        if lost:
            yield "", f"type {', '.join(sorted(lost))} is no longer allowed"
            return
        yield from (("", reason) for reason in _limits(wide, narrow))
        if "array" in _types(wide):
            found = self.refusals(wide.get("items", {}), narrow.get("items", {}), depth + 1)
            yield from ((f"[]{place}", reason) for place, reason in found)
        if "object" in _types(wide):
            yield from self._objects(wide, narrow, depth)

    def _objects(self, wide: Schema, narrow: Schema, depth: int) -> Iterator[Refusal]:
        for name in sorted(set(narrow.get("required", ())) - set(wide.get("required", ()))):
            yield f".{name}", "is required"
        before, after = wide.get("properties", {}), narrow.get("properties", {})
        for name in sorted(before.keys() & after.keys()):
            found = self.refusals(before[name], after[name], depth + 1)
            yield from ((f".{name}{place}", reason) for place, reason in found)
        yield from self._lost(before, after)
        rest = (wide.get("additionalProperties", True), narrow.get("additionalProperties", True))
        if rest[1] is False and rest[0] is not False:
            yield "", "further fields are refused"
        elif isinstance(rest[0], Mapping) and isinstance(rest[1], Mapping):
            found = self.refusals(rest[0], rest[1], depth + 1)
            yield from ((f".*{place}", reason) for place, reason in found)

    def _lost(self, wide: Mapping[str, Any], narrow: Mapping[str, Any]) -> Iterator[Refusal]:
        """Fields of the old version that the new one no longer names: nobody reads them there, or sends them."""
        old, new = (narrow, wide) if self.answers else (wide, narrow)
        said = "is no longer sent" if self.answers else "is no longer read"
        yield from ((f".{name}", said) for name in sorted(old.keys() - new.keys()))


def resolved(document: Document, schema: Schema) -> Schema:
    """The schema itself, or the one its ``$ref`` names; an unknown one accepts everything."""
    for _ in range(_MAX_DEPTH):
        path = str(schema.get("$ref", ""))
        if not path.startswith("#/"):
            return schema
        found: Any = document
        for part in path[2:].split("/"):
            found = found.get(part.replace("~1", "/").replace("~0", "~"), {}) if isinstance(found, Mapping) else {}
        schema = found if isinstance(found, Mapping) else {}
    return schema


def _types(schema: Schema) -> frozenset[str]:
    said = schema.get("type")
    names = frozenset([said] if isinstance(said, str) else said or _ALL_TYPES)
    return names | {"integer"} if "number" in names else names


def _limits(wide: Schema, narrow: Schema) -> Iterator[str]:
    values = _values(narrow)
    if values is not None:
        lost = sorted(_values(wide) - values) if _values(wide) is not None else ["any other value"]  # type: ignore[operator]
        yield from (f"{value} is no longer allowed" for value in lost)
    for key in (*_LOWER, *_UPPER):
        if isinstance(narrow.get(key), int | float) and _is_tighter(key, wide.get(key), narrow[key]):
            yield f"{key} is now {narrow[key]}"
    yield from (f"{key} is now {narrow[key]}" for key in _EXACT if key in narrow and narrow[key] != wide.get(key))


def _is_tighter(key: str, before: object, after: float) -> bool:
    if not isinstance(before, int | float):
        return True
    return after > before if key in _LOWER else after < before


def _values(schema: Schema) -> set[str] | None:
    if "const" in schema:
        return {json.dumps(schema["const"])}
    return {json.dumps(value) for value in schema["enum"]} if "enum" in schema else None


def _said(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rsplit("/", 1)[-1] or str(schema.get("type", "a value"))
