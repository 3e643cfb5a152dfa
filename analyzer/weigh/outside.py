"""Evidence from outside the source as views: each kind of pair its own."""

from collections import defaultdict

from analyzer.model.evidence import Evidence
from analyzer.weigh.structure import Pairs


def outside_pairs(evidence: Evidence, modules: set[str]) -> dict[str, Pairs]:
    """View name -> pairs of modules, as ``observe`` found them; pairs of unknown modules are left out."""
    views: dict[str, Pairs] = defaultdict(dict)
    columns = [evidence.pairs[name] for name in ("source", "target", "view", "weight")]
    for source, target, view, weight in zip(*columns, strict=True):
        if source in modules and target in modules and source != target:
            pair = (min(source, target), max(source, target))
            views[str(view)][pair] = views[str(view)].get(pair, 0.0) + float(weight)
    return {view: views[view] for view in sorted(views)}
