"""Whether to split at all: only where the cut clearly beats chance and little crosses its boundaries."""

from collections.abc import Sequence

from msgspec import Struct

from analyzer.model.cut import Cut, proposed
from analyzer.model.graph import Graph
from analyzer.model.score import Advice, Baseline, Score

FEWEST = 15  # modules: two services of this much code cost more to run apart than together
COMMUNITIES = 0.3  # modularity from which a network has communities (Newman and Girvan, 2004, section IV)
CROSSING = 0.45  # of the calls: when about every other call would go over the network, the network is the design
RANDOM_GAIN = 0.2  # of modularity above the random cut of the same sizes
SURE = 0.7  # of the references that must be resolved before the figures are believed fully


class Opinion(Struct, frozen=True):
    """The advice with its reasons."""

    advice: Advice
    confidence: float
    headline: str
    reasons: tuple[str, ...]


def advise(
    graph: Graph, cut: Cut, scores: Sequence[Score], baselines: Sequence[Baseline], share: float | None
) -> Opinion:
    """The advice: leave whole, modular monolith first, or split, with a confidence from 0 to 1."""
    modules = int(((graph.elements["kind"] == "module") & (graph.elements["role"] == "code")).sum())
    services = len(proposed(cut))
    alone = f"{modules} modules and {services} group{'s' * (services != 1)} that could run alone."
    if modules < FEWEST:
        return Opinion("leave_whole", 0.9, "One service is the answer", (alone,))
    own = {score.metric: score.value for score in scores}
    random = {score.metric: score.value for found in baselines if found.name == "random" for score in found.scores}
    quality, crossing = own["modularity"], own["ICP"]
    if quality is None:
        reason = "No link between modules was resolved, so nothing is known about what belongs together."
        return Opinion("modular_monolith_first", 0.1, "Not enough was seen to advise a split", (reason,))
    if services < 2:  # noqa: PLR2004 - one service is no split
        return Opinion("leave_whole", 0.6, "One service is the answer", (alone,))
    gain = quality - (random["modularity"] or 0.0)
    reasons = [
        f"Links stay inside services {quality:.2f} above chance (modularity; communities begin at {COMMUNITIES}).",
        f"A random cut of the same sizes reaches {random['modularity'] or 0.0:.2f}.",
    ]
    if crossing is not None:
        reasons.append(f"{crossing:.0%} of the calls between modules would cross a boundary.")
    reasons.extend(_beside_packages(own, baselines))
    held = (quality >= COMMUNITIES, gain >= RANDOM_GAIN, crossing is None or crossing <= CROSSING)
    confidence = round((0.5 + abs(sum(held) - 1.5) / 3) * min(1.0, (share or 0.0) / SURE), 2)
    if all(held):
        return Opinion("split", confidence, f"{services} services would stand on their own", tuple(reasons))
    headline = f"Modular monolith first: {services} candidate services are still entangled"
    return Opinion("modular_monolith_first", confidence, headline, tuple(reasons))


def _beside_packages(own: dict[str, float | None], baselines: Sequence[Baseline]) -> list[str]:
    found = next((baseline for baseline in baselines if baseline.name == "packages"), None)
    theirs = {score.metric: score.value for score in found.scores} if found else {}
    mine, packages = own.get("modularity"), theirs.get("modularity")
    if found is None or mine is None or packages is None:
        return []
    if abs(mine - packages) < 0.01:  # noqa: PLR2004 - the figures are printed with two places
        return ["Today's packages are as good a cut as the proposal: the folders already follow the boundaries."]
    better = "less" if packages < mine else "more"
    return [f"Today's {found.services} packages keep {better} inside ({packages:.2f})."]
