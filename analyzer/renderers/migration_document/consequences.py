"""What the cut gives each service: the promises, as figures."""

from itertools import groupby

from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import table

TITLES = {
    "deployable": "Released by itself", "starting": "Needed to start", "failure": "What stops with it",
    "fan_in": "Who waits for it", "articulation": "Only it connects", "table_failure": "Table that others use",
    "chain": "Longest chain of requests", "scaling": "Running copies of it", "hot": "Asked in loops",
    "events": "What could be an event", "extension": "Size of its interface", "calm": "How calm its interface is",
    "team": "Who owns it", "function": "One job",
}  # fmt: skip
"""Topics in the order in which an architect asks for them."""


def consequence_lines(study: Study) -> list[str]:
    """A table a service: topic, figure, what it means."""
    if not study.consequences:
        return []
    names = {service.key: service.name for service in study.cut.services}
    lines = ["## What the cut gives each service", ""]
    order = list(TITLES)
    ordered = sorted(study.consequences, key=lambda one: (one.service, order.index(one.topic)))
    for service, found in groupby(ordered, key=lambda one: one.service):
        lines += [f"### {markdown(names.get(service, service or 'The whole'))}", ""]
        rows = [(TITLES[one.topic], _figure(one.figure, one.unit), one.unit, one.statement) for one in found]
        lines += table(("Promise", "Figure", "Unit", "What was found"), rows)
    return lines


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return "no answer"
    return f"{value:.0%}" if unit.startswith("share") else f"{value:g}"
