"""Which instances really cross a call: one candidate, and none that the annotations rule out."""

import re
from collections import defaultdict

from analyzer.model.graph import Graph, Handover, Signature

OPEN = frozenset(("Any", "Model", "QuerySet", "object"))
"""Annotations that say nothing about which class it is."""


def believable_handovers(graph: Graph) -> list[Handover]:
    """The hand-overs with a single table that fits what the function says of its parameter or result."""
    candidates: dict[tuple[str, str, str, int], set[str]] = defaultdict(set)
    for one in graph.handovers:
        candidates[one.element, one.function, one.parameter, one.line].add(one.table)
    signatures = {one.element: one for one in graph.signatures}
    classes = {table.key: table.element.rpartition("::")[2].rpartition(".")[2] for table in graph.tables}
    return [
        one
        for one in graph.handovers
        if len(candidates[one.element, one.function, one.parameter, one.line]) == 1
        and _fits(signatures.get(one.function), one, classes.get(one.table, ""))
    ]


def _fits(signature: Signature | None, handover: Handover, name: str) -> bool:
    """Whether the annotation names the class, or nothing in particular.

    A result of unknown type counts when the caller uses it as an instance, not when it is dropped or passed on.
    """
    if signature is None or not name:
        return True
    annotations = {one.name: one.annotation for one in signature.parameters}
    text = annotations.get(handover.parameter, "") if handover.parameter else signature.returns
    words = set(re.findall(r"\w+", text))
    if not words and not handover.parameter:
        return bool(handover.fields)
    return not words or name in words or bool(words & OPEN)
