"""Judge a cut: every metric, the rivals it must beat, and whether to split at all."""

from analyzer.judge.advice import advise
from analyzer.judge.obstacles import obstacles
from analyzer.judge.rivals import rivals
from analyzer.judge.unseen import resolved_share, unseen
from analyzer.metrics import METRICS
from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.graph import Graph
from analyzer.model.production import production
from analyzer.model.score import Baseline, Verdict
from analyzer.settings import Settings


def judge(graph: Graph, cut: Cut, views: Views, settings: Settings) -> Verdict:
    """The verdict on the cut, with its scores beside those of its rivals; tests and migrations do not count."""
    code, placed = production(graph, cut)
    scores = tuple(metric(code, placed) for metric in METRICS)
    baselines = tuple(
        Baseline(
            name=name,
            services=len(set(rival.placements["service"]) - {""}),
            scores=tuple(metric(code, rival) for metric in METRICS),
        )
        for name, rival in rivals(code, placed, settings.seed)
    )
    share = resolved_share(graph)
    opinion = advise(graph, cut, scores, baselines, share)
    return Verdict(
        advice=opinion.advice,
        confidence=opinion.confidence,
        headline=opinion.headline,
        reasons=opinion.reasons,
        obstacles=obstacles(graph, cut, views, scores),
        unseen=unseen(graph, cut, settings.rules, share),
        resolved_share=share,
        scores=scores,
        baselines=baselines,
    )
