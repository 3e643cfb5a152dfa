"""IFN and OPN: how many classes and operations a service must publish for the others."""

from analyzer.model.cut import Cut
from analyzer.model.flows import owning, published
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def interface_number(graph: Graph, cut: Cut) -> Score:
    """IFN = classes and modules with functions that other services call, per service (Jin and others, 2019)."""
    whole = {key: {_holder(element) for element in found} for key, found in published(graph, cut).items()}
    return _mean("IFN", "Classes and modules of a service that others call, on average.", whole, graph, cut)


def operation_number(graph: Graph, cut: Cut) -> Score:
    """OPN = functions and methods that other services call, per service (Adjoyan and others; Jin and others, 2019)."""
    meaning = "Operations of a service that others call, on average."
    return _mean("OPN", meaning, published(graph, cut), graph, cut)


def _mean(metric: str, meaning: str, found: dict[str, set[str]], graph: Graph, cut: Cut) -> Score:
    services = owning(cut)
    source = "Jin and others, FoSCI (2019), static calls"
    if len(services) < 2 or not (graph.links["kind"] == "call").any():  # noqa: PLR2004 - a boundary has two sides
        reason = "There is one service, or no call was resolved."
        return Score(metric=metric, value=None, reason=reason, better="lower", unit="count", source=source)
    value = sum(len(found.get(service, ())) for service in services) / len(services)
    return Score(metric=metric, value=value, better="lower", unit="count", meaning=meaning, source=source)


def _holder(element: str) -> str:
    module, _, inner = element.partition("::")
    return f"{module}::{inner.partition('.')[0]}" if "." in inner else module
