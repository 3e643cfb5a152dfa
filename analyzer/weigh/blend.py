"""Blend the views: each is scaled to its strength beside the structure, then they are summed."""

import math
from collections.abc import Mapping

import pandas as pd

from analyzer.weigh.structure import Pairs


def blend(views: Mapping[str, Pairs], strengths: Mapping[str, float], everywhere: set[str]) -> pd.DataFrame:
    """One row a pair: source, target, weight, and one column a view with its share of the weight.

    A view's total is its strength times the total of the structure (or 1 where there is none), shared out by size.
    Links of omnipresent modules stay in the table but lose nine tenths: they are everywhere and decide nothing.
    """
    scale = math.fsum(views["structure"].values()) or 1.0
    scaled = {view: _scale(pairs, strengths.get(view, 0.0) * scale) for view, pairs in views.items()}
    rows = sorted({pair for pairs in scaled.values() for pair in pairs})
    columns = {view: [scaled[view].get(pair, 0.0) for pair in rows] for view in views}
    weight = [math.fsum(parts) for parts in zip(*columns.values(), strict=True)]
    damped = [0.1 if pair[0] in everywhere or pair[1] in everywhere else 1.0 for pair in rows]
    table = {
        "source": [source for source, _ in rows],
        "target": [target for _, target in rows],
        "weight": [round(value * factor, 9) for value, factor in zip(weight, damped, strict=True)],
    }
    shares = {
        view: [
            round(part / whole, 6) if 0.0 != part != whole else float(part > 0.0)
            for part, whole in zip(parts, weight, strict=True)
        ]
        for view, parts in columns.items()
    }
    return pd.DataFrame(table | shares).astype({"source": "str", "target": "str", "weight": "float64"})


def _scale(pairs: Pairs, total: float) -> Pairs:
    present = math.fsum(pairs.values())
    if not present or not total:
        return {}
    return {pair: value * total / present for pair, value in pairs.items()}
