"""Flows: how often elements of one service reach into each service, counted once for all that ask."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple, get_args

import numpy as np
import pandas as pd
from msgspec.structs import replace
from numpy.typing import NDArray

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph, LinkKind
from analyzer.model.remembered import remembered

EVERY_KIND = frozenset(get_args(LinkKind))
Flows = Counter[tuple[str, str]]
Numbers = NDArray[np.int64]
Keys = pd.Index  # of elements


class Ends(NamedTuple):
    """Both ends of links as numbers into ``keys``, and the modules they lie in as numbers into ``modules``."""

    keys: Keys
    source: Numbers
    target: Numbers
    modules: Keys
    source_module: Numbers
    target_module: Numbers


def coded(graph: Graph) -> Graph:
    """The graph with the columns of its links as categories: text is read once for all metrics.

    The ends are numbered as the elements are, so that a cut over the same elements needs no search; their modules
    are columns of their own. A graph that has them already is returned as it is.
    """
    if isinstance(graph.links["source"].dtype, pd.CategoricalDtype):
        return graph
    return remembered(graph, "coded", lambda: _coded(graph))


def _coded(graph: Graph) -> Graph:
    links = graph.links
    keys, numbers = _numbered(links["source"], links["target"], graph.elements.index)
    modules: dict[str, int] = {}
    homes = np.array([modules.setdefault(key.partition("::")[0], len(modules)) for key in keys.tolist()], dtype=int)
    names = pd.Index(list(modules), dtype="str")
    source, target = numbers[: len(links)], numbers[len(links) :]
    columns: dict[str, Any] = {
        **{name: links[name].astype("category") for name in ("kind", "file", "detail")},
        "source": pd.Categorical.from_codes(source, categories=keys),
        "target": pd.Categorical.from_codes(target, categories=keys),
        "source_module": pd.Categorical.from_codes(homes[source], categories=names),
        "target_module": pd.Categorical.from_codes(homes[target], categories=names),
    }
    return replace(graph, links=links.assign(**columns))


def within(graph: Graph, elements: pd.DataFrame) -> Graph:
    """Some elements of a coded graph with the links between them, whose ends are numbered as these elements are."""
    numbers = elements.index.get_indexer(graph.links["source"].cat.categories)
    source, target = (numbers[graph.links[end].cat.codes.to_numpy()] for end in ("source", "target"))
    kept = (source >= 0) & (target >= 0)
    ends: dict[str, Any] = {
        "source": pd.Categorical.from_codes(source[kept], categories=elements.index),
        "target": pd.Categorical.from_codes(target[kept], categories=elements.index),
    }
    return replace(graph, elements=elements, links=graph.links[kept].reset_index(drop=True).assign(**ends))


def _numbered(source: "pd.Series[str]", target: "pd.Series[str]", elements: Keys) -> tuple[Keys, Numbers]:
    """The keys of all elements, followed by ends that are none, and the number of each end among them."""
    found, ends = pd.factorize(pd.concat([source, target], ignore_index=True))
    places = elements.get_indexer(ends)
    strange = places < 0
    if not strange.any():
        return elements, places[found]
    places[strange] = len(elements) + np.arange(strange.sum())
    return elements.append(ends[strange]), places[found]


def ends_of(graph: Graph, *, kinds: frozenset[str] | None = None) -> Ends:
    """The ends of the links of these kinds, or of all but imports."""
    return remembered(graph, ("ends", kinds), lambda: _ends(coded(graph).links, kinds))


def _ends(links: pd.DataFrame, kinds: frozenset[str] | None) -> Ends:
    kept = (links["kind"].isin(kinds) if kinds else links["kind"] != "import").to_numpy(dtype=bool)
    columns = [links[end] for end in ("source", "target", "source_module", "target_module")]
    source, target, one, other = (column.cat.codes.to_numpy()[kept].astype(np.int64) for column in columns)
    return Ends(columns[0].cat.categories, source, target, columns[2].cat.categories, one, other)


def link_rows(graph: Graph, kinds: Collection[str], *columns: str) -> Iterator[tuple[Any, ...]]:
    """These columns, or the two ends, of every link of some kinds, in the order of the graph."""
    links = coded(graph).links
    chosen = np.flatnonzero(links["kind"].isin(kinds).to_numpy(dtype=bool))
    return zip(*(_picked(graph, links[name], chosen) for name in columns or ("source", "target")), strict=True)


def _picked(graph: Graph, column: "pd.Series[Any]", chosen: Numbers) -> list[Any]:
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return column.iloc[chosen].tolist()
    categories = column.cat.categories
    kept = "ends" if column.name in ("source", "target") else column.name  # both are numbered alike
    texts = remembered(graph, ("texts", kept), lambda: np.array(categories.tolist(), dtype=object))
    picked: list[Any] = texts[column.cat.codes.to_numpy()[chosen]].tolist()
    return picked


def module_pairs(graph: Graph) -> list[tuple[str, str]]:
    """Every two different modules of which the first has a link of any kind to the second, each pair once."""
    return remembered(graph, "module_pairs", lambda: _module_pairs(graph))


def _module_pairs(graph: Graph) -> list[tuple[str, str]]:
    ends = ends_of(graph, kinds=EVERY_KIND)
    count, names = max(1, len(ends.modules)), ends.modules.tolist()
    pairs = np.unique(ends.source_module * count + ends.target_module).tolist()
    return [(names[pair // count], names[pair % count]) for pair in pairs if pair // count != pair % count]


def places(keys: Keys, cut: Cut) -> tuple[list[str], Numbers]:
    """The services that own something, sorted, and the number of each key's service; -1 for what nobody owns."""
    names, place = remembered(cut, "places", lambda: _places(cut.placements))
    index = cut.placements.index
    if index.equals(keys):
        return names, place
    rows = index.get_indexer(keys)
    return names, np.where(rows >= 0, place[rows], -1) if len(place) else np.full(len(keys), -1)


