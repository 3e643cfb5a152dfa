"""ICP: the share of calls that cross a boundary."""

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def inter_call_percentage(graph: Graph, cut: Cut) -> Score:
    """Calls between different services over all calls between placed elements of different modules."""
    service = cut.placements["service"]
    calls = graph.links[graph.links["kind"] == "call"]
    source, target = calls["source"].map(service).fillna(""), calls["target"].map(service).fillna("")
    counted = (source != "") & (target != "")
    if not counted.any() or len(cut.services) < 2:  # noqa: PLR2004 - one service crosses nothing by definition
        return Score(metric="ICP", value=None, reason="No calls between two services could exist.", better="lower")
    return Score(metric="ICP", value=float((source != target)[counted].mean()), better="lower")
