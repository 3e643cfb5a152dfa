"""Two versions of a contract compared: what changed, and whether it breaks those who call the service."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.publish.compatibility.changes import Change
from analyzer.publish.compatibility.events import event_changes
from analyzer.publish.compatibility.operations import operation_changes

__all__ = ["Change", "compare"]

Document = Mapping[str, Any]


def compare(old: Document, new: Document) -> tuple[Change, ...]:
    """Every change between two OpenAPI or two AsyncAPI documents, breaking ones first, then by place."""
    found = event_changes(old, new) if "asyncapi" in old else operation_changes(old, new)
    changes = {*found, *_version(old, new)}
    return tuple(sorted(changes, key=lambda change: (not change.breaking, change.place, change.what)))


def _version(old: Document, new: Document) -> Iterator[Change]:
    before, after = (document.get("info", {}).get("version") for document in (old, new))
    if before != after:
        yield Change("info.version", f"the version goes from {before} to {after}", breaking=False)
