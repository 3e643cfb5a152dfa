"""Waves: while one group of services is extracted, the next one is made ready."""

from analyzer.model.roadmap import Step, Wave
from analyzer.plan.situation import Situation, Unit
from analyzer.plan.steps import cheap_steps, extract_step, unit_steps


def arrange(situation: Situation, order: list[Unit]) -> tuple[Wave, ...]:
    """Wave 1 is cheap and safe; then each wave extracts what the one before made ready. The last unit stays."""
    cheap = cheap_steps(situation)
    stages: list[list[Step]] = [cheap]
    before = tuple(step.key for step in cheap)
    left = {key for unit in order for key in unit}
    size = situation.settings.extracted_at_once
    leaving = order[:-1]
    ready: list[Step] = []
    for start in range(0, len(leaving), size):
        steps, extracting = [], []
        for unit in leaving[start : start + size]:
            broken = unit_steps(situation, unit, left, before)
            steps += broken
            extracting.append(extract_step(situation, unit, tuple(step.key for step in broken)))
            left -= set(unit)
        stages.append([*ready, *steps])
        ready = extracting
    stages.append(ready)
    filled = [stage for stage in stages if stage]
    return tuple(_wave(situation, number, stage) for number, stage in enumerate(filled, 1))


def _wave(situation: Situation, number: int, steps: list[Step]) -> Wave:
    out = [step.title.removeprefix("Extract ") for step in steps if step.kind in ("extract", "keep_together")]
    broken = sorted({situation.names.get(step.service, step.service) for step in steps if step.kind == "break"})
    titles = []
    if out:
        titles.append(f"extract {', '.join(out)}")
    if broken:
        titles.append(f"make {', '.join(broken)} ready")
    title = "; ".join(titles) or "cheap and safe"
    goal = "The monolith still runs everything" if not out else f"{', '.join(out)} run by themselves"
    return Wave(number, title[0].upper() + title[1:], goal + ", and the wave can be shipped as it is.", tuple(steps))
