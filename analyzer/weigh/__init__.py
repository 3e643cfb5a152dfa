"""Turn the graph and the evidence into one weighted graph of modules, with each view's share kept."""

import pandas as pd

from analyzer.model.evidence import Evidence, Views
from analyzer.model.flows import coded
from analyzer.model.graph import Graph
from analyzer.model.words import path_words
from analyzer.settings import Settings
from analyzer.weigh.blend import blend
from analyzer.weigh.data import data_pairs
from analyzer.weigh.nearest import nearest
from analyzer.weigh.omnipresent import omnipresent
from analyzer.weigh.outside import outside_pairs
from analyzer.weigh.structure import structure_pairs
from analyzer.weigh.vocabulary import rare_words, telling_words


def weigh(graph: Graph, evidence: Evidence, settings: Settings) -> Views:
    """The undirected weighted graph that ``cluster`` cuts: one row a pair of modules, source < target.

    Nodes are all modules, whatever their role. Edges carry ``weight`` and one column a view: its share of the weight.
    """
    elements = graph.elements
    modules = elements[elements["kind"] == "module"].sort_index()
    keys = [str(key) for key in modules.index]
    words = {key: path_words(str(name)) for key, name in zip(keys, modules["name"].tolist(), strict=True)}
    numbered = coded(graph)
    structure = structure_pairs(numbered, keys)
    everywhere = omnipresent(numbered, keys)
    views = {
        "structure": structure,
        "data": data_pairs(numbered, set(keys)),
        "words": nearest(rare_words(words)),
        "vocabulary": nearest(telling_words(dict(zip(keys, modules["words"].tolist(), strict=True)))),
        **outside_pairs(evidence, set(keys)),
    }
    nodes = pd.DataFrame(
        {
            "name": modules["name"].astype("str"),
            "role": modules["role"].astype("str"),
            "size": modules["lines"],
            "omnipresent": pd.Series([key in everywhere for key in keys], index=modules.index, dtype="bool"),
            "layer": "",
            "unit": "module",
            "words": [" ".join(words[key]) for key in keys],
        },
        index=modules.index,
    )
    return Views(nodes=nodes, edges=blend(views, settings.weigh.strengths(), everywhere))
