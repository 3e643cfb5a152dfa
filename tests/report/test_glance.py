"""What the page says before its script has run, or without any."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from playwright.sync_api import Browser
from studies.browsing import Report
from studies.hostile import hostile_study
from studies.shop import shop_study

from analyzer.model.cut import ServiceKind
from analyzer.model.study import Study
from analyzer.render import render, render_comparison


def kinds(study: Study, *wanted: ServiceKind) -> Study:
    services = tuple(
        msgspec.structs.replace(one, kind=kind) for one, kind in zip(study.cut.services, wanted, strict=True)
    )
    return msgspec.structs.replace(study, cut=msgspec.structs.replace(study.cut, services=services))


def saved(study: Study, folder: Path) -> Path:
    (page,) = render(study, ["html"])
    path = folder / page.path
    path.write_text(str(page.content), "utf-8")
    return path


def without_scripts(browser: Browser, path: Path) -> str:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    text = page.locator("#content").inner_text()
    context.close()
    return text


def test_the_verdict_is_there_without_scripts(browser: Browser, shop_report: Path) -> None:
    study = shop_study()
    text = without_scripts(browser, shop_report)
    assert study.verdict.headline in text
    for sentence in (*study.verdict.reasons, *study.verdict.obstacles, *study.verdict.unseen):
        assert sentence in text
    for service in study.cut.services:
        assert service.name in text
    assert "With scripts off" in text


def test_the_first_words_are_those_of_the_page(browser: Browser, shop: Report, shop_report: Path) -> None:
    before = without_scripts(browser, shop_report)
    after = shop.page.locator("#content .stats").first.inner_text()
    figures = [line for line in after.splitlines() if line and line[0].isdigit()]
    assert len(figures) >= 4
    assert [figure for figure in figures if figure not in before] == []


def test_services_are_counted_alike_before_and_after(
    browser: Browser, open_report: Callable[..., Report], tmp_path: Path
) -> None:
    path = saved(kinds(shop_study(), "service", "part", "service"), tmp_path)
    told = "2 services and 1 part, from 7 modules"
    assert told in without_scripts(browser, path)
    report = open_report(path)
    assert told in report.page.locator("#content").inner_text()
    assert report.page.locator("nav#pages .count").first.inner_text() == "2"
    assert "Beside them 1 part: Orders." in report.page.locator("#content").inner_text()
    report.go("/services")
    assert report.page.locator("#content table").first.locator("tbody tr").count() == 2
    assert "A part moves as one and is not proposed to run alone." in report.page.locator("#content").inner_text()
    report.go("/map")
    assert report.page.locator(".graph a.node").count() == 2
    assert "Not drawn: 1 part." in report.page.locator("#content").inner_text()
    report.go("/service/orders")
    assert "A part: moves as one" in report.page.locator("#content").inner_text()


def test_names_are_only_text_before_the_script_too(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved(hostile_study(), tmp_path).as_uri())
    assert page.locator("#content img, #content script").count() == 0
    assert '<img src=x onerror="window.acted=2">Orders' in page.locator("#content").inner_text()
    context.close()


def test_a_comparison_says_what_changed_without_scripts(browser: Browser, tmp_path: Path) -> None:
    (page,) = render_comparison(kinds(shop_study(), "service", "part", "service"), shop_study())
    path = tmp_path / page.path
    path.write_text(str(page.content), "utf-8")
    text = without_scripts(browser, path)
    assert text.startswith("shop compared with shop\nWhat changed") or "What changed" in text
    assert "Services: 2 -> 3" in text


def test_an_address_of_another_page_does_not_show_the_verdict_first(shop: Report, shop_report: Path) -> None:
    hidden = "() => getComputedStyle(document.getElementById('content')).visibility"
    assert shop.page.evaluate(hidden) == "visible"
    shop.page.goto("about:blank")
    shop.page.goto(f"{shop_report.as_uri()}#/breaks")
    shop.page.wait_for_selector("html[data-ready]")
    assert shop.heading() == "What this cut breaks"
    assert shop.page.evaluate(hidden) == "visible"
    shop.page.evaluate("() => { delete document.documentElement.dataset.ready; }")
    assert shop.page.evaluate(hidden) == "hidden"
