"""Modules that work on the same data: tables touched together, related tables, transactions that span."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from analyzer.model.graph import Graph
from analyzer.weigh.structure import Pairs

# A table that more modules than this touch says nothing about any two of them.
CROWD = 20


def data_pairs(graph: Graph, modules: set[str]) -> Pairs:
    """Pairs of modules -> weight; a table shared by n modules gives each of their pairs 1 / (n - 1)."""
    pairs: Pairs = defaultdict(float)
    home = {table.key: table.element.partition("::")[0] for table in graph.tables}
    for members in _touching(graph, home, modules).values():
        _tie(pairs, members, modules)
    for relation in graph.relations:
        _tie(pairs, {home.get(relation.source, ""), home.get(relation.target, "")}, modules)
    for join in graph.joins:
        _tie(pairs, {home.get(table, "") for table in join.tables} | {join.element.partition("::")[0]}, modules)
    for transaction in graph.transactions:
        written = {home.get(step.target, "") for step in transaction.steps if step.action == "write"}
        _tie(pairs, written | {transaction.element.partition("::")[0]}, modules)
    return dict(pairs)


def _touching(graph: Graph, home: dict[str, str], modules: set[str]) -> dict[str, set[str]]:
    """Table -> the modules that read or write it, with the one that declares it."""
    uses = graph.links[graph.links["kind"].isin(["read", "write"])]
    touching: dict[str, set[str]] = {table: {module} for table, module in home.items() if module in modules}
    for source, table in zip(uses["source"].tolist(), uses["target"].tolist(), strict=True):
        touching.setdefault(table, set()).add(source.partition("::")[0])
    return touching


def _tie(pairs: Pairs, members: Iterable[str], modules: set[str]) -> None:
    known = sorted(set(members) & modules)
    if len(known) <= CROWD:
        for pair in combinations(known, 2):
            pairs[pair] += 1 / (len(known) - 1)
