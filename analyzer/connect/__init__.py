"""Links to graph: elements, links and coverage as sorted tables, the records beside them."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

import pandas as pd
from msgspec import Struct

from analyzer.connect.links import link_table, ranked
from analyzer.model.facts import FileFacts
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, Graph
from analyzer.model.resolution import Resolution, ResolvedElement


def connect(facts: Sequence[FileFacts], resolution: Resolution) -> Graph:
    """The graph of one codebase; links whose ends are no elements are left out."""
    unread = [_unread(file) for file in facts if not file.scopes]
    listed = sorted([*resolution.elements, *unread], key=attrgetter("key"))
    elements = _frame(listed, ["key", *ELEMENT_COLUMNS], {"key": "str", **ELEMENT_COLUMNS}).set_index("key")
    links = link_table(list(dict.fromkeys([one.key for one in listed])), resolution.links)
    coverage = pd.DataFrame(resolution.coverage, columns=list(COVERAGE_COLUMNS)).astype(COVERAGE_COLUMNS)
    return Graph(
        elements=elements,
        links=links,
        coverage=coverage,
        tables=resolution.tables,
        relations=resolution.relations,
        joins=resolution.joins,
        transactions=resolution.transactions,
        routes=resolution.routes,
        tasks=resolution.tasks,
        events=resolution.events,
        states=resolution.states,
        signatures=resolution.signatures,
        permissions=resolution.permissions,
        settings=resolution.settings,
        constants=resolution.constants,
        setting_reads=resolution.setting_reads,
        handovers=resolution.handovers,
        entries=resolution.entries,
        requests=resolution.requests,
    )


def _unread(facts: FileFacts) -> ResolvedElement:
    """The module of a file that nobody could read: it is there, and somebody will have to place it."""
    source = facts.source
    return ResolvedElement(
        key=source.path,
        kind="module",
        module=source.module,
        name=source.module,
        parent="",
        file=source.path,
        line=1,
        end_line=1,
        lines=0,
        role=source.role,
    )


def _frame(rows: Sequence[Struct], columns: list[str], types: Mapping[str, str]) -> pd.DataFrame:
    """One column a field; column by column is several times faster than row by row."""
    values = {column: _column(list(map(attrgetter(column), rows)), types[column]) for column in columns}
    return pd.DataFrame(values, columns=columns)


def _column(values: list[Any], kind: str) -> pd.Series:
    """One column; text that is often the same is turned into a column's cells once."""
    different = dict.fromkeys(values) if kind == "str" else {}
    if kind != "str" or len(different) * 2 > len(values):
        return pd.Series(values, dtype=kind)
    return pd.Series(pd.array(list(different), dtype="str").take(ranked(values, different)))
