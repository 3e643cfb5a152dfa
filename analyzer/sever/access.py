"""Code of one service that reads or writes a table of another."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from analyzer.model.breaks import Break, Remedy
from analyzer.model.lookup import looked_up
from analyzer.sever.crossing import Crossing, busiest, confidence, gather, occurrences, times
from analyzer.sever.sides import Sides

NAMING = ("call", "reference")


def severed_access(sides: Sides) -> Iterable[Break]:
    """One break for each service, table of another service, and direction (reads apart from writes)."""
    rows = sides.crossing
    tables = looked_up(rows["target"], {**{key: key for key in sides.tables}, **sides.table_of_class})
    rows = rows.assign(table=tables)[tables != ""]
    rows = rows[rows["kind"].isin(("read", "write", *NAMING))]
    rows = rows.assign(mode=looked_up(rows["kind"], {"write": "write"}, "read"))
    for (service, table, mode), group in gather(_without_explained(rows), "source_service", "table", "mode"):
        yield _access_break(sides, group, (service, table, mode))


def _without_explained(rows: pd.DataFrame) -> pd.DataFrame:
    """Drop uses of the model class that a read or write of its table in the same element explains."""
    naming = rows["kind"].isin(NAMING)
    explained = pd.MultiIndex.from_frame(rows.loc[~naming, ["source", "table"]])
    return rows[~naming | ~pd.MultiIndex.from_frame(rows[["source", "table"]]).isin(explained)]


def _access_break(sides: Sides, group: list[Crossing], ends: tuple[str, str, str]) -> Break:
    service, table, mode = ends
    name = sides.name(table)
    loops = sum(row.in_loop for row in group)
    ways = Counter(row.detail.split(" ")[0] for row in group if row.detail and row.kind not in NAMING)
    return Break(
        key=f"data_access:{service}->{table}:{mode}",
        kind="data_access",
        source=busiest(group),
        target=table,
        source_service=service,
        target_service=group[0].target_service,
        occurrences=occurrences(group),
        remedy=_write_remedy(name, loops) if mode == "write" else _read_remedy(name, loops, group),
        detail=f"{service} {mode}s {name} in {times(len(group), 'place')}",
        facts=(("mode", mode), *((f"by {way}", str(number)) for way, number in sorted(ways.items()))),
        confidence=confidence(group),
    )


def _read_remedy(name: str, loops: int, group: list[Crossing]) -> Remedy:
    if all(row.kind in NAMING for row in group):
        return Remedy(
            kind="identifier_and_transfer_object",
            title="Name the type in the contract, not the model class",
            reason=f"The model class {name} is named here, and no query on it was seen.",
            automation="with_loss",
            loss="Checks by class (isinstance, registries, generic relations) need another way to tell the kind.",
        )
    hot = f" {times(loops, 'read')} inside a loop: ask for all of them at once." if loops else ""
    return Remedy(
        kind="batch_query" if loops else "query_operation",
        title="Batch query of the owner" if loops else "Query operation of the owner",
        reason=f"Only the owner of {name} may know how it is stored; readers ask for the fields they need.{hot}",
        automation="with_loss",
        loss="Filters and fields must be chosen in advance; the answer may be older than the row.",
        steps=("publish a query with the filters used here", "keep a replica by events where the reads are hot"),
    )


def _write_remedy(name: str, loops: int) -> Remedy:
    hot = f" {times(loops, 'write')} inside a loop: send them as one command." if loops else ""
    return Remedy(
        kind="command_operation",
        title="Command of the owner",
        reason=f"Writing {name} from outside goes around its owner's rules; say what happened and let it write.{hot}",
        automation="decision",
        loss="The write is no longer in the caller's transaction.",
        steps=("name the intention behind each write", "publish it as an idempotent command of the owner"),
    )
