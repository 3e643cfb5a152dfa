"""How much a cut cuts through, counted from the links alone: the figures that the report recomputes while people edit.

Breaks say more (they are explained, weighed and given a remedy), but cost a whole analysis. These counts follow one
rule each, and the report counts by the same rules in the browser.
"""

import pandas as pd

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph

USES = ("call", "reference", "decorate", "import")

RULES = {
    "uses": "pairs of a service and an element of another that it calls, references or imports",
    "inheritance": "pairs of a class and a base of another service",
    "reads": "pairs of a service and a table of another that it reads",
    "writes": "pairs of a service and a table of another that it writes",
    "tasks": "pairs of a service and a background task of another that it sends",
    "relations": "foreign keys and other relations between tables of two services",
}
"""What is counted, in the order of the report."""


def count_crossings(graph: Graph, cut: Cut) -> dict[str, int]:
    """The counts of ``RULES`` for this cut; only elements that a service owns take part."""
    placed = cut.placements.loc[cut.placements["verdict"] == "owned", "service"]
    owned = dict(zip(placed.index.astype(str), placed.astype(str), strict=True))
    links = graph.links
    across = pd.DataFrame(
        {
            "source": links["source"],
            "target": links["target"],
            "kind": links["kind"].astype(str),
            "from": [owned.get(key, "") for key in links["source"]],
            "to": [owned.get(key, "") for key in links["target"]],
        }
    )
    across = across[(across["from"] != "") & (across["to"] != "") & (across["from"] != across["to"])]
    return {
        "uses": _pairs(across[across["kind"].isin(USES)], "from"),
        "inheritance": _pairs(across[across["kind"] == "inherit"], "source"),
        "reads": _pairs(across[across["kind"] == "read"], "from"),
        "writes": _pairs(across[across["kind"] == "write"], "from"),
        "tasks": _pairs(across[across["kind"] == "task"], "from"),
        "relations": _relations(graph, owned),
    }


def _pairs(rows: pd.DataFrame, end: str) -> int:
    return len(set(zip(rows[end], rows["target"], strict=True)))


def _relations(graph: Graph, owned: dict[str, str]) -> int:
    fields = {(one.source, one.field, one.target) for one in graph.relations}
    ends = ((owned.get(source, ""), owned.get(target, "")) for source, _, target in fields)
    return sum(1 for source, target in ends if source and target and source != target)
