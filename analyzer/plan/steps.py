"""The steps that take one unit out of the monolith, and those that come before everything."""

from collections import Counter
from collections.abc import Callable

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step
from analyzer.plan.effort import effort_of, work_items
from analyzer.plan.order import DATA_KINDS
from analyzer.plan.risk import risk_of
from analyzer.plan.situation import Situation, Unit

EVENT_KINDS = frozenset(("signal", "task"))
CHEAP_KINDS = {
    "shared_constant": ("copy-constants", "Copy the shared constants", "They change nothing at run time."),
    "test": ("part-tests", "Part the tests that reach across", "Tests that stand alone protect every later step."),
}


def cheap_steps(situation: Situation) -> list[Step]:
    """Steps that are safe before any service exists."""
    steps = []
    for kind, (slug, title, reason) in sorted(CHEAP_KINDS.items()):
        breaks = [one for one in situation.breaks if one.kind == kind]
        if breaks:
            steps.append(_break_step(situation, (), breaks, (f"prepare-{slug}", title, reason)))
    return steps


def unit_steps(situation: Situation, unit: Unit, left: set[str], before: tuple[str, ...]) -> list[Step]:
    """What must be broken between the unit and the rest of the monolith, each as a step of its own."""
    ties = [one for one in situation.tying(unit, left - set(unit)) if one.kind not in CHEAP_KINDS]
    slug, name = "-".join(unit), _name(situation, unit)
    parts: list[tuple[tuple[str, str, str], Callable[[Break], bool]]] = [
        (
            (f"data-{slug}", f"Make the data of {name} separable", "No service moves before the data it owns can."),
            lambda one: one.kind in DATA_KINDS,
        ),
        (
            (
                f"events-{slug}",
                f"Send events and tasks of {name} by a broker",
                "They run apart from the caller already.",
            ),
            lambda one: one.kind in EVENT_KINDS,
        ),
        (
            (f"api-{slug}", f"Put {name} behind an interface", "Callers use the client while the code is still here."),
            lambda one: one.kind not in DATA_KINDS | EVENT_KINDS,
        ),
    ]
    chosen = [(words, [one for one in ties if fits(one)]) for words, fits in parts]
    return [_break_step(situation, unit, breaks, words, before) for words, breaks in chosen if breaks]


def extract_step(situation: Situation, unit: Unit, needs: tuple[str, ...]) -> Step:
    """Move the code, the tables and the traffic of the unit."""
    files = tuple(sorted({file for one in unit for file in situation.files.get(one, ())}))
    keys = {table.service for table in situation.owners}
    tables = sum(table.service in unit for table in situation.owners) if keys else 0
    within = set(files)
    routes = sum(route.file in within for route in situation.graph.routes)
    items = +Counter({"service": 1, "module_moved": len(files), "table_moved": tables, "route_moved": routes})
    risk, reasons = risk_of(situation, unit, [], files)
    name = _name(situation, unit)
    return Step(
        key=f"extract-{'-'.join(unit)}",
        title=f"Extract {name}",
        kind="extract" if len(unit) == 1 else "keep_together",
        service=unit[0],
        needs=needs,
        breaks=(),
        files=files,
        tests=situation.covering(files),
        effort=effort_of(items, situation.settings),
        risk=risk,
        risk_reasons=reasons,
        reason="All that tied it to what is left has been broken in the waves before.",
        undo="Send its routes back to the monolith, whose code stays until the new service has proved itself.",
    )


def _break_step(
    situation: Situation, unit: Unit, breaks: list[Break], words: tuple[str, str, str], needs: tuple[str, ...] = ()
) -> Step:
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


def _name(situation: Situation, unit: Unit) -> str:
    return " and ".join(situation.names.get(one, one) for one in unit)
