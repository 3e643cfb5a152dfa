"""The roadmap as a CSV backlog that issue trackers import."""

import csv
import io
from collections.abc import Iterable
from math import fsum

from analyzer.model.artifact import Artifact
from analyzer.model.breaks import Break
from analyzer.model.family import Renderer
from analyzer.model.roadmap import Step, Wave
from analyzer.model.study import Study
from analyzer.notation.prose import plain

HEADS = (
    "Id", "Issue Type", "Summary", "Parent", "Wave", "Service", "Priority", "Labels",
    "Estimate low (days)", "Estimate high (days)", "Depends on", "Description",
)  # fmt: skip
PRIORITY = {"low": "Low", "medium": "Medium", "high": "High"}
_FORMULA_STARTS = ("=", "+", "-", "@")


def draw(study: Study) -> Iterable[Artifact]:
    """``backlog.csv``: one epic a wave, one story a step, one task a break; parents come before their children."""
    breaks = {one.key: one for one in study.breaks}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    for wave in study.roadmap.waves:
        writer.writerow(_safe(_epic(wave)))
        for step in wave.steps:
            writer.writerow(_safe(_story(wave, step)))
            for key in step.breaks:
                if key in breaks:
                    writer.writerow(_safe(_task(wave, step, breaks[key])))
    yield Artifact("backlog.csv", out.getvalue())


def _epic(wave: Wave) -> tuple[str, ...]:
    low, high = fsum(step.effort.low for step in wave.steps), fsum(step.effort.high for step in wave.steps)
    title = f"Wave {wave.number}: {wave.title}"
    return (
        f"wave-{wave.number}",
        "Epic",
        title,
        "",
        str(wave.number),
        "",
        "",
        "",
        f"{low:g}",
        f"{high:g}",
        "",
        wave.goal,
    )


def _story(wave: Wave, step: Step) -> tuple[str, ...]:
    said = (
        f"{step.reason} Risk {step.risk}: {'; '.join(step.risk_reasons)}. Files: {len(step.files)}. "
        f"Tests: {', '.join(step.tests[:5]) or 'none seen'}. Undo: {step.undo}"
    )
    return (
        step.key, "Story", step.title, f"wave-{wave.number}", str(wave.number), step.service, PRIORITY[step.risk],
        step.kind, f"{step.effort.low:g}", f"{step.effort.high:g}", " ".join(step.needs), said,
    )  # fmt: skip


def _task(wave: Wave, step: Step, one: Break) -> tuple[str, ...]:
    first = f"{one.occurrences[0].file}:{one.occurrences[0].line}" if one.occurrences else ""
    said = f"{one.remedy.title}. {one.remedy.reason} {one.remedy.loss} First of {len(one.occurrences)} places: {first}"
    return (
        one.key, "Task", one.detail, step.key, str(wave.number), one.source_service, "",
        f"{one.kind} {one.remedy.automation}", "", "", "", said,
    )  # fmt: skip


def _safe(cells: tuple[str, ...]) -> list[str]:
    """One line a cell, and nothing a spreadsheet would run."""
    lines = [plain(cell, 2000) for cell in cells]
    return [f"'{line}" if line.startswith(_FORMULA_STARTS) else line for line in lines]


RENDERER = Renderer("backlog", "The steps as a CSV file for issue trackers", draw)
