"""The waves: each step with what it needs, heals, touches, costs and risks."""

from math import fsum

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step, Wave
from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import counted, days, place, shortened, table

SHOWN_BREAKS = 25
"""Breaks listed under a step; a page of them can be read, the rest is in breaks.csv."""
SHOWN_FILES = 8
"""Files and tests named in a line."""


def order_lines(study: Study) -> list[str]:
    """Waves and their steps, what is kept together, and what the order hangs on."""
    roadmap = study.roadmap
    breaks = {one.key: one for one in study.breaks}
    lines = ["## The order", "", "![Waves and their steps](roadmap.svg)", ""]
    lines += table(("Wave", "What", "Steps", "Effort"), [_row(wave) for wave in roadmap.waves])
    if roadmap.kept_together:
        lines += ["### Kept together for now", "", *(f"- {markdown(one)}" for one in roadmap.kept_together), ""]
    if roadmap.sensitivity:
        lines += ["### What the order hangs on", "", *(f"- {markdown(one)}" for one in roadmap.sensitivity), ""]
    for wave in roadmap.waves:
        lines += [f"### Wave {wave.number}: {markdown(wave.title)}", "", markdown(wave.goal), ""]
        lines += [line for step in wave.steps for line in _step_lines(step, breaks)]
    return lines


def _row(wave: Wave) -> tuple[object, ...]:
    low = fsum(step.effort.low for step in wave.steps)
    high = fsum(step.effort.high for step in wave.steps)
    return wave.number, wave.title, len(wave.steps), f"{round(low)} to {round(high)} days"


def _step_lines(step: Step, breaks: dict[str, Break]) -> list[str]:
    items = [f"{count} {name.replace('_', ' ')}" for name, count, _, _ in step.effort.items]
    facts = [
        f"Why here: {step.reason}",
        f"Needs: {', '.join(step.needs) or 'nothing'}",
        f"Effort: {days(step.effort)} ({', '.join(items)})",
        f"Risk: {step.risk}, because {'; '.join(step.risk_reasons)}",
        f"Files: {shortened(step.files, SHOWN_FILES) or 'none'}",
        f"Tests that refer to them: {shortened(step.tests, SHOWN_FILES) or 'none seen'}",
        f"To take it back: {step.undo}",
    ]
    healed = [breaks[key] for key in step.breaks if key in breaks]
    lines = [f"#### {markdown(step.title)}", "", *(f"- {markdown(one)}" for one in facts), ""]
    if healed:
        lines += [f"Heals {counted(len(healed), 'break')}:", ""]
        lines += table(("Kind", "What", "First place", "Remedy", "How"), [_break_row(o) for o in healed[:SHOWN_BREAKS]])
    if len(healed) > SHOWN_BREAKS:
        lines += [f"{len(healed) - SHOWN_BREAKS} more are in `breaks.csv`.", ""]
    return lines


def _break_row(one: Break) -> tuple[str, ...]:
    first = place(one.occurrences[0]) if one.occurrences else ""
    return one.kind.replace("_", " "), one.detail, first, one.remedy.title, one.remedy.automation.replace("_", " ")
