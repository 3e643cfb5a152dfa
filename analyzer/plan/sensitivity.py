"""What the order and the sums hang on: the same plan with each weight halved and raised by half."""

from msgspec.structs import replace

from analyzer.model.roadmap import Effort
from analyzer.plan.order import extraction_order
from analyzer.plan.situation import Situation, Unit
from analyzer.settings import PlanSettings

FACTORS = (0.5, 1.5)


def weigh_the_weights(situation: Situation, units: list[Unit], order: list[Unit], effort: Effort) -> tuple[str, ...]:
    """Sentences on how the order changes when a weight is wrong by half, and on what the sum is made of."""
    return (*_order_sentences(situation, units, order), *_sum_sentences(effort))


def _sum_sentences(effort: Effort) -> tuple[str, ...]:
    shares = sorted(((count * (low + high) / 2, name) for name, count, low, high in effort.items), reverse=True)
    whole = sum(share for share, _ in shares)
    if not whole:
        return ()
    largest = ", ".join(f"{name} {share / whole:.0%}" for share, name in shares[:3])
    return (f"The sum hangs most on the weights of {largest}.",)


def _order_sentences(situation: Situation, units: list[Unit], order: list[Unit]) -> tuple[str, ...]:
    kinds = sorted({kind for items in situation.items.values() for kind in items})
    trials = [(kind, factor) for kind in kinds for factor in FACTORS]
    moved: dict[Unit, set[str]] = {}
    same = 0
    for kind, factor in trials:
        other = extraction_order(situation, units, _scaled(situation.settings, kind, factor))
        same += other == order
        for unit in order:
            if other.index(unit) != order.index(unit):
                moved.setdefault(unit, set()).add(f"{kind} times {factor}")
    if not trials:
        return ("Nothing is severed, so no weight changes the order.",)
    trial = "that take one weight times 0.5 or 1.5"
    sentences = [f"The order of extraction stays the same in {same} of {len(trials)} trials {trial}."]
    for unit in order:
        if unit in moved:
            names = " and ".join(situation.names.get(one, one) for one in unit)
            sentences.append(f"{names} changes its place with {', '.join(sorted(moved[unit]))}.")
    return tuple(sentences)


def _scaled(settings: PlanSettings, kind: str, factor: float) -> PlanSettings:
    low, high = settings.weight(kind)
    return replace(settings, work={**settings.work, kind: (low * factor, high * factor)})
