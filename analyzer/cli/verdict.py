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
    """The services from the largest down, sized as services.csv has them: code that a service owns, no tests."""
    from analyzer.model.cut import count_groups  # noqa: PLC0415 - loads pandas, see above

    placed = study.graph.elements.join(study.cut.placements[["service", "verdict"]])
    owned = placed[(placed["kind"] == "module") & placed["role"].isin(["code", ""]) & (placed["verdict"] == "owned")]
    counts, lines = Counter(owned["service"]), owned["lines"].groupby(owned["service"]).sum()
    whole = [item for item in study.cut.services if item.kind == "service"]
    whole.sort(key=lambda item: (-int(lines.get(item.key, 0)), item.key))
    width = max((len(item.name) for item in whole[:_SHOWN]), default=0)
    for item in whole[:_SHOWN]:
        unit = "modules" if counts[item.key] != 1 else "module "
        yield f"  {item.name:<{width}}  {counts[item.key]:>5,} {unit} {int(lines.get(item.key, 0)):>8,} lines"
    if len(whole) > _SHOWN:
        yield f"  and {len(whole) - _SHOWN} more"
    beside = [item for item in study.cut.services if item.kind != "service"]
    if beside:
        yield f"  {'beside them' if whole else 'found'} {count_groups(beside)}"


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
