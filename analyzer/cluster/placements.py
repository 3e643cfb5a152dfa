"""Place every element of the graph exactly once: modules by their group, what is inside them with them."""

from collections import Counter, defaultdict

import pandas as pd
from msgspec import Struct

from analyzer.cluster.pieces import pieces
from analyzer.cluster.ruling import Ruling
from analyzer.cluster.terrain import Terrain
from analyzer.cluster.verdicts import Standpoint, verdict_of
from analyzer.model.cut import PLACEMENT_COLUMNS, ServiceKind
from analyzer.model.graph import Graph

Row = tuple[str, str, float, str, str, float, bool]


class Drawn(Struct, frozen=True):
    """What the placements are made from; ``services``: module -> service key, ``keys``: label -> service key."""

    services: dict[str, str]
    keys: dict[str, str]
    kinds: dict[str, ServiceKind]  # by service key
    steady: dict[str, float]
    ruling: Ruling


def place(graph: Graph, terrain: Terrain, drawn: Drawn) -> pd.DataFrame:
    """One row an element, indexed like the graph, columns ``PLACEMENT_COLUMNS``."""
    point = Standpoint.of(graph, terrain, drawn.services, drawn.kinds)
    moved = pieces(graph, drawn.services) | {
        key: drawn.keys[label] for key, label in drawn.ruling.elements.items() if label in drawn.keys
    }
    taken_apart = {key.partition("::")[0] for key in moved}
    tables = _tables(graph, drawn.services)
    rows: dict[Row, int] = {}
    numbers = []
    decided: dict[str, tuple[str, str, str, float]] = {}
    for key, kind in zip(graph.elements.index.tolist(), graph.elements["kind"].tolist(), strict=True):
        home = key.partition("::")[0]
        module = home if kind != "table" else tables.get(key, ("", ""))[0]
        if module and module not in decided:
            decided[module] = verdict_of(point, module, drawn.ruling)
        verdict, reason, nearest, pull = decided.get(module, ("unplaced", "No code of its own was seen.", "", 0.0))
        service = drawn.services.get(module, "") or tables.get(key, ("", ""))[1]
        owner = _owner(key, moved) if home in taken_apart else ""
        if owner and owner != service:
            service, verdict, nearest, pull = owner, "owned", service, 0.5
            reason = "Most of what uses it lies in this service, not where its module is."
        pinned = module in drawn.ruling.pinned or key in drawn.ruling.elements
        if pinned:
            rule = drawn.ruling.pinned.get(module, "")
            verdict = verdict if module in drawn.ruling.verdicts or verdict == "duplicated" else "owned"
            reason = f"A person placed it here: {drawn.ruling.rules.place(rule)}."
        row = (service, verdict, drawn.steady.get(module, 0.0), reason, nearest, pull, pinned)
        numbers.append(rows.setdefault(row, len(rows)))
    table = pd.DataFrame(list(rows), columns=list(PLACEMENT_COLUMNS)).astype(PLACEMENT_COLUMNS)
    return table.take(numbers).set_axis(graph.elements.index)


def _owner(key: str, moved: dict[str, str]) -> str:
    """The service a class or function was moved to, or the class or function around the element."""
    module, separator, inner = key.partition("::")
    parts = inner.split(".")
    if not separator:
        return moved.get(key, "")
    for depth in range(len(parts), 0, -1):
        found = moved.get(f"{module}::{'.'.join(parts[:depth])}")
        if found:
            return found
    return ""


def _tables(graph: Graph, services: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Table -> (module of its class, service); without a class, the service that writes it most, then reads it."""
    placed = {}
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    accesses = graph.links[graph.links["kind"].isin(["read", "write"])]
    for source, target, kind in zip(
        accesses["source"].tolist(), accesses["target"].tolist(), accesses["kind"].tolist(), strict=True
    ):
        module = str(source).partition("::")[0]
        if module in services:
            uses[str(target)][module] += 1000 if kind == "write" else 1  # any writer outranks all readers
    for table in graph.tables:
        module = table.element.partition("::")[0]
        if module not in services and uses[table.key]:
            module = min(uses[table.key], key=lambda name: (-uses[table.key][name], name))
        placed[table.key] = (module if module in services else "", services.get(module, ""))
    return placed
