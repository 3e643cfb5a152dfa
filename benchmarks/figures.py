"""Tables of the evaluation, as Markdown."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from cases import Case

from analyzer.settings import Settings


class Row(NamedTuple):
    """One case: main measure by method, with AMI, MoJoFM and seconds of the proposal."""

    case: str
    scores: Mapping[str, float | None]
    ami: float
    mojofm: float
    seconds: float


def table(rows: Sequence[Row]) -> str:
    """One line a case and one with the means."""
    methods = list(rows[0].scores)
    lines = [f"| case | {' | '.join(methods)} | AMI | MoJoFM | seconds |", f"|---|{'---|' * (len(methods) + 3)}"]
    for row in rows:
        cells = [_cell(row.scores[method]) for method in methods]
        lines.append(f"| {row.case} | {' | '.join(cells)} | {row.ami:.2f} | {row.mojofm:.0f} | {row.seconds:.1f} |")
    means = [_cell(_mean([row.scores[method] for row in rows])) for method in methods]
    ami, mojofm = _mean([row.ami for row in rows]), _mean([row.mojofm for row in rows])
    lines.append(f"| **mean** | {' | '.join(means)} | {ami:.2f} | {mojofm:.0f} | |")
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def leave_one_out(
    cases: Sequence[Case], grid: Mapping[str, Settings], measured: Callable[[Case, Settings], Any]
) -> str:
    """For each case: the settings that are best on the others, and what they reach on it."""
    scores = {name: [measured(case, settings) for case in cases] for name, settings in grid.items()}
    lines = ["| left out | best on the others | reached |", "|---|---|---|"]
    reached = []
    for position, case in enumerate(cases):
        rest = {name: sum(found) - found[position] for name, found in scores.items()}
        best = max(sorted(rest), key=lambda name: rest[name])
        reached.append(scores[best][position])
        lines.append(f"| {case.name} | {best} | {reached[-1]:.2f} |")
    lines.append(f"| **mean** | | {sum(reached) / len(reached):.2f} |")
    return "\n".join(lines)
