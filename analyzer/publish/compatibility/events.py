"""AsyncAPI documents compared, message by message."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.publish.compatibility.changes import Change
from analyzer.publish.compatibility.schemas import Comparison, resolved

Document = Mapping[str, Any]

_KNOWN = {"is required": "may be missing", "is no longer sent": "is no longer sent"}


def event_changes(old: Document, new: Document) -> Iterator[Change]:
    """Changes of the messages: one that is sent must still be understood, one that is received still accepted."""
    before, after = _messages(old), _messages(new)
    for key in sorted(before.keys() | after.keys()):
        place = f"{key[0]} {key[1]}"
        if key not in after:
            yield Change(place, "is gone", breaking=True)
        elif key not in before:
            yield Change(place, "is new", breaking=False)
        elif key[0] == "send":
            for where, reason in Comparison(new, old, answers=True).refusals(after[key], before[key]):
                said = _KNOWN.get(reason, f"may be something else ({reason})")
                yield Change(f"{place}{where}", said, breaking=True)
        else:
            for where, reason in Comparison(old, new).refusals(before[key], after[key]):
                yield Change(f"{place}{where}", reason, breaking=True)


def _messages(document: Document) -> dict[tuple[str, str], Document]:
    """Payload schemas by action and the address of the channel."""
    found = {}
    for operation in document.get("operations", {}).values():
        channel = resolved(document, operation.get("channel", {}))
        for message in operation.get("messages", ()):
            payload = resolved(document, resolved(document, message)).get("payload", {})
            found[str(operation.get("action")), str(channel.get("address"))] = payload
    return found
