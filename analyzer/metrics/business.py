"""Purity on entry points: whether the code behind one route or task lies in one service."""

from collections import Counter
from math import fsum

import pandas as pd

from analyzer.model.cut import Cut
from analyzer.model.flows import Ends, ends_of, owning, places
from analyzer.model.graph import Graph
from analyzer.model.remembered import remembered
from analyzer.model.score import Score

FAR = 3  # calls deep: what an entry point directly brings about; deeper everything reaches everything


def entry_point_purity(graph: Graph, cut: Cut) -> Score:
    """Mean over routes and tasks of the largest share that one service has of the code reached in three calls.

    In the spirit of BCP (Kalia and others, Mono2Micro, 2021), which takes the entropy of use cases over partitions;
    an entry point stands for a use case, and a share for the entropy. No answer for one service or without entries.
    """
    source = "after Kalia and others, Mono2Micro (2021): entry points as use cases, share instead of entropy"
    ends = ends_of(graph, kinds=frozenset({"call"}))
    _, place = places(ends.keys, cut)
    starts = sorted({route.element for route in graph.routes} | {task.element for task in graph.tasks})
    entries = [
        entry
        for entry in ends.keys.get_indexer(pd.Index(starts, dtype="str")).tolist()
        if entry >= 0 and place[entry] >= 0
    ]
    if len(owning(cut)) < 2 or not entries:  # noqa: PLR2004 - purity needs somebody else
        reason = "There is one service, or no route or task was seen."
        return Score(metric="entry purity", value=None, reason=reason, source=source)
    calls = remembered(graph, "calls of entries", lambda: _calls(ends))
    service = place.tolist()
    shares = []
    for entry in entries:
        counted = Counter(service[element] for element in _reached(entry, calls) if service[element] >= 0)
        shares.append(max(counted.values()) / sum(counted.values()))
    meaning = "Share of the code behind an entry point that lies in one service."
    return Score(metric="entry purity", value=fsum(shares) / len(shares), meaning=meaning, source=source)


def _calls(ends: Ends) -> dict[int, set[int]]:
    calls: dict[int, set[int]] = {}
    for one, other in zip(ends.source.tolist(), ends.target.tolist(), strict=True):
        calls.setdefault(one, set()).add(other)
    return calls


def _reached(entry: int, calls: dict[int, set[int]]) -> set[int]:
    reached, edge = {entry}, {entry}
    for _ in range(FAR):
        edge = {other for one in edge for other in calls.get(one, ())} - reached
        reached |= edge
    return reached
