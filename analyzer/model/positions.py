"""Where each service sits on the map: close when much runs between them, never on top of each other."""

import math
from collections.abc import Mapping

import numpy as np

from analyzer.model.remembered import remembered
from analyzer.model.rollup import service_links
from analyzer.model.study import Study

Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]

ROUNDS = 400  # positions of 120 services move less than a pixel after about 300
PLACED = 120  # by their links; more circles than this hide what runs between them
GAP = 40.0  # room for a label below each circle
WIDER = 1.5  # labels are wider than they are high, so circles keep more distance sideways
COLUMN, ROW = 130.0, 96.0  # of services without links


def radius(lines: float) -> float:
    """Area grows with the lines of code, inside bounds that keep the smallest visible and the largest modest."""
    return 18.0 + min(34.0, math.sqrt(max(0.0, lines)) / 4.5)


def service_positions(study: Study) -> list[tuple[float, float, float]]:
    """``(x, y, radius)`` of each service, in the order of the cut; the same input gives the same map.

    Attraction along links and repulsion between all pairs after Fruchterman and Reingold (1991), started from
    a circle instead of chance, then pushed apart until no two labels touch. Services without links stand in rows
    below, where they say by their place that nothing holds them; of more than ``PLACED`` groups, so do all but those
    that run alone and the largest others.
    """
    return remembered(study, "service_positions", lambda: _positions(study))


def _positions(study: Study) -> list[tuple[float, float, float]]:
    keys = [service.key for service in study.cut.services]
    if not keys:
        return []
    sizes = lines_of(study)
    radii = np.array([radius(sizes.get(key, 0)) for key in keys])
    mapped = largest_services(study, sizes, PLACED)
    weights = _weights(study, mapped)
    joined = weights.sum(axis=1) > 0
    number = {key: position for position, key in enumerate(keys)}
    chosen = np.array([number[key] for key in mapped], dtype=int)
    held = chosen[joined]
    loose = np.concatenate([chosen[~joined], np.setdiff1d(np.arange(len(keys)), chosen)])
    points = np.zeros((len(keys), 2))
    points[held] = _separate(_attract(_circle(len(held)), weights[np.ix_(joined, joined)]), radii[held])
    points -= points[held].mean(axis=0) if len(held) else 0.0
    points[loose] = _rows(points[held], radii, len(loose))
    circles = zip(points[:, 0].tolist(), points[:, 1].tolist(), radii.tolist(), strict=True)
    return [(round(x, 1), round(y, 1), round(r, 1)) for x, y, r in circles]


def largest_services(study: Study, sizes: Mapping[str, int], most: int) -> list[str]:
    """Keys of at most so many groups, in the order of the cut: those that run alone first, then by lines of code."""
    services = study.cut.services
    order = sorted(range(len(services)), key=lambda n: (services[n].kind != "service", -sizes.get(services[n].key, 0)))
    return [services[position].key for position in sorted(order[:most])]


def _rows(placed: Points, radii: Points, count: int) -> Points:
    """Rows below everything that is placed, as wide as it is."""
    wide = max(float(np.ptp(placed[:, 0])) if len(placed) else 0.0, 4 * COLUMN)
    columns = max(1, int(wide // COLUMN))
    below = float(placed[:, 1].max() + radii.max() + ROW) if len(placed) else 0.0
    number = np.arange(count)
    left = -(min(columns, count) - 1) * COLUMN / 2
    return np.stack([left + (number % columns) * COLUMN, below + (number // columns) * ROW], axis=1).astype(float)


def lines_of(study: Study) -> dict[str, int]:
    """Lines of code of each service that has modules."""
    elements = study.graph.elements
    placed = elements.loc[elements["kind"] == "module", ["lines"]].join(study.cut.placements[["service"]])
    sums = placed.groupby("service")["lines"].sum()
    return {str(key): int(lines) for key, lines in sums.items()}


def _weights(study: Study, keys: list[str]) -> Points:
    """Logarithm of the links between each two services, both directions together."""
    position = {key: number for number, key in enumerate(keys)}
    between = [(position.get(link.source), position.get(link.target), link.weight) for link in service_links(study)]
    weights = np.zeros((len(keys), len(keys)))
    for one, other, count in between:
        if one is not None and other is not None:
            weights[one, other] = count
    grown: Points = np.log1p(weights + weights.T)
    return grown


def _circle(count: int) -> Points:
    angles = 2 * np.pi * np.arange(count) / count
    return np.stack([np.cos(angles), np.sin(angles)], axis=1) * 60.0 * math.sqrt(count)


def _attract(points: Points, weights: Points) -> Points:
    ideal = 150.0
    strength = (weights / weights.max() if weights.max(initial=0.0) > 0 else weights) / ideal
    x, y = points[:, 0], points[:, 1]
    for turn in range(ROUNDS):
        sideways, down = x[:, None] - x, y[:, None] - y
        squared = np.maximum(sideways**2 + down**2, 1.0)
        force = ideal**2 / squared - strength * np.sqrt(squared)
        # A light pull to the middle, stronger from above: maps are wide.
        right = (sideways * force).sum(axis=1) / len(x) - 0.02 * x
        below = (down * force).sum(axis=1) / len(x) - 0.05 * y
        longest = np.maximum(np.hypot(right, below), 1e-9)
        shorter = np.minimum(longest, 40.0 * (1 - turn / ROUNDS)) / longest
        x, y = x + right * shorter, y + below * shorter
    return np.stack([x, y], axis=1)


def _separate(points: Points, radii: Points) -> Points:
    """Pushes circles apart until each has its gap, measured with the sideways distance shortened."""
    needed = radii[:, None] + radii[None, :] + GAP
    np.fill_diagonal(needed, 0.0)
    x, y = points[:, 0] / WIDER, points[:, 1]
    for _ in range(4 * ROUNDS):
        sideways, down = x[:, None] - x, y[:, None] - y
        distance = np.maximum(np.hypot(sideways, down), 1e-6)
        overlap = np.maximum(needed - distance, 0.0)
        if overlap.max(initial=0.0) < 1.0:
            break
        push = overlap / distance * 0.2
        x, y = x + (sideways * push).sum(axis=1), y + (down * push).sum(axis=1)
    return np.stack([x * WIDER, y], axis=1)
