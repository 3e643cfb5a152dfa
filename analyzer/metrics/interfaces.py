"""IFN and OPN: how many classes and operations a service must publish for the others."""

from collections import defaultdict

from analyzer.model.cut import Cut
from analyzer.model.flows import owning
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def interface_number(graph: Graph, cut: Cut) -> Score:
    """IFN = classes and modules with functions that other services call, per service (Jin and others, 2019)."""
    published = _published(graph, cut)
    whole = {service: {_holder(element) for element in found} for service, found in published.items()}
    return _mean("IFN", whole, graph, cut)


def operation_number(graph: Graph, cut: Cut) -> Score:
    """OPN = functions and methods that other services call, per service (Adjoyan and others; Jin and others, 2019)."""
    return _mean("OPN", _published(graph, cut), graph, cut)


def _mean(metric: str, published: dict[str, set[str]], graph: Graph, cut: Cut) -> Score:
    services = owning(cut)
    source = "Jin and others, FoSCI (2019), static calls"
    if len(services) < 2 or not (graph.links["kind"] == "call").any():  # noqa: PLR2004 - a boundary has two sides
        reason = "There is one service, or no call was resolved."
        return Score(metric=metric, value=None, reason=reason, better="lower", unit="count", source=source)
    value = sum(len(published.get(service, ())) for service in services) / len(services)
    meaning = "What a service must publish, on average."
    return Score(metric=metric, value=value, better="lower", unit="count", meaning=meaning, source=source)


def _published(graph: Graph, cut: Cut) -> dict[str, set[str]]:
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    service = dict(zip(owned.index.astype(str), owned["service"].astype(str), strict=True))
    calls = graph.links[graph.links["kind"] == "call"]
    published: dict[str, set[str]] = defaultdict(set)
    for source, target in zip(calls["source"].astype(str), calls["target"].astype(str), strict=True):
        if service.get(source, service.get(target)) != service.get(target) and target in service:
            published[service[target]].add(target)
    return published


def _holder(element: str) -> str:
    module, _, inner = element.partition("::")
    return f"{module}::{inner.partition('.')[0]}" if "." in inner else module
