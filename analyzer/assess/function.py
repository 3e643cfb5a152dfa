"""Business function: the words that name each service, and where one word is spread over several."""

from collections import Counter
from collections.abc import Iterable
from math import fsum

from analyzer.assess.scene import Scene
from analyzer.model.consequence import Consequence

WORDS = 5
"""Words of a service that are looked at: the strongest few name it, the rest are everybody's."""
HALF = 0.5
"""A word is at home where more than half of its uses are."""


def functional(scene: Scene) -> Iterable[Consequence]:
    """For each service: which share of the uses of its own words lies inside it."""
    uses = _word_counts(scene)
    for service in scene.services:
        shares = {word: _shares(uses, word) for word in service.words[:WORDS]}
        known = {word: found for word, found in shares.items() if found}
        if not known:
            said = f"No vocabulary sets {service.name} apart."
            yield Consequence(service.key, "function", None, "share of its words' uses inside", said)
            continue
        inside = fsum(found.get(service.key, 0.0) for found in known.values()) / len(known)
        spread = [_spread(scene, word, found) for word, found in known.items() if found.get(service.key, 0.0) <= HALF]
        said = f"{service.name} is named by {', '.join(known)}; "
        said += f"spread over several services: {'; '.join(spread)}." if spread else "each is mostly at home here."
        yield Consequence(service.key, "function", round(inside, 4), "share of its words' uses inside", said)


def _word_counts(scene: Scene) -> dict[str, Counter[str]]:
    """Uses in the modules of each service of the words that name services."""
    elements = scene.graph.elements
    modules = elements[(elements["kind"] == "module") & elements["role"].isin(("code", ""))]
    uses: dict[str, Counter[str]] = {word: Counter() for service in scene.services for word in service.words[:WORDS]}
    for key, words in zip(modules.index.tolist(), modules["words"].tolist(), strict=True):
        for item in words.split() if key in scene.service_of else ():
            word, _, count = item.rpartition(":")
            if word in uses:
                uses[word][scene.service_of[key]] += int(count)
    return uses


def _shares(uses: dict[str, Counter[str]], word: str) -> dict[str, float]:
    counts = uses.get(word, Counter())
    total = sum(counts.values())
    return {service: count / total for service, count in sorted(counts.items())}


def _spread(scene: Scene, word: str, shares: dict[str, float]) -> str:
    top = sorted(shares, key=lambda service: (-shares[service], service))[:3]
    return f"{word} ({', '.join(f'{scene.listed([one])} {shares[one]:.0%}' for one in top)})"
