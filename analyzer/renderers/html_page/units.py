"""Units, the pieces that can be moved: modules, tables, and elements placed apart from their module."""

from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from analyzer.model.flows import coded
from analyzer.model.lookup import numbers_of
from analyzer.model.study import Study
from analyzer.renderers.html_page.columns import Texts, codes, shares, steps

KINDS = ("module", "class", "function", "variable", "table")
FINER = 12_000  # modules with their classes and functions; twice as many links make a page of 5,000 modules too large
MODULES_SHOWN = 10_000  # above it, a browser takes seconds to start; packages then stand for their modules


class Units(NamedTuple):
    """``frame``: one row a unit with its placement, sorted by key; ``of``: element key to number of its unit."""

    frame: pd.DataFrame
    of: dict[str, int]


def find_units(study: Study) -> Units:
    """Every module and table, every element placed apart from its container, and what can be split off its module.

    Classes and functions at the top of a module can be split off it while there are not more than ``FINER`` pieces:
    classes and functions, else classes, else none. The column ``inside`` is the key of their module, "" for others.

    In a codebase of more than ``MODULES_SHOWN`` modules, the modules of a package with the same placement are one
    unit; the column ``modules`` says how many.
    """
    placed = study.graph.elements.join(study.cut.placements, how="inner")
    placed = placed[placed["role"].isin(["code", ""])].sort_index()
    keys, parents = placed.index.tolist(), placed["parent"].tolist()
    finer = _finer(placed)
    home = dict(zip(keys, zip(placed["service"].tolist(), placed["verdict"].tolist(), strict=True), strict=True))
    unit_of: dict[str, str] = {}
    for key, parent in zip(keys, parents, strict=True):
        same = parent in home and home[parent] == home[key]
        unit_of[key] = unit_of.get(parent, key) if same and key not in finer else key
    frame = placed.loc[np.array([unit_of[key] == key for key in keys], dtype=bool)].assign(modules=0)
    files = {key: key.partition("::")[0] for key in frame.index}
    frame["inside"] = [file if file != key and file in files else "" for key, file in files.items()]
    frame["modules"] = (frame["kind"] == "module").astype(int)
    if int(frame["modules"].sum()) > MODULES_SHOWN:
        frame, package_of = _packages(frame)
        unit_of = {key: package_of.get(unit, unit) for key, unit in unit_of.items()}
    number = {key: position for position, key in enumerate(frame.index.tolist())}
    return Units(frame, {key: number[unit] for key, unit in unit_of.items()})


def _finer(placed: pd.DataFrame) -> frozenset[str]:
    """Keys of the definitions at the top of modules that are pieces of their own."""
    modules = placed.index[placed["kind"] == "module"]
    inside = placed[placed["parent"].isin(modules)]
    for kinds in (("class", "function"), ("class",)):
        found = inside.index[inside["kind"].isin(kinds)]
        if len(modules) + len(found) <= FINER:
            return frozenset(found)
    return frozenset()


def _packages(frame: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """Modules of one package and placement as one row under the key of the first, and which key stands for which."""
    modules = frame[frame["kind"] == "module"]
    package = modules["module"].str.rpartition(".")[0]
    groups = modules.assign(package=package, key=modules.index).groupby(["package", "service", "verdict"], sort=True)
    first = groups["key"].transform("first")
    rows = modules[modules.index == first]
    sums = groups[["lines", "modules"]].sum().set_index(groups["key"].first().to_numpy())
    rows = rows.assign(lines=sums["lines"], modules=sums["modules"], reason="A package stands for its modules.")
    rows = rows.assign(name=package + ".*", stability=groups["stability"].mean().set_axis(sums.index))
    joined = pd.concat([rows, frame[frame["kind"] != "module"]]).sort_index()
    return joined, dict(zip(modules.index.tolist(), first.tolist(), strict=True))


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
        "modules": frame["modules"].tolist(),
        "inside": [units.of.get(key, -1) for key in frame["inside"]],
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
    inside = placed.loc[np.array([key in units.of and key not in own for key in placed.index.tolist()], dtype=bool)]
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


def link_columns(study: Study, units: Units) -> dict[str, Any]:
    """Links between units, added up by kind; those inside a unit are one row a kind, from the unit to itself."""
    links = coded(study.graph).links
    source, target = (numbers_of(links[end], units.of) for end in ("source", "target"))
    known = (source >= 0) & (target >= 0)
    kinds = sorted(set(links["kind"][known].unique().tolist()))
    kind = numbers_of(links["kind"], {name: number for number, name in enumerate(kinds)})
    width, several = max(1, len(units.frame)), max(1, len(kinds))
    groups, counts = np.unique((source[known] * width + target[known]) * several + kind[known], return_counts=True)
    return {
        "kinds": kinds,
        "source": steps((groups // several // width).tolist()),
        "target": (groups // several % width).tolist(),
        "kind": (groups % several).tolist(),
        "count": counts.tolist(),
    }
