"""Whether to split at all: only where the cut clearly beats chance and little would cross from process to process."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from analyzer.judge.footing import Footing
from analyzer.model.cut import Cut, count_groups, proposed
from analyzer.model.graph import Graph
from analyzer.model.score import Advice, Baseline, Score

FEWEST = 15  # modules: two services of this much code cost more to run apart than together
COMMUNITIES = 0.3  # modularity from which a network has communities (Newman and Girvan, 2004, section IV)
CROSSING = 0.33  # of the calls: with more than one in three over the network, the network is the design
RANDOM_GAIN = 0.2  # of modularity above the random cut of the same sizes
SURE = 0.7  # of the references that must be resolved before the figures are believed fully
AS_GOOD = 0.01  # of modularity: the figures are printed with two places
SUREST = 0.95  # nobody knows a codebase from its text alone


class Figures(Struct, frozen=True):
    """What the verdict is made of: metric -> value of the cut as it would run, and modularity of its rivals."""

    values: Mapping[str, float | None]
    processes: int
    random: float  # modularity
    packages: float | None  # modularity
    package_count: int
    share: float | None  # of the references that were resolved
    footing: Footing

    @staticmethod
    def of(
        scores: Sequence[Score], baselines: Sequence[Baseline], processes: int, share: float | None, footing: Footing
    ) -> "Figures":
        """The figures out of the scores."""
        rivals = {
            found.name: next((score.value for score in found.scores if score.metric == "modularity"), None)
            for found in baselines
        }
        return Figures(
            values={score.metric: score.value for score in scores},
            processes=processes,
            random=rivals.get("random") or 0.0,
            packages=rivals.get("packages"),
            package_count=next((found.services for found in baselines if found.name == "packages"), 0),
            share=share,
            footing=footing,
        )


class Opinion(Struct, frozen=True):
    """The advice with what speaks for the cut; what speaks against it are the obstacles."""

    advice: Advice
    confidence: float
    headline: str
    reasons: tuple[str, ...]


def advise(code: Graph, cut: Cut, figures: Figures) -> Opinion:
    """The advice: leave whole, modular monolith first, or split, with a confidence from 0 to 1."""
    modules = int((code.elements["kind"] == "module").sum())
    if not modules:
        return Opinion("leave_whole", 0.0, "No code could be read, so nothing is advised", ())
    alone = len(proposed(cut))
    whole = f"{modules} modules; {_could_run(alone)}."
    if modules < FEWEST:
        return Opinion("leave_whole", 0.9, "One service is the answer", (whole,))
    quality, crossing = figures.values["modularity"], figures.values["ICP"]
    if quality is None:
        reason = "No link between modules was resolved, so nothing is known about what belongs together."
        return Opinion("modular_monolith_first", 0.1, "Not enough was seen to advise a split", (reason,))
    if alone < 2:  # noqa: PLR2004 - one service is no split
        return Opinion("leave_whole", 0.6, "One service is the answer", (whole,))
    held = (
        quality >= COMMUNITIES,
        quality - figures.random >= RANDOM_GAIN,
        crossing is None or crossing <= CROSSING,
        figures.footing.answers and figures.footing.brings_data,
    )
    failed = held.count(False) / len(held)
    trusted = min(SUREST, 0.5 + failed / 2 if failed else 1.0) * min(1.0, (figures.share or 0.0) / SURE)
    reasons = tuple(_reasons(cut, figures))
    if not failed:
        return Opinion("split", round(trusted, 2), f"{alone} services could be split off", reasons)
    lack = "are still entangled" if not all(held[:-1]) else "have too little of their own"
    headline = f"Modular monolith first: {alone} candidate services {lack}"
    return Opinion("modular_monolith_first", round(trusted, 2), headline, reasons)


def _could_run(alone: int) -> str:
    if not alone:
        return "no group of them has enough of its own to run alone"
    return f"{alone} group{'s' * (alone != 1)} of them could run alone"


def _reasons(cut: Cut, figures: Figures) -> list[str]:
    """What speaks for the cut; a figure that speaks against it is an obstacle instead."""
    alone = len(proposed(cut))
    rest = count_groups([service for service in cut.services if service.kind != "service"])
    reasons = [f"{alone} groups are large enough, and have ways in, data or ties of their own, to run alone."]
    if rest:
        reasons[0] = f"{reasons[0][:-1]}; {rest} go with them or stay behind."
    quality, crossing = figures.values["modularity"] or 0.0, figures.values["ICP"]
    if quality >= COMMUNITIES:
        reasons.append(
            f"Links stay inside the services {quality:.2f} more than by chance (modularity: {COMMUNITIES} and above "
            f"is a clear structure); a random cut of the same sizes has {figures.random:z.2f}."
        )
    if crossing is not None and crossing <= CROSSING:
        reasons.append(f"Only {crossing:.0%} of the calls between modules would go from one process to another.")
    if figures.packages is not None and quality >= figures.packages + AS_GOOD:
        reasons.append(f"Today's {figures.package_count} top packages keep less inside ({figures.packages:z.2f}).")
    elif figures.packages is not None and quality > figures.packages - AS_GOOD:
        reasons.append("Today's packages follow the same boundaries: little code has to move.")
    return reasons
