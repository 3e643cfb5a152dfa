"""Every break by kind, the ones that are hottest and touch most places first."""

from itertools import groupby

from analyzer.model.breaks import Break
from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import place, shortened

SHOWN = 40
"""Breaks of one kind that are written out; an architect reads a page or two of each, the rest is in breaks.csv."""
SHOWN_PLACES = 3


def break_lines(study: Study) -> list[str]:
    """A section a kind, with remedy, reason and loss."""
    ranked = sorted(study.breaks, key=lambda one: (one.kind, *_rank(one)))
    lines = ["## Breaks by kind", ""] if ranked else []
    for kind, found in groupby(ranked, key=lambda one: one.kind):
        own = list(found)
        lines += [f"### {kind.replace('_', ' ').capitalize()} ({len(own)})", ""]
        lines += [line for one in own[:SHOWN] for line in _one_break(one)]
        if len(own) > SHOWN:
            lines += [f"{len(own) - SHOWN} more are in `breaks.csv`.", ""]
    return lines


def _rank(one: Break) -> tuple[int, int, str]:
    hot = sum(where.in_loop and where.in_request for where in one.occurrences)
    return -hot, -len(one.occurrences), one.key


def _one_break(one: Break) -> list[str]:
    places = shortened([place(where) for where in one.occurrences], SHOWN_PLACES)
    remedy = one.remedy
    loss = f" Lost: {remedy.loss}" if remedy.loss else ""
    ends = f"{one.source_service} to {one.target_service}"
    return [
        f"- **{markdown(one.detail)}** ({markdown(ends)}; {markdown(places)})",
        f"  {markdown(remedy.title)} ({remedy.automation.replace('_', ' ')}): {markdown(remedy.reason + loss)}",
        *(f"  - {markdown(f'{name}: {value}')}" for name, value in one.facts if name != "step"),
        "",
    ]
