"""Who owns each table: writers outrank readers, and a tie is reported as contested."""

from collections import Counter

import pandas as pd

from analyzer.model.breaks import TableOwner
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph, Table

WRITE_WEIGHT = 3
"""A write counts as three reads: who changes data must own its rules; chosen so that a service which only reads
needs three times the places of one writer to look like an owner."""
CLEAR_SHARE = 0.5
"""The owner must hold more than half of the claim; otherwise other services together outweigh it."""


def claim_tables(graph: Graph, cut: Cut) -> tuple[TableOwner, ...]:
    """One owner a table, by the cut where it places the table, by the claims where it does not."""
    placements = cut.placements
    owned = placements.loc[placements["verdict"] == "owned", "service"]
    claims = _claims(graph, owned)
    return tuple(
        _decide(table, claims.get(table.key, {}), _home(table, owned))
        for table in sorted(graph.tables, key=lambda one: one.key)
    )


def _claims(graph: Graph, owned: "pd.Series[str]") -> dict[str, dict[str, Counter[str]]]:
    """Table key to service key to reads and writes, counted in places of code (tests and migrations do not claim)."""
    uses = graph.links[graph.links["kind"].isin(("read", "write"))]
    uses = uses[uses["source"].map(graph.elements["role"]) == "code"]
    uses = uses.assign(service=uses["source"].map(owned).fillna(""))
    uses = uses[uses["service"] != ""].drop_duplicates(["source", "target", "kind", "file", "line"])
    counts = uses.groupby(["target", "service", "kind"]).size().reset_index(name="count")
    claims: dict[str, dict[str, Counter[str]]] = {}
    for table, service, kind, count in counts.itertuples(index=False, name=None):
        claims.setdefault(table, {}).setdefault(service, Counter())[kind] += int(count)
    return claims


def _home(table: Table, owned: "pd.Series[str]") -> str:
    """Where the cut puts the table: by itself, else with the class that maps it."""
    return str(owned.get(table.key, "") or owned.get(table.element, ""))


def _decide(table: Table, claims: dict[str, Counter[str]], home: str) -> TableOwner:
    weights = {service: counts["read"] + WRITE_WEIGHT * counts["write"] for service, counts in claims.items()}
    ranked = sorted(weights, key=lambda service: (-weights[service], service != home, service))
    owner = home or (ranked[0] if ranked else "")
    total = sum(weights.values())
    share = weights.get(owner, 0) / total if total else 0.0
    rows = sorted({*claims, *([home] if home else [])}, key=lambda one: (-weights.get(one, 0), one))
    return TableOwner(
        table=table.key,
        service=owner,
        share=round(share, 4),
        contested=bool(total) and (share <= CLEAR_SHARE or _writes_more(claims, owner)),
        claims=tuple((one, claims.get(one, Counter())["read"], claims.get(one, Counter())["write"]) for one in rows),
        reason=_reason(claims, owner, home, ranked),
    )


def _writes_more(claims: dict[str, Counter[str]], owner: str) -> bool:
    own = claims.get(owner, Counter())["write"]
    return any(counts["write"] > own for service, counts in claims.items() if service != owner)


def _reason(claims: dict[str, Counter[str]], owner: str, home: str, ranked: list[str]) -> str:
    if not owner:
        return "No service reads or writes it in the code that was read."
    own = claims.get(owner, Counter())
    said = f"{_times(own['write'], 'write')} and {_times(own['read'], 'read')} come from {owner}"
    said += ", where the cut puts it" if owner == home else "; the code that maps it belongs to no single service"
    rivals = [one for one in ranked if one != owner]
    if rivals:
        best = claims[rivals[0]]
        said += f"; next is {rivals[0]} with {_times(best['write'], 'write')} and {_times(best['read'], 'read')}"
    return said[0].upper() + said[1:] + "."


def _times(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