def _places(placements: pd.DataFrame) -> tuple[list[str], Numbers]:
    owned = (placements["verdict"] == "owned").to_numpy(dtype=bool)
    codes, found = pd.factorize(placements["service"])
    unsorted = found.tolist()
    used = set(np.unique(codes[owned]).tolist())
    names = sorted(name for number, name in enumerate(unsorted) if number in used)
    rank = {name: number for number, name in enumerate(names)}
    ranks = np.array([rank.get(name, -1) for name in unsorted], dtype=np.int64)
    return names, np.where(owned & (codes >= 0), ranks[codes] if len(ranks) else -1, -1)


def owners(keys: Sequence[str], cut: Cut) -> dict[str, str]:
    """The service of each key that somebody owns."""
    names, numbers = places(pd.Index(list(keys), dtype="str"), cut)
    return {key: names[number] for key, number in zip(keys, numbers.tolist(), strict=True) if number >= 0}


def flows(graph: Graph, cut: Cut, *, kinds: frozenset[str] | None = None) -> Flows:
    """(service, service) -> links between modules of the two; within one service only between different modules.

    Elements that no service owns are left out, and imports as well unless ``kinds`` asks for them: an import of
    something that is used is counted by its use.
    """
    ends = ends_of(graph, kinds=kinds)
    names, place = places(ends.keys, cut)
    if "" in names:
        place = np.where(place == names.index(""), -1, place)
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
    targets = np.unique(ends.target[(other >= 0) & (one >= 0) & (one != other)])
    for target, service in zip(ends.keys.take(targets).tolist(), place[targets].tolist(), strict=True):
        found[names[service]].add(target)
    return found


def owning(cut: Cut) -> list[str]:
    """The services that own something, sorted."""
    return [name for name in places(cut.placements.index, cut)[0] if name]
