from collections.abc import Callable
from pathlib import Path

import msgspec
from studies.browsing import Report
from studies.shop import shop_study

from analyzer.model.study import Study
from analyzer.render import changes, render_comparison


def earlier_study() -> Study:
    """The shop before its payments were put with the orders, and before one break was healed."""
    study = shop_study()
    placements = study.cut.placements.copy()
    placements.loc["shop/payments/gateway.py", "service"] = "orders"
    cut = msgspec.structs.replace(study.cut, placements=placements)
    return msgspec.structs.replace(study, cut=cut, breaks=study.breaks[:2])


def test_what_changed_in_a_few_lines() -> None:
    assert changes(earlier_study(), shop_study()) == [
        "Services: 3 -> 3",
        "Modules: 1 moved, 0 new, 0 gone",
        "  shop/payments/gateway.py: orders -> payments",
        "Breaks: 2 -> 4 (2 came, 0 went)",
        "ICP: 0.310 -> 0.310",
        "modularity: 0.420 -> 0.420",
        "CQ: no answer -> no answer",
    ]


def test_the_page_begins_with_what_changed(open_report: Callable[..., Report], tmp_path: Path) -> None:
    (page,) = render_comparison(earlier_study(), shop_study())
    path = tmp_path / page.path
    path.write_text(str(page.content), "utf-8")
    report = open_report(path)
    assert report.heading() == "What changed"
    text = report.page.locator("#content").inner_text()
    assert "2 → 4" in text
    assert "shop/payments/gateway.py" in text
    assert report.page.locator(".finding").count() == 2
    report.go("/verdict")
    assert report.heading() == "Split into three services; take payments out last."


def test_a_service_that_is_only_renamed_keeps_its_breaks(open_report: Callable[..., Report], tmp_path: Path) -> None:
    study = shop_study()
    breaks = tuple(msgspec.structs.replace(one, key=f"{one.kind}:purchases->{one.target}") for one in study.breaks)
    renamed = msgspec.structs.replace(study, breaks=breaks)
    assert "Breaks: 4 -> 4 (0 came, 0 went)" in changes(study, renamed)
    (page,) = render_comparison(study, renamed)
    path = tmp_path / page.path
    path.write_text(str(page.content), "utf-8")
    assert "0 came, 0 went" in open_report(path).page.locator("#content").inner_text()
