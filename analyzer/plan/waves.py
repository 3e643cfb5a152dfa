"""Waves: what is cheap first, then each group of services is made ready and extracted."""

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step, Wave
from analyzer.plan.prepare import prepare
from analyzer.plan.situation import Situation, Unit
from analyzer.plan.steps import extract_step, unit_steps


def arrange(situation: Situation, order: list[Unit], *, modular: bool) -> tuple[Wave, ...]:
    """Wave 1 is cheap and safe; then while one group is extracted, the next is made ready. The last unit stays.

    ``modular``: first every group is made ready inside the monolith, and the extractions come behind all that, since
    it is to be decided again then.
    """
    cheap, healed = prepare(situation, order)
    readying: list[list[Step]] = []
    leaving: list[list[Step]] = []
    left = {key for unit in order for key in unit}
    for group in _groups(order[:-1], situation.settings.extracted_at_once):
        steps, extracting = [], []
        for unit in group:
            ties = [one for one in situation.tying(unit, left - set(unit)) if one.key not in healed]
            broken = unit_steps(situation, unit, ties, cheap)
            healed.update(one.key for one in ties)
            steps += broken
            extracting.append(extract_step(situation, unit, _first(unit, broken, cheap), _why(situation, unit, ties)))
            left -= set(unit)
        readying.append(steps)
        leaving.append(extracting)
    if modular:
        stages = [cheap, *readying, *leaving]
    else:
        both = zip([*readying, []], [[], *leaving], strict=True)
        stages = [cheap, *([*extracting, *steps] for steps, extracting in both)]
    filled = [stage for stage in stages if stage]
    return tuple(_wave(situation, number, stage) for number, stage in enumerate(filled, 1))


def _groups(units: list[Unit], size: int) -> list[list[Unit]]:
    return [units[start : start + size] for start in range(0, len(units), size)]


def _first(unit: Unit, broken: list[Step], cheap: list[Step]) -> tuple[str, ...]:
    """What must be done before the unit leaves: its own breaks, or without any the decisions about its tables."""
    return tuple(step.key for step in broken) or tuple(step.key for step in cheap if step.service in unit)


def _why(situation: Situation, unit: Unit, ties: list[Break]) -> str:
    """What spoke for this unit when it was chosen."""
    inward = sum(one.target_service in unit for one in ties)
    if not ties:
        return f"Nothing ties {situation.name(unit)} to what is left, so it can go at any time."
    return (
        f"Of what was left, {situation.name(unit)} cost among the least to free: {len(ties)} breaks, {inward} of them "
        "from others that need it. They are healed before it leaves."
    )


def _wave(situation: Situation, number: int, steps: list[Step]) -> Wave:
    out = [step.title.removeprefix("Extract ") for step in steps if step.kind in ("extract", "keep_together")]
    broken = sorted({situation.names.get(step.service, step.service) for step in steps if step.kind == "break"})
    titles = []
    if out:
        titles.append(f"extract {', '.join(out)}")
    if broken:
        titles.append(f"make {', '.join(broken)} ready")
    title = "; ".join(titles) or "cheap and safe"
    goal = "The monolith still runs everything" if not out else f"By themselves now: {', '.join(out)}"
    return Wave(number, title[0].upper() + title[1:], f"{goal}; the wave can be shipped as it is.", tuple(steps))
