"""Purity of tables and of transactions: whether data stays with those who change it."""

from collections import Counter, defaultdict
from math import fsum

from analyzer.model.cut import Cut
from analyzer.model.flows import ends_of, owners, owning, places
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
    changed = [{step.target for step in found.steps if step.action == "write"} for found in graph.transactions]
    changed = [tables for tables in changed if len(tables) > 1]
    service = owners(sorted(set().union(*changed)), cut)
    written = [{service.get(table, "") for table in tables} - {""} for tables in changed]
    written = [services for services in written if services]
    if len(owning(cut)) < 2 or not written:  # noqa: PLR2004 - purity needs somebody else
        reason = "There is one service, or no transaction that writes two tables was seen."
        return Score(metric="transaction purity", value=None, reason=reason, source=source)
    value = sum(len(services) == 1 for services in written) / len(written)
    meaning = "Share of transactions that need no saga."
    return Score(metric="transaction purity", value=value, meaning=meaning, source=source)


def _accesses(graph: Graph, cut: Cut) -> dict[int, Counter[int]]:
    """Number of the table -> number of the service -> how often, a write three times."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for kind, weight in (("read", 1), ("write", 3)):
        ends = ends_of(graph, kinds=frozenset({kind}))
        service = places(ends.keys, cut)[1][ends.source]
        for one, other in zip(service.tolist(), ends.target.tolist(), strict=True):
            if one >= 0:
                found[other][one] += weight
    return found
