"""Helpers that run in any process: those of one module move to a shared library together, by one decision."""

import re
from collections import defaultdict

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step
from analyzer.plan.effort import LIBRARY
from analyzer.plan.situation import Situation
from analyzer.plan.steps import break_step

GATHERED = 3
"""Breaks that lead to one module before it gets a step of its own; fewer are told together at the end."""


def share_helpers(situation: Situation) -> list[Step]:
    """One step a module whose helpers several breaks lead to, most breaks first, and one for all other helpers."""
    by_module: dict[str, list[Break]] = defaultdict(list)
    for one in situation.breaks:
        if is_helper(one):
            by_module[situation.module_of(one.target)].append(one)
    many = sorted(
        (name for name in by_module if len(by_module[name]) >= GATHERED), key=lambda name: (-len(by_module[name]), name)
    )
    steps = [_step(situation, name, by_module[name]) for name in many]
    rest = sorted(set(by_module) - set(many))
    if rest:
        breaks = [one for name in rest for one in by_module[name]]
        words = (
            "prepare-helpers",
            f"Move {'other ' if many else ''}helpers to shared libraries",
            "This code runs in any process; nothing changes while it still is in the monolith.",
        )
        steps.append(break_step(situation, (), sorted(breaks, key=lambda one: one.key), words))
    return steps


def is_helper(one: Break) -> bool:
    """Whether the break is healed when the code it leads to is in a library."""
    return one.remedy.kind == LIBRARY


def _step(situation: Situation, module: str, breaks: list[Break]) -> Step:
    helpers = {one.target for one in breaks}
    services = {one.source_service for one in breaks}
    places = sum(len(one.occurrences) for one in breaks)
    what = "1 helper" if len(helpers) == 1 else f"{len(helpers)} helpers"
    slug = re.sub(r"[^a-z0-9]+", "-", module.lower()).strip("-")
    reason = f"One decision for {len(breaks)} breaks of {len(services)} services in {places} places: this code runs in "
    words = (f"prepare-helpers-{slug}", f"Move {what} of {module} to a shared library", f"{reason}any process.")
    return break_step(situation, (), breaks, words)
