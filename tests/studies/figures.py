"""The figures that the what-if page shows, and those of the command line for the same cut."""

from collections import Counter
from collections.abc import Iterable

import pytest
from studies.browsing import Report

from analyzer.model.breaks import Break
from analyzer.model.study import Study


def figures(study: Study) -> dict[str, float | None]:
    scores = {score.metric: score.value for score in study.verdict.scores if not score.service}
    return {**scores, **counted(study.breaks)}


def counted(breaks: Iterable[Break]) -> dict[str, int]:
    """Breaks by kind, and all."""
    kinds = Counter(item.kind for item in breaks)
    return {**kinds, "all": kinds.total()}


def shown(report: Report) -> dict[str, float | None]:
    rows = report.page.locator("tr[data-metric], tr[data-break]").all()
    names = [row.get_attribute("data-metric") or row.get_attribute("data-break") or "" for row in rows]
    values = [row.get_attribute("data-value") for row in rows]
    return {name: float(value) if value else None for name, value in zip(names, values, strict=True)}


def same(browser: dict[str, float | None], ours: dict[str, float | None]) -> None:
    """Every figure of the page is one of ours, to nine digits; kinds of breaks that we have none of are shown as 0."""
    assert browser == pytest.approx({name: ours.get(name, 0) for name in browser}, abs=1e-9)
    assert not {name for name in ours if name not in browser} & set(counted(()))


def agree(browser: dict[str, float | None], study: Study) -> None:
    """Every figure of the page is that of the study."""
    same(browser, figures(study))
