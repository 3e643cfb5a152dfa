"""The steps that take one unit out of the monolith."""

from collections.abc import Callable

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step
from analyzer.plan.effort import effort_of, work_items
from analyzer.plan.order import DATA_KINDS
from analyzer.plan.risk import risk_of
from analyzer.plan.situation import Situation, Unit

EVENT_KINDS = frozenset(("signal", "task"))
Words = tuple[str, str, str]
"""Key, title and reason of a step."""


def unit_steps(situation: Situation, unit: Unit, ties: list[Break], before: list[Step]) -> list[Step]:
    """What must be broken between the unit and the rest of the monolith, each as a step of its own."""
    steps = []
    for words, fits in _parts(situation.name(unit), "-".join(unit)):
        breaks = [one for one in ties if fits(one)]
        if breaks:
            steps.append(break_step(situation, unit, breaks, words, _needed(breaks, unit, before)))
    return steps


def _parts(name: str, slug: str) -> list[tuple[Words, Callable[[Break], bool]]]:
    return [
        (
            (f"data-{slug}", f"Make the data of {name} separable", "No service moves before the data it owns can."),
            lambda one: one.kind in DATA_KINDS,
        ),
        (
            (f"events-{slug}", f"Send events and tasks of {name} by a broker", "They run apart from the caller."),
            lambda one: one.kind in EVENT_KINDS,
        ),
        (
            (f"api-{slug}", f"Put {name} behind an interface", "Callers use the client while the code is still here."),
            lambda one: one.kind not in DATA_KINDS | EVENT_KINDS,
        ),
    ]


def _needed(breaks: list[Break], unit: Unit, before: list[Step]) -> tuple[str, ...]:
    """Preparing steps that decide about this unit or change files that this step changes, too."""
    files = {place.file for one in breaks for place in one.occurrences}
    return tuple(step.key for step in before if step.service in unit or files & set(step.files))


def break_step(
    situation: Situation, unit: Unit, breaks: list[Break], words: Words, needs: tuple[str, ...] = ()
) -> Step:
    """A step that heals these breaks."""
    key, title, reason = words
    files = tuple(sorted({place.file for one in breaks for place in one.occurrences}))
    risk, reasons = risk_of(situation, unit, breaks, files)
    return Step(
        key=key,
        title=title,
        kind="break" if unit else "prepare",
        service=unit[0] if unit else "",
        needs=needs,
        breaks=tuple(one.key for one in breaks),
        files=files,
        tests=situation.covering(files),
        effort=effort_of(work_items(breaks), situation.settings),
        risk=risk,
        risk_reasons=reasons,
        reason=reason,
        undo="Each break is healed behind a switch inside the monolith; turn the switch back.",
    )


def extract_step(situation: Situation, unit: Unit, needs: tuple[str, ...], reason: str) -> Step:
    """Move the code, the tables and the traffic of the unit."""
    files = tuple(sorted({file for one in unit for file in situation.files.get(one, ())}))
    risk, reasons = risk_of(situation, unit, [], files)
    return Step(
        key=f"extract-{'-'.join(unit)}",
        title=f"Extract {situation.name(unit)}",
        kind="extract" if len(unit) == 1 else "keep_together",
        service=unit[0],
        needs=needs,
        breaks=(),
        files=files,
        tests=situation.covering(files),
        effort=effort_of(situation.moved(unit), situation.settings),
        risk=risk,
        risk_reasons=reasons,
        reason=reason,
        undo="Send its routes back to the monolith, whose code stays until the new service has proved itself.",
    )
