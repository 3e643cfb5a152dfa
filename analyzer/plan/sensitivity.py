"""What the order and the sums hang on: the same plan with each weight halved and raised by half."""

from msgspec.structs import replace

from analyzer.plan.order import extraction_order
from analyzer.plan.situation import Situation, Unit
from analyzer.settings import DEFAULT_WORK, PlanSettings

FACTORS = (0.5, 1.5)


def weigh_the_weights(situation: Situation, units: list[Unit], order: list[Unit]) -> tuple[str, ...]:
    """Sentences on how the order changes when a weight is wrong by half."""
    kinds = sorted({one.kind for one in situation.breaks} & set(DEFAULT_WORK))
    trials = [(kind, factor) for kind in kinds for factor in FACTORS]
    moved: dict[Unit, set[str]] = {}
    same = 0
    for kind, factor in trials:
        other = extraction_order(situation.with_settings(_scaled(situation.settings, kind, factor)), units)
        same += other == order
        for unit in order:
            if other.index(unit) != order.index(unit):
                moved.setdefault(unit, set()).add(f"{kind} times {factor}")
    if not trials:
        return ("Nothing is severed, so no weight changes the order.",)
    sentences = [
        f"The order of extraction stays the same in {same} of {len(trials)} trials with one weight × 0.5 or × 1.5."
    ]
    for unit in order:
        if unit in moved:
            names = " and ".join(situation.names.get(one, one) for one in unit)
            sentences.append(f"{names} changes its place with {', '.join(sorted(moved[unit]))}.")
    return tuple(sentences)


def _scaled(settings: PlanSettings, kind: str, factor: float) -> PlanSettings:
    low, high = settings.weight(kind)
    return replace(settings, work={**settings.work, kind: (low * factor, high * factor)})
