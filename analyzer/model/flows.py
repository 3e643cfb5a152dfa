"""Flows: how often elements of one service reach into each service, counted once for all that ask."""

from collections import Counter

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph

Flows = Counter[tuple[str, str]]


def flows(graph: Graph, cut: Cut, *, kinds: frozenset[str] | None = None) -> Flows:
    """(service, service) -> links between modules of the two; within one service only between different modules.

    Elements that no service owns are left out, and imports as well unless ``kinds`` asks for them: an import of
    something that is used is counted by its use.
    """
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    service = dict(zip(owned.index.tolist(), owned["service"].tolist(), strict=True))
    links = graph.links
    links = links[links["kind"].isin(kinds)] if kinds else links[links["kind"] != "import"]
    counted: Flows = Counter()
    for source, target in zip(links["source"].tolist(), links["target"].tolist(), strict=True):
        one, other = service.get(source), service.get(target)
        if one and other and source.partition("::")[0] != target.partition("::")[0]:
            counted[one, other] += 1
    return counted


def owning(cut: Cut) -> list[str]:
    """The services that own something, sorted."""
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    return sorted(set(owned["service"].tolist()) - {""})
