"""Newman's modularity of the links between modules."""

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def modularity(graph: Graph, cut: Cut) -> Score:
    """Q = sum over services of (inner links / links) - (degree / 2 links) squared (Newman and Girvan, 2004)."""
    files = graph.links[["source", "target"]].apply(lambda column: column.str.partition("::")[0])
    ends = files[files["source"] != files["target"]].apply(lambda column: column.map(cut.placements["service"]))
    ends = ends[(ends["source"].fillna("") != "") & (ends["target"].fillna("") != "")]
    if ends.empty:
        return Score(metric="modularity", value=None, reason="No links between modules.")
    inner = float((ends["source"] == ends["target"]).mean())
    degree = ends["source"].value_counts().add(ends["target"].value_counts(), fill_value=0) / (2 * len(ends))
    return Score(metric="modularity", value=inner - float((degree**2).sum()))
