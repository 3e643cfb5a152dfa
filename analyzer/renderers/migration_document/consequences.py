"""What the cut gives each service: the promises, as figures."""

from itertools import groupby

from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import table


def consequence_lines(study: Study) -> list[str]:
    """A table a service: topic, figure, what it means."""
    if not study.consequences:
        return []
    names = {service.key: service.name for service in study.cut.services}
    lines = ["## What the cut gives each service", ""]
    ordered = sorted(study.consequences, key=lambda one: one.service)
    for service, found in groupby(ordered, key=lambda one: one.service):
        lines += [f"### {markdown(names.get(service, service or 'The whole'))}", ""]
        rows = [(one.topic, _figure(one.figure), one.unit, one.statement) for one in found]
        lines += table(("Promise", "Figure", "Unit", "What was found"), rows)
    return lines


def _figure(value: float | None) -> str:
    return "no answer" if value is None else f"{value:g}"
