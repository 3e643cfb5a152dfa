"""Agreement of two partitions: ARI, AMI, pairwise precision and recall, MoJoFM."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

import networkx as nx
from msgspec import Struct


class Agreement(Struct, frozen=True):
    """``ari`` and ``ami``: 1 the same, 0 chance; pair figures 0 to 1; ``mojofm`` in percent, 100 the same."""

    modules: int
    ari: float
    ami: float
    pair_precision: float
    pair_recall: float
    mojofm: float


def agree(proposed: Mapping[str, str], reference: Mapping[str, str]) -> Agreement:
    """Agreement over the modules that the reference labels; a module nobody proposed a place for is on its own."""
    scored = sorted(module for module, label in reference.items() if label)
    pairs = Counter((proposed.get(module) or f"alone:{module}", reference[module]) for module in scored)
    ours, theirs = _margins(pairs)
    both, one, other = _pairs(pairs.values()), _pairs(ours.values()), _pairs(theirs.values())
    return Agreement(
        modules=len(scored),
        ari=_adjusted_rand(both, one, other, len(scored)),
        ami=_adjusted_mutual(pairs, ours, theirs),
        pair_precision=both / one if one else 1.0,
        pair_recall=both / other if other else 1.0,
        mojofm=_mojofm(pairs, ours, theirs),
    )


Table = Counter[tuple[str, str]]


def _margins(pairs: Table) -> tuple[Counter[str], Counter[str]]:
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for (mine, label), count in pairs.items():
        ours[mine] += count
        theirs[label] += count
    return ours, theirs


def _pairs(sizes: Iterable[int]) -> float:
    return float(sum(size * (size - 1) // 2 for size in sizes))


def _adjusted_rand(both: float, one: float, other: float, modules: int) -> float:
    """Hubert and Arabie (1985): pairs together in both, above what chance gives, over the most there could be."""
    whole = modules * (modules - 1) / 2
    expected = one * other / whole if whole else 0.0
    most = (one + other) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


def _adjusted_mutual(pairs: Table, ours: Counter[str], theirs: Counter[str]) -> float:
    """Vinh, Epps and Bailey (2010), with the arithmetic mean of the entropies."""
    modules = sum(ours.values())
    mutual = math.fsum(n / modules * math.log(modules * n / (ours[a] * theirs[b])) for (a, b), n in pairs.items())
    expected = _expected_mutual(Counter(ours.values()), Counter(theirs.values()), modules)
    mean = (_entropy(ours, modules) + _entropy(theirs, modules)) / 2
    return (mutual - expected) / (mean - expected) if abs(mean - expected) > 1e-12 else 1.0  # noqa: PLR2004 - zero


def _entropy(sizes: Counter[str], modules: int) -> float:
    return -math.fsum(size / modules * math.log(size / modules) for size in sizes.values())


def _expected_mutual(ours: Counter[int], theirs: Counter[int], modules: int) -> float:
    """Over the hypergeometric model; sizes that occur several times are summed once."""
    log = math.lgamma
    parts = []
    for a, times_a in ours.items():
        for b, times_b in theirs.items():
            for n in range(max(1, a + b - modules), min(a, b) + 1):
                chance = (
                    log(a + 1) + log(b + 1) + log(modules - a + 1) + log(modules - b + 1)
                    - log(modules + 1) - log(n + 1) - log(a - n + 1) - log(b - n + 1) - log(modules - a - b + n + 1)
                )  # fmt: skip
                gain = n / modules * math.log(modules * n / (a * b))
                parts.append(times_a * times_b * gain * math.exp(chance))
    return math.fsum(parts)


def _mojofm(pairs: Table, ours: Counter[str], theirs: Counter[str]) -> float:
    """Wen and Tzerpos (2004): moves and joins from ours to theirs, against the most that any partition needs."""
    best = {mine: max(count for (a, _), count in pairs.items() if a == mine) for mine in ours}
    ties: nx.Graph[tuple[str, str]] = nx.Graph()
    ties.add_edges_from((("ours", a), ("theirs", b)) for (a, b), count in sorted(pairs.items()) if count == best[a])
    matching = nx.bipartite.maximum_matching(ties, top_nodes=[("ours", mine) for mine in sorted(ours)])
    groups = sum(side == "ours" for side, _ in matching)
    modules = sum(ours.values())
    filled = 0
    for size in sorted(theirs.values()):
        filled += filled < size
    worst = modules - filled
    return 100.0 * (1 - (modules - sum(best.values()) + len(ours) - groups) / worst) if worst else 100.0
