"""Judge a cut: every metric, the rivals it must beat, and whether to split at all."""

from analyzer.judge.advice import Figures, advise
from analyzer.judge.footing import footing
from analyzer.judge.obstacles import obstacles
from analyzer.judge.processes import as_run, count_processes
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
    """The verdict on the cut as it would run, with its scores beside those of its rivals.

    Tests and migrations do not count. Parts count with the service that hosts them, else with what stays behind.
    """
    code, placed = production(graph, cut)
    running = as_run(placed)
    scores = tuple(metric(code, running) for metric in METRICS)
    baselines = tuple(
        Baseline(
            name=name,
            services=len(set(rival.placements["service"].tolist()) - {""}),
            scores=tuple(metric(code, rival) for metric in METRICS),
        )
        for name, rival in rivals(code, running, settings.seed)
    )
    share = resolved_share(graph)
    figures = Figures.of(scores, baselines, count_processes(running), share, footing(code, running))
    opinion = advise(code, cut, figures)
    return Verdict(
        advice=opinion.advice,
        confidence=opinion.confidence,
        headline=opinion.headline,
        reasons=opinion.reasons,
        obstacles=() if opinion.advice == "leave_whole" else obstacles(code, cut, views, figures),
        unseen=unseen(graph, cut, settings.rules, share),
        resolved_share=share,
        scores=scores,
        baselines=baselines,
    )
