"""An architecture decision record for each proposed service, in the MADR form."""

from collections import Counter
from collections.abc import Iterable

from analyzer.model.artifact import Artifact
from analyzer.model.breaks import Break
from analyzer.model.consequence import Consequence
from analyzer.model.cut import Service, proposed
from analyzer.model.family import Renderer
from analyzer.model.roadmap import Step
from analyzer.model.study import Study
from analyzer.notation.prose import markdown

OPTIONS = (
    "Leave the code in the monolith",
    "Keep it in the monolith behind a checked module boundary",
    "Extract it as a service of its own",
)

HEALED = {"automatic": "by the generator", "with_loss": "with a stated loss", "decision": "as a person decides"}


def draw(study: Study) -> Iterable[Artifact]:
    """``decisions/NNNN-<service>.md``, numbered by the key of the service; status "proposed" until people accept."""
    elements = study.graph.elements.join(study.cut.placements["service"])
    modules = Counter(elements.loc[elements["kind"] == "module", "service"])
    severed: dict[str, list[Break]] = {}
    for one in study.breaks:
        for key in sorted({one.source_service, one.target_service}):
            severed.setdefault(key, []).append(one)
    for number, service in enumerate(sorted(proposed(study.cut), key=lambda one: one.key), 1):
        context = _context(study, service, modules[service.key])
        lines = [*context, *_outcome(study, service), *_cons(study, service, severed.get(service.key, []))]
        slug = service.key.replace("_", "-")
        yield Artifact(f"decisions/{number:04}-{slug}.md", "\n".join(lines))


def _context(study: Study, service: Service, modules: int) -> list[str]:
    tables = sum(one.service == service.key for one in study.owners)
    words = ", ".join(service.words[:8])
    return [
        "---",
        "status: proposed",
        "---",
        "",
        f"# Extract {markdown(service.name)} as a service",
        "",
        "## Context and Problem Statement",
        "",
        f"{markdown(service.name)} has {counted(modules, 'module')} and {counted(tables, 'table')} of "
        f"{markdown(study.name)}." + (f" The words that set it apart: {markdown(words)}." if words else ""),
        f"{markdown(service.description)}" if service.description else "",
        "",
        "## Decision Drivers",
        "",
        *(f"- {markdown(one.statement)}" for one in _drivers(study, service)),
        "",
        "## Considered Options",
        "",
        *(f"- {option}" for option in OPTIONS),
        "",
    ]


def _drivers(study: Study, service: Service) -> list[Consequence]:
    """What was found about the service; where there is no evidence nothing drives the decision."""
    return [one for one in study.consequences if one.service == service.key and one.figure is not None]


def counted(count: int, word: str) -> str:
    """A count with its noun."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _outcome(study: Study, service: Service) -> list[str]:
    steps = [(wave.number, step) for wave in study.roadmap.waves for step in wave.steps if step.service == service.key]
    chosen, reason = _chosen(study, [number for number, step in steps if step.kind in ("extract", "keep_together")])
    kept = [one for one in study.roadmap.kept_together if service.name in one]
    agree = f"{service.stability:.0%} of the runs that drew it agree on the boundary"
    return [
        "## Decision Outcome",
        "",
        f'Proposed option: "{chosen}", because {reason}; {agree}.',
        "",
        *(f"- {markdown(one)}" for one in kept),
        *(f"- Wave {number}: {markdown(_said(step))}" for number, step in steps),
        "",
    ]


def _chosen(study: Study, leaving: list[int]) -> tuple[str, str]:
    """The option and why; ``leaving``: the waves in which the service is extracted."""
    if not leaving:
        return OPTIONS[1], "the roadmap leaves it as what remains"
    if study.verdict.advice == "modular_monolith_first":
        reason = "the verdict is to make a modular monolith first; the waves below free it, and whether it leaves in "
        return OPTIONS[1], f"{reason}wave {leaving[0]} can be decided again then"
    return OPTIONS[2], "the roadmap frees it in the waves below"


def _said(step: Step) -> str:
    return f"{step.title} ({step.effort.low:g} to {step.effort.high:g} days, risk {step.risk})"


def _cons(study: Study, service: Service, own: list[Break]) -> list[str]:
    how = Counter((one.kind, one.remedy.automation) for one in own)
    rows = [
        f"- Bad, because {counted(count, 'break')} of kind {kind.replace('_', ' ')} must be healed ({HEALED[way]})"
        for (kind, way), count in sorted(how.items())
    ]
    names = {table.key: table.name for table in study.graph.tables}
    contested = [
        names.get(one.table, one.table) for one in study.owners if one.contested and one.service == service.key
    ]
    return [
        "### Consequences",
        "",
        "- Good, because it can be changed, scaled and released apart once the breaks below are healed",
        *rows,
        *(f"- Bad, because {markdown(table)} is contested" for table in contested),
        "",
        "### Confirmation",
        "",
        "Analyse the code again after each step; `analyzer diff OLD NEW` tells which breaks went and which came.",
        "",
    ]


RENDERER = Renderer("decisions", "An architecture decision record for each service (MADR)", draw)
