import re
from collections.abc import Callable
from pathlib import Path

import pytest
from studies.browsing import Report
from studies.pages import PAGES


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_screen(open_report: Callable[..., Report], shop_report: Path, width: int) -> None:
    report = open_report(shop_report, viewport={"width": width, "height": 800})
    for address in PAGES:
        report.go(address)
        page = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        wide, screen = report.page.evaluate(page)
        assert wide <= screen, address


def test_a_narrow_screen_has_a_menu(open_report: Callable[..., Report], shop_report: Path) -> None:
    report = open_report(shop_report, viewport={"width": 390, "height": 800})
    report.page.get_by_role("button", name="Pages").click()
    report.page.get_by_role("link", name="Matrix").first.click()
    report.wait_for("Who depends on whom")
    assert report.heading() == "Who depends on whom"
    assert report.page.locator("nav#pages").is_hidden()


def test_the_theme_follows_the_system_until_somebody_chooses(
    open_report: Callable[..., Report], shop_report: Path
) -> None:
    report = open_report(shop_report, color_scheme="dark")
    background = "() => getComputedStyle(document.documentElement).backgroundColor"
    assert report.page.evaluate(background) == "rgb(19, 22, 27)"
    report.page.get_by_role("button", name="Switch between light and dark").click()
    assert report.page.evaluate(background) == "rgb(250, 249, 246)"
    report.page.reload()
    report.page.wait_for_selector("html[data-ready]")
    assert report.page.evaluate(background) == "rgb(250, 249, 246)"


def test_paper_holds_the_whole_review_pack(shop: Report) -> None:
    document = shop.page.pdf(format="A4", print_background=True)
    assert document.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", document)) >= 9
    shop.page.emulate_media(media="print")
    shop.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    text = shop.page.locator("#paper").inner_text()
    for heading in ("How the services lean on each other", "The way there", "Evidence and method", "Payments"):
        assert heading in text
    assert shop.page.locator(".top").is_hidden()


def test_pages_do_not_jump_while_they_are_drawn(shop: Report) -> None:
    shifts = """() => new Promise(done => {
        let total = 0;
        const add = list => { for (const entry of list.getEntries()) total += entry.value; };
        new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(total), 200);
    })"""
    assert shop.page.evaluate(shifts) < 0.02
