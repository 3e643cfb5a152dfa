"""What the page says before its script has run, in plain text: for hurried eyes, screen readers, and no scripts."""

from collections import Counter
from typing import NamedTuple

from analyzer.model.cut import count_kinds, proposed
from analyzer.model.roadmap import Effort
from analyzer.model.study import Study
from analyzer.model.tables import service_table

_ADVICE = {
    "split": "Split it",
    "modular_monolith_first": "Make it modular first",
    "leave_whole": "Leave it whole",
}


class Card(NamedTuple):
    """One figure with what it is called and a sentence of meaning."""

    label: str
    value: str
    sentence: str


class Group(NamedTuple):
    """A proposed service in one line."""

    name: str
    about: str
    size: str


class Glance(NamedTuple):
    """The first page in words; ``lines`` is what changed, where two studies are compared."""

    title: str
    crumb: str
    advice: str = ""
    confidence: str = ""
    cards: tuple[Card, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    groups: tuple[Group, ...] = ()


def glance(study: Study) -> Glance:
    """The verdict of a study, with the words and figures of the page that the script draws over it."""
    verdict = study.verdict
    return Glance(
        title=verdict.headline,
        crumb=f"The verdict on {study.name}",
        advice=_ADVICE[verdict.advice],
        confidence=_percent(verdict.confidence),
        cards=_cards(study),
        lists=(
            ("Strongest reasons", verdict.reasons),
            ("Biggest obstacles", verdict.obstacles),
            ("What the analysis could not see", verdict.unseen),
        ),
        groups=_groups(study),
    )


def glance_at_changes(old: Study, new: Study, lines: list[str]) -> Glance:
    """What changed between two studies, line by line."""
    return Glance("What changed", f"{old.name} compared with {new.name}", lists=(("In short", tuple(lines)),))


def _cards(study: Study) -> tuple[Card, ...]:
    elements = study.graph.elements.join(study.cut.placements[["verdict"]], how="inner")
    modules = elements[(elements["kind"] == "module") & elements["role"].isin(["code", ""])]
    left = int((modules["verdict"] != "owned").sum())
    decisions = Counter(item.remedy.automation for item in study.breaks)["decision"]
    return (
        Card(
            "Proposed services",
            f"{len(proposed(study.cut)):,}",
            f"{count_kinds(study.cut)}, from {len(modules):,} modules and {int(modules['lines'].sum()):,} lines; "
            f"{left:,} {'module' if left == 1 else 'modules'} owned by nobody",
        ),
        Card("Breaks", f"{len(study.breaks):,}", f"things this cut severs; {decisions:,} need a decision"),
        Card("Effort", *_effort(study.roadmap.effort, len(study.roadmap.waves))),
        Card(
            "References resolved",
            _percent(study.verdict.resolved_share),
            "of the names in the code were followed to what they mean",
        ),
    )


def _effort(effort: Effort, waves: int) -> tuple[str, str]:
    if not waves:
        return "none", "no roadmap for this cut"
    digits = 1 if effort.high < 10 else 0  # noqa: PLR2004 - a tenth of a day matters below two weeks
    low, high = (f"{round(value, digits):,g}" for value in (effort.low, effort.high))
    days = f"{low} days" if low == high else f"{low}\u2013{high} days"
    return days, f"person-days over {waves} {'wave' if waves == 1 else 'waves'}"


def _groups(study: Study) -> tuple[Group, ...]:
    table = service_table(study)
    sizes = dict(
        zip(table["key"].tolist(), zip(table["modules"].tolist(), table["lines"].tolist(), strict=True), strict=True)
    )
    return tuple(
        Group(
            service.name,
            service.description or ", ".join(service.words[:5]),
            f"{sizes[service.key][0]:,} modules, {sizes[service.key][1]:,} lines",
        )
        for service in proposed(study.cut)
    )


def _percent(share: float | None) -> str:
    return "no answer" if share is None else f"{100 * share:.0f} %"
