"""Purity of tables and of transactions: whether data stays with those who change it."""

from collections import Counter, defaultdict
from math import fsum

from analyzer.model.cut import Cut
from analyzer.model.flows import owning
from analyzer.model.graph import Graph
from analyzer.model.score import Score


def table_purity(graph: Graph, cut: Cut) -> Score:
    """Mean over tables of the largest share of accesses that one service makes; writes count three times.

    After the database metrics of CARGO (Nitin and others, 2022), where transactional purity is an entropy; a share
    is easier to read. No answer for one service, which is always pure, or where no access was resolved.
    """
    source = "after Nitin and others, CARGO (2022); share instead of entropy"
    accesses = _accesses(graph, cut)
    if len(owning(cut)) < 2 or not accesses:  # noqa: PLR2004 - purity needs somebody else
        reason = "There is one service, or no table access was resolved."
        return Score(metric="table purity", value=None, reason=reason, source=source)
    shares = [max(found.values()) / sum(found.values()) for found in accesses.values()]
    meaning = "Share of the accesses to a table that its main service makes."
    return Score(metric="table purity", value=fsum(shares) / len(shares), meaning=meaning, source=source)


def transaction_purity(graph: Graph, cut: Cut) -> Score:
    """Share of transactions that write tables of one service only, of those that write two tables or more.

    After CARGO (2022). No answer for one service, or where no transaction writes two tables.
    """
    source = "after Nitin and others, CARGO (2022)"
    service = _services(cut)
    written = [
        {service.get(step.target, "") for step in found.steps if step.action == "write"} - {""}
        for found in graph.transactions
        if len({step.target for step in found.steps if step.action == "write"}) > 1
    ]
    written = [services for services in written if services]
    if len(owning(cut)) < 2 or not written:  # noqa: PLR2004 - purity needs somebody else
        reason = "There is one service, or no transaction that writes two tables was seen."
        return Score(metric="transaction purity", value=None, reason=reason, source=source)
    value = sum(len(services) == 1 for services in written) / len(written)
    meaning = "Share of transactions that need no saga."
    return Score(metric="transaction purity", value=value, meaning=meaning, source=source)


def _services(cut: Cut) -> dict[str, str]:
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    return dict(zip(owned.index.tolist(), owned["service"].tolist(), strict=True))


def _accesses(graph: Graph, cut: Cut) -> dict[str, Counter[str]]:
    service = _services(cut)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    links = graph.links[graph.links["kind"].isin(["read", "write"])]
    for source, target, kind in zip(*(links[name].tolist() for name in ("source", "target", "kind")), strict=True):
        if str(source) in service:
            found[str(target)][service[str(source)]] += 3 if kind == "write" else 1
    return found
