"""Nearest neighbours by shared words: sparse edges instead of a tie between everything alike."""

import math
from collections import defaultdict
from collections.abc import Mapping

from analyzer.weigh.structure import Pairs

NEIGHBOURS = 6  # a handful: with 4 or 10 the agreement with the reference codebases moves by less than 0.01
FLOOR = 0.1  # cosine below which two modules have nothing in common


def nearest(features: Mapping[str, Mapping[str, float]]) -> Pairs:
    """(key, key) with the first the smaller -> cosine similarity, for every key's nearest neighbours.

    ``features`` are weights by word. Ties are broken by key, so the answer does not depend on any order.
    """
    unit = {key: _unit(weights) for key, weights in features.items()}
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for key in sorted(unit):
        for word, weight in unit[key].items():
            postings[word].append((key, weight))
    pairs: Pairs = defaultdict(float)
    for key in sorted(unit):
        scores: dict[str, float] = defaultdict(float)
        for word, weight in unit[key].items():
            for other, its_weight in postings[word]:
                scores[other] += weight * its_weight
        scores.pop(key, None)
        best = sorted(scores.items(), key=lambda scored: (-round(scored[1], 9), scored[0]))[:NEIGHBOURS]
        for other, score in best:
            if score >= FLOOR:
                pairs[min(key, other), max(key, other)] += score
    return dict(pairs)


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {word: weights[word] / length for word in sorted(weights)} if length else {}
