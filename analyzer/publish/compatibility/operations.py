"""OpenAPI documents compared, operation by operation."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.publish.compatibility.changes import Change
from analyzer.publish.compatibility.problems import PROBLEM, problem_changes
from analyzer.publish.compatibility.schemas import Comparison, resolved

Document = Mapping[str, Any]
Pair = tuple[Document, Document]

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def operation_changes(old: Document, new: Document) -> Iterator[Change]:
    """Changes of the operations; one is the same as long as its method and the shape of its path are."""
    before, after = _operations(old), _operations(new)
    for key in sorted(before.keys() | after.keys()):
        if key not in after:
            place, operation = before[key]
            said = "is gone, as announced" if operation.get("deprecated") else "is gone without having been deprecated"
            yield Change(place, said, breaking=True)
        elif key not in before:
            yield Change(after[key][0], "is new", breaking=False)
        else:
            yield from _compare(before[key][0], (old, new), (before[key][1], after[key][1]))


def _operations(document: Document) -> dict[tuple[str, str], tuple[str, Document]]:
    found: dict[tuple[str, str], tuple[str, Document]] = {}
    for path, methods in document.get("paths", {}).items():
        shape = "/".join("{}" if part.startswith("{") else part for part in path.split("/"))
        for method in _METHODS:
            if method in methods:
                operation = {**methods[method]}
                operation["parameters"] = [*methods.get("parameters", ()), *operation.get("parameters", ())]
                found[method, shape] = (f"{method.upper()} {path}", operation)
    return found


def _compare(place: str, documents: Pair, operations: Pair) -> Iterator[Change]:
    before, after = operations
    if before.get("operationId") != after.get("operationId"):
        said = f"its operation id goes from {before.get('operationId')} to {after.get('operationId')}"
        yield Change(place, said, breaking=True)
    if after.get("deprecated") and not before.get("deprecated"):
        yield Change(place, "is deprecated", breaking=False)
    yield from _parameters(place, documents, operations)
    yield from _body(f"{place} request", documents, operations)
    yield from _answers(place, documents, operations)


def _parameters(place: str, documents: Pair, operations: Pair) -> Iterator[Change]:
    before, after = (
        _named_parameters(document, operation) for document, operation in zip(documents, operations, strict=True)
    )
    for key in sorted(before.keys() | after.keys()):
        where = f"{place} {key[0]} parameter {key[1]}"
        if key not in after:
            yield Change(where, "is gone", breaking=True)
        elif key not in before:
            required = bool(after[key].get("required"))
            yield Change(where, "is new and required" if required else "is new", breaking=required)
        else:
            if after[key].get("required") and not before[key].get("required"):
                yield Change(where, "is required", breaking=True)
            schemas = (before[key].get("schema", {}), after[key].get("schema", {}))
            for _, reason in Comparison(*documents).refusals(*schemas):
                yield Change(where, reason, breaking=True)


def _named_parameters(document: Document, operation: Document) -> dict[tuple[str, str], Document]:
    """Parameters by place and name; those of the path by position, for callers never see their names."""
    found: dict[tuple[str, str], Document] = {}
    for raw in operation["parameters"]:
        parameter = resolved(document, raw)
        kind = str(parameter.get("in"))
        position = sum(1 for key in found if key[0] == "path")
        found[kind, str(position) if kind == "path" else str(parameter.get("name"))] = parameter
    return found


def _body(place: str, documents: Pair, operations: Pair) -> Iterator[Change]:
    before, after = (
        resolved(document, operation.get("requestBody", {}))
        for document, operation in zip(documents, operations, strict=True)
    )
    if after and not before:
        yield Change(place, "needs a body", breaking=bool(after.get("required")))
    elif before and not after:
        yield Change(place, "no longer has a body", breaking=True)
    elif before:
        yield from _content(place, documents, (before, after), is_request=True)


def _answers(place: str, documents: Pair, operations: Pair) -> Iterator[Change]:
    before, after = (operation.get("responses", {}) for operation in operations)
    for status in sorted(before.keys() | after.keys()):
        where = f"{place} answer {status}"
        success = status.startswith("2")
        if status not in after:
            yield Change(where, "is gone", breaking=success)
        elif status not in before:
            yield Change(where, "is new", breaking=success)
        else:
            pair = (resolved(documents[0], before[status]), resolved(documents[1], after[status]))
            yield from _content(where, documents, pair, is_request=False)
    yield from problem_changes(place, documents, operations)


def _content(place: str, documents: Pair, holders: Pair, *, is_request: bool) -> Iterator[Change]:
    """A request must still accept what was sent; an answer must still be one that was expected."""
    before, after = (holder.get("content", {}) for holder in holders)
    for media in sorted(before.keys() - after.keys()):
        yield Change(place, f"{media} is gone", breaking=True)
    for media in sorted((before.keys() & after.keys()) - {PROBLEM}):
        schemas = (before[media].get("schema", {}), after[media].get("schema", {}))
        if is_request:
            yield from _new_fields(place, documents, schemas)
            found = Comparison(*documents).refusals(*schemas)
        else:
            found = Comparison(documents[1], documents[0], answers=True).refusals(schemas[1], schemas[0])
        for where, reason in found:
            said = reason if is_request else _as_seen_by_readers(reason)
            yield Change(f"{place}{where}", said, breaking=True)


def _new_fields(place: str, documents: Pair, schemas: Pair) -> Iterator[Change]:
    before, after = (
        resolved(document, schema).get("properties", {}) for document, schema in zip(documents, schemas, strict=True)
    )
    for name in sorted(after.keys() - before.keys()):
        yield Change(f"{place}.{name}", "is new", breaking=False)


def _as_seen_by_readers(reason: str) -> str:
    """The same finding from the other side: what the old answer did not allow, the new one may contain."""
    known = {"is required": "may be missing", "is no longer sent": "is no longer sent"}
    return known.get(reason, f"may be something else (as before: {reason})")
