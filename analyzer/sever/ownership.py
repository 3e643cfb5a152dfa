"""Who owns each table: writers outrank readers, and a tie is reported as contested."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analyzer.model.breaks import TableOwner
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph, Table
from analyzer.model.lookup import looked_up
from analyzer.model.remembered import remembered
from analyzer.sever.certainty import LEAST, with_certainty
from analyzer.sever.placed import sides_of

CLEAR_SHARE = 0.5
"""The owner must hold more than half of the writes; otherwise the other services together write as much as it does."""

Claims = dict[str, Counter[str]]
"""Service key to places that read and that write."""


def claim_tables(graph: Graph, cut: Cut) -> tuple[TableOwner, ...]:
    """One owner a table: where the cut puts it, or the strongest claim where the cut leaves it to nobody.

    A table that only old migrations know and no code uses is left out: most often it was renamed or dropped.
    """
    return remembered(cut, ("owners of tables", graph), lambda: _owners(graph, cut))


def _owners(graph: Graph, cut: Cut) -> tuple[TableOwner, ...]:
    owned = sides_of(cut)
    claims = _claims(graph, owned)
    return tuple(
        _decide(table, claims.get(table.key, {}), _home(table, owned))
        for table in sorted(graph.tables, key=lambda one: one.key)
        if table.evidence != "migration" or table.key in claims
    )


def _claims(graph: Graph, owned: Mapping[Any, str]) -> dict[str, Claims]:
    """Reads and writes of each table by service, in places of code: tests and migrations do not claim."""
    uses = believed_uses(graph)
    uses = uses.assign(service=looked_up(uses["source"], owned))
    uses = uses[uses["service"] != ""].drop_duplicates(["source", "target", "kind", "file", "line"])
    counts = uses.groupby(["target", "service", "kind"]).size().reset_index(name="count")
    claims: dict[str, Claims] = {}
    for table, service, kind, count in counts.itertuples(index=False, name=None):
        claims.setdefault(table, {}).setdefault(service, Counter())[kind] += int(count)
    return claims


def believed_uses(graph: Graph) -> pd.DataFrame:
    """Reads and writes by code that are the only candidate of their place."""
    uses = with_certainty(graph.links[graph.links["kind"].isin(("read", "write"))])
    uses = uses[uses["certainty"] > LEAST]
    roles = dict(zip(graph.elements.index.tolist(), graph.elements["role"].tolist(), strict=True))
    return uses[looked_up(uses["source"], roles) == "code"]


def _home(table: Table, owned: Mapping[Any, str]) -> str:
    """Where the cut puts the table: by itself, else with the class that maps it; an old migration is no home."""
    if table.evidence == "migration":
        return ""
    return str(owned.get(table.key, "") or owned.get(table.element, ""))


def _decide(table: Table, claims: Claims, home: str) -> TableOwner:
    deciding = "write" if any(counts["write"] for counts in claims.values()) else "read"
    ranked = sorted(claims, key=lambda one: (-claims[one]["write"], -claims[one]["read"], one != home, one))
    owner = home or (ranked[0] if ranked else "")
    total = sum(counts[deciding] for counts in claims.values())
    share = claims[owner][deciding] / total if total and owner in claims else 0.0
    rows = [*ranked, *([home] if home and home not in claims else [])]
    return TableOwner(
        table=table.key,
        service=owner,
        share=round(share, 4),
        contested=bool(total) and share <= CLEAR_SHARE and (deciding == "write" or not home),
        claims=tuple(
            (one, claims[one]["read"], claims[one]["write"]) if one in claims else (one, 0, 0) for one in rows
        ),
        reason=_reason(claims, owner, home, ranked),
    )


def _reason(claims: Claims, owner: str, home: str, ranked: list[str]) -> str:
    if not owner:
        return "No service reads or writes it in the code that was read."
    said = f"{_uses(claims, owner)} come from {owner}"
    said += ", where the cut puts it" if owner == home else "; the code that maps it belongs to no single service"
    rivals = [one for one in ranked if one != owner]
    if rivals:
        said += f"; next is {rivals[0]} with {_uses(claims, rivals[0])}"
    return f"{said}."


def _uses(claims: Claims, service: str) -> str:
    counts = claims.get(service, Counter())
    return " and ".join(f"{counts[kind]} {kind}{'' if counts[kind] == 1 else 's'}" for kind in ("write", "read"))
