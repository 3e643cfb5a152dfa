"""Who owns the data: tables by services, reads and writes apart, and what is contested."""

from analyzer.model.breaks import TableOwner
from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import table


def data_lines(study: Study) -> list[str]:
    """The matrix of tables and services; the contested tables with their contenders."""
    if not study.owners:
        return ["## Data", "", "No table was seen.", ""]
    names = {one.key: one.name for one in study.graph.tables}
    claiming = {service for one in study.owners for service, _, _ in one.claims}
    known = [service.key for service in study.cut.services if service.key in claiming]
    services = [*known, *sorted(claiming - set(known) - {""})]
    rows = [_row(one, names.get(one.table, one.table), services) for one in study.owners]
    lines = ["## Data", "", "Places in the code that write and read each table (`writes w reads r`), by service:", ""]
    lines += table(("Table", "Owner", "Share", *(markdown(key) for key in services)), rows)
    contested = [one for one in study.owners if one.contested]
    if contested:
        lines += ["### Contested tables", ""]
        lines += [f"- **{markdown(names.get(one.table, one.table))}**: {markdown(one.reason)}" for one in contested]
        lines += [""]
    return lines


def _row(one: TableOwner, name: str, services: list[str]) -> tuple[object, ...]:
    cells = {service: _cell(reads, writes) for service, reads, writes in one.claims}
    owner = f"{one.service or 'nobody'}{' (contested)' if one.contested else ''}"
    share = f"{one.share:.0%}" if any(cells.values()) else ""
    return (name, owner, share, *(cells.get(service, "") for service in services))


def _cell(reads: int, writes: int) -> str:
    return " ".join(f"{count}{mark}" for count, mark in ((writes, "w"), (reads, "r")) if count)
