"""Code of one service that reads or writes a table of another."""

from collections import Counter
from collections.abc import Iterable

from analyzer.model.breaks import Break, Remedy
from analyzer.sever.crossing import Crossing, busiest, confidence, gather, occurrences, times
from analyzer.sever.families import Families
from analyzer.sever.placed import spoken
from analyzer.sever.sides import Sides


def severed_access(sides: Sides) -> Iterable[Break]:
    """One break for each service, table of another service, and direction (reads apart from writes)."""
    rows = sides.crossing[sides.crossing["kind"].isin(("read", "write"))]
    families = Families(sides)
    for (service, table), found in gather(rows, "source_service", "target"):
        group = [served(sides, row) for row in found if not families.are_kin(row.source, sides.mapped_by(table))]
        writes = [row for row in group if row.kind == "write"]
        told = {(row.source, row.file, row.line) for row in writes} | sides.joined.get(table, set())
        reads = [row for row in group if row.kind == "read" and (row.source, row.file, row.line) not in told]
        for mode, places in (("read", reads), ("write", writes)):
            if places:
                yield _access_break(sides, places, (service, table, mode))


def served(sides: Sides, row: Crossing) -> Crossing:
    """A class that names the model it serves writes it when it answers requests; otherwise it only shows it."""
    shows = row.kind == "write" and row.detail == "view" and not sides.answers(row.source)
    return row._replace(kind="read") if shows else row


def _access_break(sides: Sides, group: list[Crossing], ends: tuple[str, str, str]) -> Break:
    service, table, mode = ends
    name = sides.name(table)
    loops = sum(row.in_loop for row in group)
    ways = Counter(row.detail.split(" ")[0] for row in group if row.detail)
    places = occurrences(group)
    return Break(
        key=f"data_access:{service}->{table}:{mode}",
        kind="data_access",
        source=busiest(group),
        target=table,
        source_service=service,
        target_service=group[0].target_service,
        occurrences=places,
        remedy=_write_remedy(name, loops) if mode == "write" else _read_remedy(name, loops),
        detail=f"{spoken(service)} {mode}s {name} in {times(len(places), 'place')}",
        facts=(("mode", mode), *((f"by {way}", str(number)) for way, number in sorted(ways.items()))),
        confidence=confidence(group),
    )


def _read_remedy(name: str, loops: int) -> Remedy:
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
