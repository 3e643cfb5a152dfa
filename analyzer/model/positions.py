"""Where each service sits on the map: close when much runs between them, never on top of each other."""

import math

import numpy as np
import pandas as pd

from analyzer.model.study import Study

Points = np.ndarray[tuple[int, int], np.dtype[np.float64]]

ROUNDS = 400  # positions of 120 services move less than a pixel after about 300
CAREFUL = 200  # services; two hundred take about a second
FEWEST = 30  # below that a map of a thousand is still a circle
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
    below, where they say by their place that nothing holds them.
    """
    keys = [service.key for service in study.cut.services]
    if not keys:
        return []
    sizes = _lines_of(study)
    radii = np.array([radius(sizes.get(key, 0)) for key in keys])
    weights = _weights(study, keys)
    linked = weights.sum(axis=1) > 0
    points = np.zeros((len(keys), 2))
    points[linked] = _separate(_attract(_circle(int(linked.sum())), weights[np.ix_(linked, linked)]), radii[linked])
    points -= points[linked].mean(axis=0) if linked.any() else 0.0
    points[~linked] = _rows(points[linked], radii, int((~linked).sum()))
    circles = zip(points[:, 0].tolist(), points[:, 1].tolist(), radii.tolist(), strict=True)
    return [(round(x, 1), round(y, 1), round(r, 1)) for x, y, r in circles]


def _rows(placed: Points, radii: Points, count: int) -> Points:
    """Rows below everything that is placed, as wide as it is."""
    wide = max(float(np.ptp(placed[:, 0])) if len(placed) else 0.0, 4 * COLUMN)
    columns = max(1, int(wide // COLUMN))
    below = float(placed[:, 1].max() + radii.max() + ROW) if len(placed) else 0.0
    number = np.arange(count)
    left = -(min(columns, count) - 1) * COLUMN / 2
    return np.stack([left + (number % columns) * COLUMN, below + (number // columns) * ROW], axis=1).astype(float)


def _lines_of(study: Study) -> dict[str, int]:
    placed = study.graph.elements.join(study.cut.placements[["service"]])
    sums = placed[placed["kind"] == "module"].groupby("service")["lines"].sum()
    return {str(key): int(lines) for key, lines in sums.items()}


def _weights(study: Study, keys: list[str]) -> Points:
    """Logarithm of the links between each two services, both directions together."""
    position = {key: number for number, key in enumerate(keys)}
    service = study.cut.placements["service"].map(position)
    links = study.graph.links
    ends = pd.DataFrame({"source": links["source"].map(service), "target": links["target"].map(service)}).dropna()
    ends = ends[ends["source"] != ends["target"]].astype(int)
    weights = np.zeros((len(keys), len(keys)))
    np.add.at(weights, (ends["source"].to_numpy(), ends["target"].to_numpy()), 1.0)
    grown: Points = np.log1p(weights + weights.T)
    return grown


def _circle(count: int) -> Points:
    angles = 2 * np.pi * np.arange(count) / count
    return np.stack([np.cos(angles), np.sin(angles)], axis=1) * 60.0 * math.sqrt(count)


def _rounds_for(count: int) -> int:
    """A round costs the square of the services, so past ``CAREFUL`` of them there are fewer rounds."""
    return ROUNDS if count <= CAREFUL else max(FEWEST, ROUNDS * CAREFUL**2 // count**2)


def _attract(points: Points, weights: Points) -> Points:
    ideal = 150.0
    strength = weights / weights.max() if weights.max(initial=0.0) > 0 else weights
    rounds = _rounds_for(len(points))
    for turn in range(rounds):
        apart = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1.0)
        force = ideal**2 / distance**2 - strength * distance / ideal
        move = (apart * force[:, :, None]).sum(axis=1) / max(1, len(points))
        move -= points * np.array([0.02, 0.05])  # a light pull to the middle, stronger from above: maps are wide
        longest = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        points = points + move / longest * np.minimum(longest, 40.0 * (1 - turn / rounds))
    return points


def _separate(points: Points, radii: Points) -> Points:
    """Pushes circles apart until each has its gap, measured with the sideways distance shortened."""
    needed = radii[:, None] + radii[None, :] + GAP
    np.fill_diagonal(needed, 0.0)
    shortened = points / np.array([WIDER, 1.0])
    for _ in range(4 * _rounds_for(len(points))):
        apart = shortened[:, None, :] - shortened[None, :, :]
        distance = np.maximum(np.linalg.norm(apart, axis=2), 1e-6)
        overlap = np.maximum(needed - distance, 0.0)
        if overlap.max(initial=0.0) < 1.0:
            break
        shortened = shortened + (apart / distance[:, :, None] * overlap[:, :, None]).sum(axis=1) * 0.2
    separated: Points = shortened * np.array([WIDER, 1.0])
    return separated
