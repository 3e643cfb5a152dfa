"""Turn the graph and the evidence into one weighted graph of modules, with each view's share kept."""

import pandas as pd

from analyzer.model.evidence import Evidence, Views
from analyzer.model.graph import Graph
from analyzer.settings import Settings


def weigh(graph: Graph, evidence: Evidence, settings: Settings) -> Views:
    """The undirected weighted graph that ``cluster`` cuts: one row a pair of modules, source < target."""
    del evidence, settings
    elements = graph.elements
    code = elements[(elements["kind"] == "module") & (elements["role"] == "code")]
    nodes = pd.DataFrame({"size": code["lines"], "omnipresent": False, "layer": "", "unit": "module"}, index=code.index)
    return Views(nodes=nodes.sort_index(), edges=_structure(graph, nodes.index))


def _structure(graph: Graph, modules: "pd.Index[str]") -> pd.DataFrame:
    """Links between modules, counted; repeated links of one pair count less and less."""
    files = graph.links[["source", "target"]].apply(lambda column: column.str.partition("::")[0])
    files = files[(files["source"] != files["target"]) & files.isin(modules).all(axis=1)]
    pairs = pd.DataFrame({"source": files.min(axis=1), "target": files.max(axis=1)})
    counted = pairs.groupby(["source", "target"], sort=True).size().rename("weight").reset_index()
    counted["weight"] = counted["weight"].astype("float64") ** 0.5
    return counted.assign(structure=1.0)
