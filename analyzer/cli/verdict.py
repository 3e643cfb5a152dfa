"""The short verdict at the end of a run: split or not, into what, what stands in the way, where the report is."""

import os
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from analyzer.cli.voice import Voice, clean, say, strong, tell
from analyzer.model.problem import Problem
from analyzer.write import Written

if TYPE_CHECKING:  # a verdict out of the cache is said without loading what a study is made of
    from analyzer.model.study import Study

_BESIDE = {
    "library": "libraries used by all",
    "part": "parts too small to run alone",
    "platform": "groups of platform and glue",
}
_SHOWN = 10  # problems, and services, before "and n more": one screen
_OBSTACLES = 3  # the biggest; the report has the rest


class Verdict(Struct, frozen=True):
    """What there is to say about a study: ``lines`` for standard output, the headline first; nothing cleaned yet."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def sum_up(study: "Study") -> Verdict:
    """The verdict in words."""
    lines = [f"{study.name}: {study.verdict.headline}", *_services(study), *_obstacles(study), _seen(study)]
    return Verdict(tuple(lines), study.problems)


def deliver(verdict: Verdict, written: Written, voice: Voice) -> None:
    """Say the verdict on standard output, and on standard error what could not be read."""
    _losses(verdict.problems, voice)
    if not voice.quiet:
        say(strong(clean(verdict.lines[0])))
        for line in verdict.lines[1:]:
            say(clean(line))
        for path in written.kept:
            say(f"Kept as you changed it: {path}")
        for path in written.beside:
            say(f"You had changed a generated file; your version is now {path}")
    say(clean(f"Report: {_shortest(str(written.folder / 'report.html'))}"))


def _services(study: "Study") -> Iterator[str]:
    elements, placements = study.graph.elements, study.cut.placements
    modules = elements[(elements["kind"] == "module") & (elements["role"] == "code")]
    service = placements["service"].reindex(modules.index).fillna("")
    counts = Counter(service)
    lines = modules["lines"].groupby(service).sum()
    whole = [item for item in study.cut.services if item.kind == "service"]
    width = max((len(item.name) for item in whole), default=0)
    for item in whole[:_SHOWN]:
        size = f"{counts[item.key]:>5,} modules {int(lines.get(item.key, 0)):>8,} lines"
        yield f"  {item.name:<{width}}  {size}"
    if len(whole) > _SHOWN:
        yield f"  and {len(whole) - _SHOWN} more services"
    beside = Counter(item.kind for item in study.cut.services if item.kind != "service")
    if beside:
        yield f"  beside them {', '.join(f'{beside[kind]} {_BESIDE[kind]}' for kind in sorted(beside))}"


def _obstacles(study: "Study") -> Iterator[str]:
    if study.verdict.obstacles:
        yield "What stands in the way:"
        for obstacle in study.verdict.obstacles[:_OBSTACLES]:
            yield f"  - {obstacle}"


def _seen(study: "Study") -> str:
    lost = sum(problem.severity == "loss" for problem in study.problems)
    share = study.verdict.resolved_share
    resolved = f"{share:.0%} of references resolved" if share is not None else "no references to resolve"
    return (
        f"Read {len(study.sources) - lost:,} of {len(study.sources):,} files; {resolved}; {len(study.breaks):,} breaks."
    )


def _losses(problems: tuple[Problem, ...], voice: Voice) -> None:
    """Losses are always named; the other problems on request, and in the report."""
    losses = [problem for problem in problems if problem.severity == "loss"]
    others = [problem for problem in problems if problem.severity != "loss"]
    if losses:
        tell(f"Part of the code could not be read ({len(losses)} {'place' if len(losses) == 1 else 'places'}):")
    shown = losses if voice.verbose else losses[:_SHOWN]
    for problem in [*shown, *(others if voice.verbose else [])]:
        tell(f"  {_line(problem)}")
    if len(losses) > len(shown):
        tell(f"  and {len(losses) - len(shown)} more; --verbose lists them all")


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return clean(f"{place}: {problem.what} {problem.handled}")


def _shortest(path: str) -> str:
    relative = os.path.relpath(path)
    return relative if len(relative) < len(path) and not relative.startswith("..") else path
