"""Flows: how often elements of one service reach into each service, counted once for all that ask."""

from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np
import pandas as pd
from msgspec.structs import replace
from numpy.typing import NDArray

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph

Flows = Counter[tuple[str, str]]
Numbers = NDArray[np.int64]


class Ends(NamedTuple):
    """Both ends of links as numbers into ``keys``, and the modules they lie in as numbers into ``modules``."""

    keys: list[str]
    source: Numbers
    target: Numbers
    modules: list[str]
    source_module: Numbers
    target_module: Numbers


def coded(graph: Graph) -> Graph:
    """The graph with the ends of its links, and their modules, as categories: text is read once for all metrics."""
    links = graph.links
    numbers, keys = pd.factorize(pd.concat([links["source"], links["target"]], ignore_index=True))
    modules: dict[str, int] = {}
    homes = np.array([modules.setdefault(key.partition("::")[0], len(modules)) for key in keys.tolist()], dtype=int)
    names = pd.Index(list(modules), dtype="str")
    source, target = numbers[: len(links)], numbers[len(links) :]
    ends = {
        "source": pd.Categorical.from_codes(source, categories=keys),
        "target": pd.Categorical.from_codes(target, categories=keys),
        "source_module": pd.Categorical.from_codes(homes[source], categories=names),
        "target_module": pd.Categorical.from_codes(homes[target], categories=names),
    }
    return replace(graph, links=links.assign(**ends))


def ends_of(graph: Graph, *, kinds: frozenset[str] | None = None) -> Ends:
    """The ends of the links of these kinds, or of all but imports."""
    graph = graph if isinstance(graph.links["source"].dtype, pd.CategoricalDtype) else coded(graph)
    links = graph.links
    links = links[links["kind"].isin(kinds)] if kinds else links[links["kind"] != "import"]
    columns = [links[end] for end in ("source", "target", "source_module", "target_module")]
    source, target, one, other = (column.cat.codes.to_numpy().astype(np.int64) for column in columns)
    keys, modules = (links[end].cat.categories.tolist() for end in ("source", "source_module"))
    return Ends(keys, source, target, modules, one, other)


def places(keys: list[str], cut: Cut) -> tuple[list[str], Numbers]:
    """The services that own something, sorted, and the number of each key's service; -1 for what nobody owns."""
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    service = dict(zip(owned.index.tolist(), owned["service"].tolist(), strict=True))
    names = sorted(set(service.values()))
    numbers = {name: number for number, name in enumerate(names)}
    return names, np.array([numbers[service[key]] if key in service else -1 for key in keys], dtype=np.int64)


def flows(graph: Graph, cut: Cut, *, kinds: frozenset[str] | None = None) -> Flows:
    """(service, service) -> links between modules of the two; within one service only between different modules.

    Elements that no service owns are left out, and imports as well unless ``kinds`` asks for them: an import of
    something that is used is counted by its use.
    """
    ends = ends_of(graph, kinds=kinds)
    names, place = places(ends.keys, cut)
    if "" in names:
        place[place == names.index("")] = -1
    one, other = place[ends.source], place[ends.target]
    counts = (one >= 0) & (other >= 0) & (ends.source_module != ends.target_module)
    pairs, often = np.unique(one[counts] * len(names) + other[counts], return_counts=True)
    return Counter(
        {
            (names[pair // len(names)], names[pair % len(names)]): count
            for pair, count in zip(pairs.tolist(), often.tolist(), strict=True)
        }
    )


def published(graph: Graph, cut: Cut) -> dict[str, set[str]]:
    """Service -> functions and classes of its own that other services call."""
    ends = ends_of(graph, kinds=frozenset({"call"}))
    names, place = places(ends.keys, cut)
    one, other = place[ends.source], place[ends.target]
    found: dict[str, set[str]] = defaultdict(set)
    for target in np.unique(ends.target[(other >= 0) & (one >= 0) & (one != other)]).tolist():
        found[names[place[target]]].add(ends.keys[target])
    return found


def owning(cut: Cut) -> list[str]:
    """The services that own something, sorted."""
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    return sorted(set(owned["service"].tolist()) - {""})
