"""Breaks: everything a cut severs, each with the places that prove it and a remedy."""

from typing import Literal

from msgspec import Struct

BreakKind = Literal[
    "call",
    "instance_passed",
    "inheritance",
    "reference",
    "foreign_key",
    "one_to_one",
    "many_to_many",
    "join",
    "transaction",
    "signal",
    "task",
    "shared_state",
    "shared_constant",
    "circular_dependency",
    "authentication",
    "data_access",  # code of one service reads or writes a table of another directly
    "test",
]

Automation = Literal["automatic", "with_loss", "decision"]
"""What can become REST by itself, what with a stated loss, and what only a person can decide."""


class Occurrence(Struct, frozen=True, order=True):
    """One place in the source: ``element`` is the key of the code around it."""

    file: str
    line: int
    element: str = ""
    target: str = ""
    in_loop: bool = False
    in_request: bool = False
    detail: str = ""


class Remedy(Struct, frozen=True):
    """What to do: ``kind`` is a slug (rest_operation, batch_operation, identifier_and_transfer_object, saga, ...)."""

    kind: str
    title: str
    reason: str
    automation: Automation
    loss: str = ""
    steps: tuple[str, ...] = ()


class Break(Struct, frozen=True):
    """One thing the cut severs. ``key`` is stable under unrelated edits (kind and both ends, never a line)."""

    key: str
    kind: BreakKind
    source: str  # element key, on the side that depends
    target: str  # element key, on the side depended on
    source_service: str
    target_service: str
    occurrences: tuple[Occurrence, ...]
    remedy: Remedy
    detail: str = ""
    facts: tuple[tuple[str, str], ...] = ()  # on_delete=CASCADE, fields used, saga steps, ...
    confidence: float = 1.0


class TableOwner(Struct, frozen=True):
    """Who owns a table: writers outrank readers; contested when no service has a clear claim."""

    table: str
    service: str
    share: float
    contested: bool
    claims: tuple[tuple[str, int, int], ...]  # (service, reads, writes)
    reason: str
