"""Modules and their links as GraphML and GEXF, for graph tools."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.rollup import GROUP_OF_LINK
from analyzer.model.study import Study
from analyzer.notation.prose import plain

_NODE = (("name", "string"), ("service", "string"), ("verdict", "string"), ("lines", "int"))
_EDGE = (("weight", "int"), ("calls", "int"), ("data", "int"), ("events", "int"), ("code", "int"))


Node = tuple[str, tuple[object, ...]]
Edge = tuple[str, str, tuple[int, ...]]


class Drawing(NamedTuple):
    """Nodes (key, values of ``_NODE``) and edges (source, target, values of ``_EDGE``), sorted."""

    nodes: list[Node]
    edges: list[Edge]


def draw(study: Study) -> Iterable[Artifact]:
    """``modules.graphml`` and ``modules.gexf``."""
    drawing = _drawing(study)
    yield Artifact("modules.graphml", _graphml(drawing))
    yield Artifact("modules.gexf", _gexf(drawing))


def _drawing(study: Study) -> Drawing:
    placed = study.graph.elements.join(study.cut.placements, how="inner")
    modules = placed[placed["kind"] == "module"].sort_index()
    rows = zip(
        modules.index.tolist(),
        modules["name"].tolist(),
        modules["service"].tolist(),
        modules["verdict"].tolist(),
        modules["lines"].tolist(),
        strict=True,
    )
    nodes: list[Node] = [
        (key, (plain(name), service, verdict, int(lines))) for key, name, service, verdict, lines in rows
    ]
    links = study.graph.links
    ends = pd.DataFrame(
        {
            "source": links["source"].str.partition("::")[0],
            "target": links["target"].str.partition("::")[0],
            "group": links["kind"].astype(str).map(GROUP_OF_LINK).fillna("code"),
        }
    )
    known = ends["source"].isin(modules.index) & ends["target"].isin(modules.index)
    ends = ends[known & (ends["source"] != ends["target"])]
    counts = ends.groupby(["source", "target", "group"], sort=True).size().unstack(fill_value=0)  # noqa: PD010 - one column a group
    groups = [name for name, _ in _EDGE[1:]]
    counts = counts.reindex(columns=groups, fill_value=0)
    edges: list[Edge] = [
        (source, target, (sum(values), *values))
        for (source, target), values in zip(counts.index, counts.astype(int).to_numpy().tolist(), strict=True)
    ]
    return Drawing(nodes, edges)


def _graphml(drawing: Drawing) -> str:
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for target, columns in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in columns:
            ET.SubElement(root, "key", {"id": f"{target}_{name}", "for": target, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    for key, values in drawing.nodes:
        _data(ET.SubElement(graph, "node", id=plain(key, 4000)), "node", _NODE, values)
    for source, target, numbers in drawing.edges:
        _data(
            ET.SubElement(graph, "edge", source=plain(source, 4000), target=plain(target, 4000)), "edge", _EDGE, numbers
        )
    return _document(root)


def _data(parent: ET.Element, prefix: str, columns: tuple[tuple[str, str], ...], values: tuple[object, ...]) -> None:
    for (name, _), value in zip(columns, values, strict=True):
        ET.SubElement(parent, "data", key=f"{prefix}_{name}").text = str(value)


def _gexf(drawing: Drawing) -> str:
    root = ET.Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    for target, columns in (("node", _NODE), ("edge", _EDGE)):
        attributes = ET.SubElement(graph, "attributes", {"class": target, "mode": "static"})
        for number, (name, kind) in enumerate(columns):
            ET.SubElement(
                attributes, "attribute", id=str(number), title=name, type="integer" if kind == "int" else kind
            )
    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    for key, values in drawing.nodes:
        _attvalues(ET.SubElement(nodes, "node", id=plain(key, 4000), label=str(values[0])), values)
    for number, (source, target, numbers) in enumerate(drawing.edges):
        ends = {"source": plain(source, 4000), "target": plain(target, 4000), "weight": str(numbers[0])}
        _attvalues(ET.SubElement(edges, "edge", {"id": str(number), **ends}), numbers)
    return _document(root)


def _attvalues(parent: ET.Element, values: tuple[object, ...]) -> None:
    holder = ET.SubElement(parent, "attvalues")
    for number, value in enumerate(values):
        ET.SubElement(holder, "attvalue", {"for": str(number), "value": str(value)})


def _document(root: ET.Element) -> str:
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


RENDERER = Renderer("graph", "Modules and links as GraphML and GEXF", draw, default=False)
