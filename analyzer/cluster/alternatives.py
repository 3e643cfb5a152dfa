"""The same codebase cut coarser and finer, with the figures that speak for the one that is proposed."""

from collections import Counter, defaultdict
from math import fsum

from msgspec.structs import replace

from analyzer.cluster.communities import communities
from analyzer.cluster.partition import partition
from analyzer.cluster.terrain import Terrain
from analyzer.model.cut import Alternative
from analyzer.settings import Settings

COARSER = (1.0, 3.0)  # resolutions at which the groups themselves are grouped: few services, and some more
FINER = 0.08  # of the modules: largest folder that the finer cut keeps whole


def alternatives(
    terrain: Terrain, settings: Settings, placed: dict[str, str], steady: dict[str, float]
) -> tuple[Alternative, ...]:
    """Up to four cuts from coarse to fine; the proposed one is marked, equal ones are left out."""
    sure = fsum(steady.values()) / len(steady) if steady else 1.0
    found = [_describe(terrain, "proposed", settings.cluster.resolution, placed, sure)]
    between = _between(terrain, placed)
    for resolution in COARSER:
        labels = communities(sorted(between), between, resolution=resolution, seed=settings.seed)
        merged = _merge(placed, labels)
        found.append(_describe(terrain, "coarser", resolution, merged, sure))
    finer = partition(terrain, replace(settings.cluster, largest=FINER), settings.seed)
    found.append(_describe(terrain, "finer", settings.cluster.resolution, finer, sure))
    distinct: dict[int, Alternative] = {}
    for alternative in found:
        distinct.setdefault(alternative.services, alternative)
    return tuple(distinct[count] for count in sorted(distinct))


def _between(terrain: Terrain, placed: dict[str, str]) -> dict[str, dict[str, float]]:
    """Group -> group -> weight of what binds their modules."""
    between: dict[str, dict[str, float]] = {label: defaultdict(float) for label in set(placed.values())}
    for module, label in placed.items():
        for other, weight in sorted(terrain.bonds[module].items()):
            between[label][placed[other]] += weight
    return between


def _merge(placed: dict[str, str], found: dict[str, int]) -> dict[str, str]:
    """Communities of the groups, each named after its largest group."""
    sizes = Counter(placed.values())
    heads: dict[int, str] = {}
    for label in sorted(sizes, key=lambda label: (-sizes[label], label)):
        heads.setdefault(found[label], label)
    return {module: heads[found[label]] for module, label in placed.items()}


def _describe(terrain: Terrain, label: str, resolution: float, placed: dict[str, str], sure: float) -> Alternative:
    return Alternative(
        label=label,
        resolution=resolution,
        services=len(set(placed.values())),
        stability=round(sure, 4),
        modularity=round(modularity(terrain, placed), 4),
        recommended=label == "proposed",
        members=tuple(sorted(placed.items())),
    )


def modularity(terrain: Terrain, placed: dict[str, str]) -> float:
    """Newman and Girvan's Q of the links between modules under the labels (2004); 0 where there are none."""
    inner: dict[str, float] = defaultdict(float)
    degree: dict[str, float] = defaultdict(float)
    for module, label in placed.items():
        degree[label] += len(terrain.links[module])
        inner[label] += sum(placed[other] == label for other in terrain.links[module])
    whole = fsum(degree.values())
    return fsum(inner[label] / whole - (degree[label] / whole) ** 2 for label in degree) if whole else 0.0
