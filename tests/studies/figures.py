"""The figures that the what-if page shows, and those of the command line for the same cut."""

import pytest
from studies.browsing import Report

from analyzer.model.crossings import count_crossings
from analyzer.model.production import production
from analyzer.model.study import Study


def figures(study: Study) -> dict[str, float | None]:
    scores = {score.metric: score.value for score in study.verdict.scores if not score.service}
    return {**scores, **count_crossings(*production(study.graph, study.cut))}


def shown(report: Report) -> dict[str, float | None]:
    rows = report.page.locator("tr[data-metric], tr[data-crossing]").all()
    names = [row.get_attribute("data-metric") or row.get_attribute("data-crossing") or "" for row in rows]
    values = [row.get_attribute("data-value") for row in rows]
    return {name: float(value) if value else None for name, value in zip(names, values, strict=True)}


def agree(browser: dict[str, float | None], study: Study) -> None:
    """Every figure of the page is that of the study, to nine digits."""
    ours = figures(study)
    assert browser == pytest.approx({name: ours[name] for name in browser}, abs=1e-9)
