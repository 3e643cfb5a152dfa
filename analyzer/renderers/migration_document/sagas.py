"""Transactions that become sagas: the steps in order, what undoes them, what is missing."""

from analyzer.model.breaks import Break
from analyzer.model.study import Study
from analyzer.notation.prose import markdown
from analyzer.renderers.migration_document.text import place


def saga_lines(study: Study) -> list[str]:
    """One section a transaction that writes tables of several services."""
    sagas = [one for one in study.breaks if one.kind == "transaction"]
    if not sagas:
        return []
    lines = ["## Transactions that become sagas", ""]
    for one in sagas:
        lines += _one_saga(one)
    return lines


def _one_saga(one: Break) -> list[str]:
    steps = [value for name, value in one.facts if name == "step"]
    found = [value for name, value in one.facts if name == "compensation found"]
    missing = [value for name, value in one.facts if name == "compensation missing"]
    undone = f"Undone in an except block today: {markdown(', '.join(found)) or 'nothing'}."
    return [
        f"### {markdown(one.detail)}",
        "",
        f"At {markdown(', '.join(place(where) for where in one.occurrences))}. {markdown(one.remedy.reason)}",
        "",
        *(f"{number}. {markdown(step)}" for number, step in enumerate(steps, 1)),
        "",
        f"{undone} Still to be written: {markdown(', '.join(missing)) or 'nothing'}.",
        "",
    ]
