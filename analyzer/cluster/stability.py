"""How sure each placement is: the share of disturbed repetitions in which a module keeps its neighbours."""

import random
from collections import Counter

from msgspec.structs import replace

from analyzer.cluster.partition import partition
from analyzer.cluster.terrain import Terrain
from analyzer.settings import ClusterSettings, Settings

DROPPED = 0.1  # of the links in each repetition: as many as a thorough refactoring changes
KNOBS = {"layer_lift": 0.25, "attach": 0.33, "pull": 0.2, "resolution": 0.33}  # how far each is turned, either way
KEPT = 0.5  # overlap of a module's group then and now (Jaccard) from which it kept its neighbours
EFFORT = 24_000  # modules drawn in all repetitions together, so that large codebases wait no longer


def stability(terrain: Terrain, settings: Settings, labels: dict[str, str]) -> dict[str, float]:
    """Module -> share of the repetitions, 0 to 1, that agree with its group; the same for the same seed."""
    runs = max(2, min(settings.cluster.runs, EFFORT // max(1, len(labels))))
    agreed: Counter[str] = Counter()
    for run in range(runs):
        chance = random.Random(f"{settings.seed}:{run}")  # noqa: S311 - repeatable disturbance, nothing secret
        seen = partition(_thin_out(terrain, chance), _turn(settings.cluster, chance), settings.seed + run)
        agreed.update(_unmoved(labels, seen))
    return {module: agreed[module] / runs for module in labels}


def _unmoved(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The modules whose group overlaps by half or more with the group they had before."""
    both = Counter((before[module], after[module]) for module in before)
    first, second = Counter(before.values()), Counter(after[module] for module in before)
    kept = {(one, other) for (one, other), size in both.items() if size >= KEPT * (first[one] + second[other] - size)}
    return [module for module in before if (before[module], after[module]) in kept]


def _turn(settings: ClusterSettings, chance: random.Random) -> ClusterSettings:
    turned = {
        name: getattr(settings, name) * chance.uniform(1 - width, 1 + width) for name, width in sorted(KNOBS.items())
    }
    return replace(settings, **turned)


def _thin_out(terrain: Terrain, chance: random.Random) -> Terrain:
    """The terrain with a tenth of its links gone, and the ties that lean on them."""
    links = {module: set(found) for module, found in terrain.links.items()}
    ties = {module: dict(found) for module, found in terrain.ties.items()}
    bonds = {module: dict(found) for module, found in terrain.bonds.items()}
    for module in sorted(terrain.bonds):
        for other in sorted(terrain.bonds[module]):
            if module < other and chance.random() < DROPPED:
                lost = bonds[module].pop(other)
                del bonds[other][module]
                ties[module][other] = ties[other][module] = max(0.0, ties[module][other] - lost)
                links[module].discard(other)
                links[other].discard(module)
    return replace(
        terrain,
        links={module: frozenset(found) for module, found in links.items()},
        ties=ties,
        bonds=bonds,
        volume=float(sum(len(found) for found in links.values())) or 1.0,
    )
