"""Steps that are cheap and safe before any service exists."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from analyzer.model.breaks import Break
from analyzer.model.roadmap import Step
from analyzer.plan.effort import effort_of
from analyzer.plan.libraries import helpers, share_helpers
from analyzer.plan.situation import Situation, Unit
from analyzer.plan.steps import break_step


class Preparation(NamedTuple):
    """Breaks that can be healed at once, for the whole codebase, without moving anything."""

    slug: str
    title: str
    reason: str
    fits: Callable[[Break], bool]


PREPARATIONS = (
    Preparation(
        "constants",
        "Copy the shared constants and settings",
        "A copy changes nothing at run time.",
        lambda one: one.kind == "shared_constant" and one.remedy.automation != "decision",
    ),
    Preparation(
        "types",
        "Move plain types and exceptions to the contracts",
        "Types without behaviour can be used by both sides at once.",
        lambda one: one.remedy.kind in ("contract_schema", "problem_type"),
    ),
    Preparation(
        "imports",
        "Take out imports that nothing uses",
        "They stop a service from starting and serve no visible purpose.",
        lambda one: one.remedy.kind == "remove_import",
    ),
    Preparation(
        "tests",
        "Part the tests that reach across",
        "Tests that stand alone protect every later step.",
        lambda one: one.kind == "test",
    ),
)


SHOWN = 3
"""Tables named in a title."""


class Prepared(NamedTuple):
    """The preparing steps, and the keys of the breaks that they heal."""

    steps: list[Step]
    healed: set[str]


def prepare(situation: Situation, order: list[Unit]) -> Prepared:
    """The preparing steps; one for each unit whose tables are contested, in the order of the units."""
    steps = []
    shared = helpers(situation)
    healed = {one.key for breaks in shared.values() for one in breaks}
    for slug, title, reason, fits in PREPARATIONS:
        breaks = [one for one in situation.breaks if one.key not in healed and fits(one)]
        healed.update(one.key for one in breaks)
        if breaks:
            steps.append(break_step(situation, (), breaks, (f"prepare-{slug}", title, reason)))
    steps += share_helpers(situation, shared)
    steps += [_decide_owners(situation, unit) for unit in order if situation.contested(unit)]
    return Prepared(steps, healed)


def _decide_owners(situation: Situation, unit: Unit) -> Step:
    contested = situation.contested(unit)
    names = {table.key: table.name for table in situation.graph.tables}
    name = situation.name(unit)
    files = tuple(sorted({table.file for table in situation.graph.tables if table.key in {c.table for c in contested}}))
    return Step(
        key=f"owners-{'-'.join(unit)}",
        title=f"Decide who owns {_some([names.get(one.table, one.table) for one in contested])}",
        kind="prepare",
        service=unit[0],
        needs=(),
        breaks=(),
        files=files,
        tests=situation.covering(files),
        effort=effort_of(Counter({"contested_table": len(contested)}), situation.settings),
        risk="low",
        risk_reasons=("only a decision, no code changes",),
        reason=f"Others write as much as {name} does; until that is decided nobody knows which way the calls go.",
        undo="Decide again.",
    )


def _some(names: list[str]) -> str:
    """The first few names; all of them are in the list of tables."""
    shown = sorted(names)[:SHOWN]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
