"""Helpers that run in any process: those of one module move to a shared library together, by one decision."""

import re
from collections import defaultdict

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step
from analyzer.plan.effort import LIBRARY
from analyzer.plan.situation import Situation
from analyzer.plan.steps import break_step

LEAST = 3
"""Breaks that lead to helpers of one module, from at least two services; below that the module is no common good, and
its users get the code, or an operation, when its service leaves."""
MOST = 8
"""Modules with a step of their own; people decide about a handful, the rest is told together."""

Helpers = dict[str, list[Break]]
"""Breaks by the module whose code they need."""


def helpers(situation: Situation) -> Helpers:
    """The modules whose helpers become a library, the most needed first."""
    by_module: Helpers = defaultdict(list)
    for one in situation.breaks:
        if one.remedy.kind == LIBRARY:
            by_module[situation.module_of(one.target)].append(one)
    common = [
        name
        for name, breaks in by_module.items()
        if len(breaks) >= LEAST and len({one.source_service for one in breaks}) > 1
    ]
    return {name: by_module[name] for name in sorted(common, key=lambda name: (-len(by_module[name]), name))}


def share_helpers(situation: Situation, found: Helpers) -> list[Step]:
    """One step for each of the first modules, and one for the helpers of all others."""
    names = list(found)
    steps = [_step(situation, name, found[name]) for name in names[:MOST]]
    breaks = sorted((one for name in names[MOST:] for one in found[name]), key=lambda one: one.key)
    if breaks:
        title = f"Move helpers of {len(names) - MOST} more modules to shared libraries"
        words = _words("prepare-helpers", title, breaks)
        steps.append(break_step(situation, (), breaks, words))
    return steps


def _step(situation: Situation, module: str, breaks: list[Break]) -> Step:
    count = len({one.target for one in breaks})
    what = "1 helper" if count == 1 else f"{count} helpers"
    slug = re.sub(r"[^a-z0-9]+", "-", module.lower()).strip("-")
    words = _words(f"prepare-helpers-{slug}", f"Move {what} of {module} to a shared library", breaks)
    return break_step(situation, (), breaks, words)


def _words(key: str, title: str, breaks: list[Break]) -> tuple[str, str, str]:
    services = len({one.source_service for one in breaks})
    places = sum(len(one.occurrences) for one in breaks)
    reason = f"One decision for {len(breaks)} breaks of {services} services in {places} places: this code runs in any "
    return key, title, f"{reason}process."
