"""Units, the pieces that can be moved: modules, tables, and elements placed apart from their module."""

from typing import Any, NamedTuple

import pandas as pd

from analyzer.model.study import Study
from analyzer.renderers.html_page.columns import Texts, codes, shares, steps

KINDS = ("module", "class", "function", "variable", "table")


class Units(NamedTuple):
    """``frame``: one row a unit with its placement, sorted by key; ``of``: element key to number of its unit."""

    frame: pd.DataFrame
    of: dict[str, int]


def find_units(study: Study) -> Units:
    """Every module and table, and every element whose placement differs from that of its container."""
    elements = study.graph.elements
    placed = elements.join(study.cut.placements, how="inner")
    placed = placed[placed["role"].isin(["code", ""])].sort_index()
    home = dict(zip(placed.index, zip(placed["service"], placed["verdict"], strict=True), strict=True))
    representative: dict[str, str] = {}
    for key, parent in zip(placed.index, placed["parent"], strict=True):
        same = parent in home and home[parent] == home[key]
        representative[key] = representative.get(parent, key) if same else key
    frame = placed[[representative[key] == key for key in placed.index]]
    number = {key: position for position, key in enumerate(frame.index)}
    return Units(frame, {key: number[unit] for key, unit in representative.items()})


def unit_columns(study: Study, units: Units, texts: Texts) -> dict[str, Any]:
    """The units column by column; services by position, -1 for none."""
    frame = units.frame
    position = {service.key: number for number, service in enumerate(study.cut.services)}
    return {
        "key": codes(texts, frame.index),
        "kind": [KINDS.index(kind) for kind in frame["kind"]],
        "name": codes(texts, frame["name"]),
        "module": codes(texts, frame["module"]),
        "file": codes(texts, frame["file"]),
        "line": frame["line"].tolist(),
        "lines": frame["lines"].tolist(),
        "service": [position.get(key, -1) for key in frame["service"]],
        "verdict": codes(texts, frame["verdict"]),
        "stability": shares(frame["stability"]),
        "reason": codes(texts, frame["reason"]),
        "nearest": [position.get(key, -1) for key in frame["nearest"]],
        "pull": shares(frame["pull"]),
        "pinned": [int(pinned) for pinned in frame["pinned"]],
    }


class Inner(NamedTuple):
    """Elements inside units. ``node``: every element key to its number, units first, then ``frame`` row by row."""

    frame: pd.DataFrame
    node: dict[str, int]
    left_out: int


def find_inner(study: Study, units: Units, limit: int) -> Inner:
    """Classes, functions and variables inside units; above ``limit`` none, and links then end at units."""
    placed = study.graph.elements.join(study.cut.placements[["verdict"]], how="inner").sort_index()
    own = set(units.frame.index)
    inside = placed[[key in units.of and key not in own for key in placed.index]]
    if len(inside) > limit:
        return Inner(inside.iloc[:0], dict(units.of), len(inside))
    first = len(units.frame)
    number = {key: position for position, key in enumerate(units.frame.index)}
    number |= {key: first + position for position, key in enumerate(inside.index)}
    return Inner(inside, number, 0)


def element_columns(units: Units, inner: Inner, texts: Texts) -> dict[str, Any]:
    """The elements inside units, for the search, the pages of their modules and the counting of breaks."""
    return {
        "unit": steps([units.of[key] for key in inner.frame.index]),
        "kind": [KINDS.index(kind) for kind in inner.frame["kind"]],
        "name": codes(texts, inner.frame["name"]),
        "line": inner.frame["line"].tolist(),
        "left_out": inner.left_out,
    }


def link_columns(study: Study, units: Units, inner: Inner) -> dict[str, Any]:
    """Links from units to elements, added up by kind.

    ``count`` is the occurrences, ``sources`` the distinct elements they start from; ``target`` counts units first,
    then the elements inside them. Links inside a unit are one row a kind, from the unit to itself.
    """
    links = study.graph.links
    ends = pd.DataFrame(
        {
            "source": links["source"].map(units.of),
            "target": links["target"].map(inner.node),
            "home": links["target"].map(units.of),
            "kind": links["kind"].astype(str),
            "element": pd.factorize(links["source"])[0],
        }
    ).dropna()
    own = ends["source"] == ends["home"]  # inside a unit: only how many, for the metrics
    ends["target"] = ends["target"].mask(own, ends["home"])
    ends = ends.astype({"source": int, "target": int})
    groups = ends.groupby(["source", "target", "kind"], sort=True)["element"].agg(["size", "nunique"]).reset_index()
    kinds = sorted(set(groups["kind"]))
    number = {kind: position for position, kind in enumerate(kinds)}
    return {
        "kinds": kinds,
        "source": steps(groups["source"].tolist()),
        "target": groups["target"].tolist(),
        "kind": groups["kind"].map(number).tolist(),
        "count": groups["size"].tolist(),
        "sources": groups["nunique"].tolist(),
    }
