"""A summary for a pull request or a wiki page, in Markdown."""

from collections import Counter
from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.breaks import Break
from analyzer.model.cut import count_kinds
from analyzer.model.family import Renderer
from analyzer.model.rollup import named
from analyzer.model.score import Score
from analyzer.model.study import Study
from analyzer.model.tables import service_table
from analyzer.notation.prose import markdown

_BREAKS = 10  # a summary names the hardest; the report has them all
_ORDER = ("decision", "with_loss", "automatic")


def draw(study: Study) -> Iterable[Artifact]:
    """``summary.md``: the verdict, the services, what breaks, and where the rest is."""
    verdict = study.verdict
    lines = [f"# {markdown(study.name)}: {markdown(verdict.headline)}", ""]
    advice, sure = verdict.advice.replace("_", " "), _percent(verdict.confidence)
    seen = _percent(verdict.resolved_share)
    lines += [f"Advice: **{advice}**, confidence {sure}; {seen} of the references could be resolved.", ""]
    lines += _list("Reasons", verdict.reasons) + _list("Obstacles", verdict.obstacles)
    lines += _list("Not seen", verdict.unseen)
    lines += _services(study) + _breaks(study.breaks) + _scores(verdict.scores)
    lines += ["The whole report is `report.html`; every figure comes from `study.json`."]
    yield Artifact("summary.md", "\n".join(lines) + "\n")


def _list(title: str, sentences: tuple[str, ...]) -> list[str]:
    if not sentences:
        return []
    return [f"## {title}", "", *(f"- {markdown(text)}" for text in sentences), ""]


def _services(study: Study) -> list[str]:
    rows = [
        "## Services",
        "",
        f"{count_kinds(study.cut)}.",
        "",
        "| Service | Modules | Lines | Tables | Routes | Breaks out | Breaks in |",
    ]
    rows.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    table = service_table(study)
    columns = ("modules", "lines", "tables", "routes", "breaks_out", "breaks_in")
    names = [named(service) for service in study.cut.services]
    for name, *figures in zip(names, *(table[column] for column in columns), strict=True):
        rows.append(f"| {markdown(name)} | {' | '.join(f'{figure:,}' for figure in figures)} |")
    return [*rows, ""]


def _breaks(breaks: tuple[Break, ...]) -> list[str]:
    if not breaks:
        return ["## Breaks", "", "This cut severs nothing that was seen.", ""]
    counts = Counter((item.remedy.kind, item.remedy.automation) for item in breaks)
    rows = ["## Breaks", "", "| Remedy | Who decides | Breaks |", "| --- | --- | ---: |"]
    for (remedy, automation), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        rows.append(f"| {markdown(remedy.replace('_', ' '))} | {automation.replace('_', ' ')} | {count:,} |")
    hardest = sorted(breaks, key=lambda item: (_ORDER.index(item.remedy.automation), -len(item.occurrences), item.key))
    rows += ["", "The hardest:", ""]
    rows += [_hard(item) for item in hardest[:_BREAKS]]
    return [*rows, ""]


def _hard(item: Break) -> str:
    first = item.occurrences[0] if item.occurrences else None
    place = f" ({markdown(first.file)}:{first.line})" if first else ""
    return f"- {markdown(item.kind.replace('_', ' '))}: {markdown(item.detail or item.key)}{place}"


def _scores(scores: tuple[Score, ...]) -> list[str]:
    rows = ["## Figures", "", "| Metric | Value | Meaning |", "| --- | ---: | --- |"]
    for score in scores:
        if not score.service:
            value = "no answer" if score.value is None else f"{score.value:.3f}"
            rows.append(f"| {markdown(score.metric)} | {value} | {markdown(score.meaning or score.reason)} |")
    return [*rows, ""]


def _percent(share: float | None) -> str:
    return "an unknown share" if share is None else f"{share:.0%}"


RENDERER = Renderer("summary", "Markdown summary for a pull request", draw, default=False)
