"""The problems that two versions of an operation declare: each is an exception that callers may catch."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.publish.compatibility.changes import Change
from analyzer.publish.compatibility.schemas import resolved

Document = Mapping[str, Any]
Pair = tuple[Document, Document]

PROBLEM = "application/problem+json"


def problem_changes(place: str, documents: Pair, operations: Pair) -> Iterator[Change]:
    """One that is gone breaks those who catch it; a new one is caught as any other failure of the service."""
    before, after = (_problems(*pair) for pair in zip(documents, operations, strict=True))
    for kind in sorted(before.keys() | after.keys()):
        where = f"{place} problem {kind}"
        if kind not in after:
            yield Change(where, "is gone", breaking=True)
        elif kind not in before:
            yield Change(where, "is new", breaking=False)
        elif before[kind] != after[kind]:
            yield Change(where, f"its status goes from {_said(before[kind])} to {_said(after[kind])}", breaking=True)


def _problems(document: Document, operation: Document) -> dict[str, set[str]]:
    """Types of problems to the statuses that they are declared with."""
    found: dict[str, set[str]] = {}
    for status, answer in operation.get("responses", {}).items():
        schema = resolved(document, answer).get("content", {}).get(PROBLEM, {}).get("schema", {})
        for option in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())):
            kind = resolved(document, option).get("properties", {}).get("type", {}).get("const")
            if isinstance(kind, str):
                found.setdefault(kind, set()).add(str(status))
    return found


def _said(statuses: set[str]) -> str:
    return ", ".join(sorted(statuses))
