"""How sure a link is, counting the candidates that were kept for one place, and which links are sure enough."""

from collections.abc import Callable

import pandas as pd

from analyzer.model.flows import coded
from analyzer.model.graph import LINK_COLUMNS, Graph
from analyzer.model.remembered import remembered

LEAST = 0.5
"""A use may have one other candidate, or candidates that mostly lie in the same service. Below that a reader who checks
the list against the source finds more wrong than right ones."""
ACCESSES = frozenset(("read", "write"))
LEGION = ("raw",)
"""Details of accesses that name several tables at once and mean all of them."""


def with_certainty(links: pd.DataFrame) -> pd.DataFrame:
    """The links with ``certainty``: their confidence, over the number of tables for one access on one line.

    One call that saves one row cannot write five tables; when five are named, each has a fifth of the chance.
    """
    certainty = links["confidence"].astype("float64")
    access = links["kind"].isin(ACCESSES) & ~links["detail"].isin(LEGION)
    rows = links.loc[access, ["source", "line", "kind", "detail", "target"]].drop_duplicates()
    tables = rows.groupby(["source", "line", "kind", "detail"], sort=False)["target"].transform("size")
    several = rows.assign(tables=tables)[tables > 1]
    if len(several):
        keys = ["source", "line", "kind", "detail", "target"]
        found = links[keys].merge(several, on=keys, how="left")["tables"]
        certainty = certainty / pd.Series(found.fillna(1.0).tolist(), index=links.index, dtype="float64")
    return links.assign(certainty=certainty)


def certain_links(graph: Graph) -> pd.DataFrame:
    """All links of a graph with their certainty, text as categories: see ``coded``."""
    links = coded(graph).links[list(LINK_COLUMNS)]
    return remembered(graph, "certain_links", lambda: with_certainty(links))


def doubtful(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows (with their certainty) not to be believed by themselves: an access needs to be the only candidate."""
    access = rows["kind"].isin(ACCESSES)
    return rows[(rows["certainty"] < LEAST) | (access & (rows["certainty"] <= LEAST))]


def sure(rows: pd.DataFrame, single: Callable[[str], bool]) -> "pd.Series[bool]":
    """Which rows are sure enough, adding up the candidates of one place that lie in the same service.

    Accesses and what is ``single`` (methods of models) are not added up: the mapper's own method, which is no
    candidate because it is not in the codebase, is more likely than any of several overrides.
    """
    place = ["source_service", "source", "line", "kind", "detail", "target_service"]
    together = rows.groupby(place, sort=False)["certainty"].transform("sum").tolist()
    columns = (rows[name].tolist() for name in ("certainty", "kind", "target"))
    believed = [
        alone > LEAST if kind in ACCESSES else (alone if kind == "call" and single(target) else weight) >= LEAST
        for weight, alone, kind, target in zip(together, *columns, strict=True)
    ]
    return pd.Series(believed, index=rows.index, dtype="bool")
