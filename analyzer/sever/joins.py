"""Queries that read tables of several services at once."""

from collections.abc import Iterable
from itertools import groupby

from analyzer.model.breaks import Break, Remedy
from analyzer.model.graph import Join
from analyzer.sever.sides import Sides


def severed_joins(sides: Sides) -> Iterable[Break]:
    """One break for each piece of code and foreign table that its queries join in."""
    for (element, table), rows in groupby(_pairs(sides), key=lambda one: one[:2]):
        yield _join_break(sides, element, table, [row[2] for row in rows])


def _pairs(sides: Sides) -> list[tuple[str, str, Join]]:
    pairs = [
        (join.element, table, join)
        for join in sides.graph.joins
        if sides.is_code(join.element)
        for table in _foreign(sides, join)
    ]
    return sorted(pairs, key=lambda one: (one[0], one[1], one[2].file, one[2].line))


def _foreign(sides: Sides, join: Join) -> list[str]:
    """The tables that are not with the home of the query: its code, else its first table."""
    home = _home(sides, join)
    return sorted({table for table in join.tables if sides.service(table) not in ("", home)}) if home else []


def _home(sides: Sides, join: Join) -> str:
    services = {sides.service(table) for table in join.tables} - {""}
    if len(services) < 2:  # noqa: PLR2004 - one service can still join by itself
        return ""
    own = sides.service(join.element)
    return own or min(services)


def _join_break(sides: Sides, element: str, table: str, rows: list[Join]) -> Break:
    home = _home(sides, rows[0])
    ways = sorted({row.how for row in rows})
    near = sorted({one for row in rows for one in row.tables if one != table})
    return Break(
        key=f"join:{element}->{table}",
        kind="join",
        source=element,
        target=table,
        source_service=home,
        target_service=sides.service(table),
        occurrences=tuple(sorted({sides.place(element, r.file, r.line, (table, r.in_loop, r.how)) for r in rows})),
        remedy=_remedy(sides, table, ways),
        detail=f"{sides.name(element)} joins {sides.name(table)} with {', '.join(map(sides.name, near))}",
        facts=(("how", ", ".join(ways)), ("tables", ", ".join(map(sides.name, sorted({table, *near}))))),
    )


def _remedy(sides: Sides, table: str, ways: list[str]) -> Remedy:
    name = sides.name(table)
    if "aggregate" in ways or "raw_sql" in ways:
        return Remedy(
            kind="reporting_store",
            title="Reporting store fed by events",
            reason=f"The query counts or sums over rows that include {name}; no sequence of requests can do that well.",
            automation="decision",
            loss="The figures are a little behind the services.",
            steps=("publish the changes of the tables as events", "keep a read model for this query"),
        )
    if set(ways) <= {"select_related", "prefetch_related"}:
        return Remedy(
            kind="api_composition",
            title="API composition",
            reason=f"The rows of {name} are only loaded along; a second request by their identifiers does the same.",
            automation="with_loss",
            loss="Two reads at two moments instead of one consistent read.",
            steps=(f"collect the identifiers, ask the owner of {name} for all of them in one request",),
        )
    return Remedy(
        kind="api_composition_or_replica",
        title="API composition, or a replica of the columns filtered by",
        reason=f"The query follows a relation into {name}, whose rows move to another database.",
        automation="decision",
        loss="Two reads at two moments instead of one consistent read.",
        steps=("filter at the owner and pass identifiers when few rows match", "else keep a replica of these columns"),
    )
