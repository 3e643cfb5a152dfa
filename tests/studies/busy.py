"""The market with every kind of tie that a cut can go through."""

import pandas as pd
from msgspec.structs import replace
from studies.market import AVAILABLE, CHECKOUT, INVOICE, ORDER, ORDERS, OUT_OF_STOCK, RESERVE, STOCK, TAX, market_study

from analyzer.model.graph import Event, Handover, Join, Permission, Relation, State, Transaction, TransactionStep
from analyzer.model.study import Study
from analyzer.sever import find_seams, sever

ORDERS_TABLE, LINES, ITEMS = "table::orders_order", "table::orders_line", "table::stock_item"


def busy_study() -> Study:
    """The market's study; nearly every kind of break is among those of its cut."""
    study = market_study()
    graph = replace(
        study.graph,
        links=_more_links(study.graph.links),
        relations=(Relation(LINES, ITEMS, "foreign_key", "item", "", "", "", "", "m.py", 1),),
        joins=(
            Join(CHECKOUT, (ORDERS_TABLE, ITEMS), "filter", "", "v.py", 1),
            Join(CHECKOUT, (ITEMS, ORDERS_TABLE), "filter", "", "v.py", 9),
            Join(INVOICE, (ORDERS_TABLE, LINES), "filter", "", "s.py", 1),
        ),
        transactions=(_writes(CHECKOUT, ORDERS_TABLE, ITEMS), _writes(INVOICE, ORDERS_TABLE, LINES)),
        events=(*study.graph.events, *_deletions()),
        handovers=(
            Handover(CHECKOUT, INVOICE, "order", ORDERS_TABLE, "v.py", 12),
            Handover(CHECKOUT, INVOICE, "", ORDERS_TABLE, "v.py", 12),
            Handover(f"{ORDER}.cancel", f"{ORDER}.total", "self", ORDERS_TABLE, "m.py", 3),
        ),
        permissions=(
            Permission(TAX, "login_required", "t.py", 1, ORDERS_TABLE),
            Permission(INVOICE, "is_staff", "s.py", 1, ORDERS_TABLE),
            Permission(CHECKOUT, "is_staff", "v.py", 1, ORDERS_TABLE),
            Permission(CHECKOUT, "is_staff", "v.py", 2, ""),
        ),
        states=(
            State(AVAILABLE, "memo", "available", "s.py", 1, ((RESERVE, "s.py", 2),), ((CHECKOUT, "v.py", 3),)),
            State(TAX, "global", "rates", "t.py", 1, (), ((CHECKOUT, "v.py", 3), (RESERVE, "s.py", 4))),
        ),
    )
    return replace(study, graph=graph, breaks=sever(graph, study.cut), seams=find_seams(graph))


def _more_links(links: pd.DataFrame) -> pd.DataFrame:
    """A read of another service's table and a base class of another service."""
    rows = [(INVOICE, ITEMS, "read"), (ORDER, OUT_OF_STOCK, "inherit")]
    more = [(source, target, kind, source.split("::")[0], 7, 1.0, False, "") for source, target, kind in rows]
    both = pd.concat([links, pd.DataFrame(more, columns=links.columns).astype(links.dtypes)])
    return both.sort_values(["source", "target", "kind", "file", "line"]).reset_index(drop=True)


def _deletions() -> tuple[Event, ...]:
    """An event of the framework: nobody here publishes it, so it comes from the class that is named as its sender."""
    handler = f"{STOCK}/receivers.py::on_placed"
    other = f"{ORDERS}/signals.py::order_placed"
    return (
        Event("framework.deleted", "subscribe", handler, ORDER, (), "r.py", 9),
        Event("framework.deleted", "subscribe", other, ORDER, (), "r.py", 12),
    )


def _writes(element: str, *tables: str) -> Transaction:
    steps = tuple(TransactionStep("write", table, line) for line, table in enumerate(tables, 1))
    return Transaction(element, "atomic", "v.py", 1, 9, steps)
