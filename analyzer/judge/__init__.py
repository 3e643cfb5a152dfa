"""Judge a cut: every metric, the rivals it must beat, and whether to split at all."""

from analyzer.metrics import METRICS
from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.graph import Graph
from analyzer.model.score import Verdict
from analyzer.settings import Settings


def judge(graph: Graph, cut: Cut, views: Views, settings: Settings) -> Verdict:
    """The verdict on the cut, with its scores."""
    del views, settings
    scores = tuple(metric(graph, cut) for metric in METRICS)
    several = len(cut.services) > 1
    return Verdict(
        advice="modular_monolith_first" if several else "leave_whole",
        confidence=0.5,
        headline=f"{len(cut.services)} candidate services" if several else "One service is the answer",
        reasons=(),
        obstacles=(),
        unseen=(),
        resolved_share=_resolved_share(graph),
        scores=scores,
        baselines=(),
    )


def _resolved_share(graph: Graph) -> float | None:
    counts = graph.coverage.groupby("outcome")["count"].sum() if len(graph.coverage) else None
    if counts is None or not counts.sum():
        return None
    known = counts.reindex(["resolved", "third_party", "builtin"]).fillna(0).sum()
    return float(known / counts.sum())
