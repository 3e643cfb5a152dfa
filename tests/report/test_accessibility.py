from collections.abc import Callable
from pathlib import Path

import pytest
from studies.browsing import Report
from studies.pages import PAGES

AXE = Path(__file__).parents[1] / "node" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_report: Callable[..., Report], shop_report: Path, scheme: str) -> None:
    report = open_report(shop_report, color_scheme=scheme)
    report.page.evaluate(AXE.read_text("utf-8"))  # by the debugger: the page's own policy would refuse it
    found = []
    for address in PAGES:
        report.go(address)
        for violation in report.page.evaluate("async () => (await axe.run()).violations"):
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:160] for node in violation["nodes"][:2]]
                found.append((address, violation["id"], violation["nodes"][0]["failureSummary"], nodes))
    assert found == []


def test_every_page_can_be_used_without_a_mouse(shop: Report) -> None:
    shop.page.keyboard.press("Tab")
    assert shop.page.evaluate("() => document.activeElement.textContent") == "Skip to the content"
    shop.page.keyboard.press("Enter")
    assert shop.page.evaluate("() => document.activeElement.id") == "content"
    for number, address in enumerate(["/verdict", "/map", "/services", "/breaks"], start=1):
        shop.page.keyboard.press(str(number))
        shop.page.wait_for_function("address => location.hash === address", arg=f"#{address}")
    shop.page.keyboard.press("?")
    assert shop.page.get_by_role("dialog").is_visible()


def test_each_picture_has_words(shop: Report) -> None:
    shop.go("/map")
    assert shop.page.locator("svg.graph").get_attribute("aria-label") == "Map of 3 services and 3 links between them"
    assert "Payments: 2 modules" in shop.page.locator(".graph a.node").nth(2).text_content()
    shop.go("/granularity")
    assert "3 groups 95 % and 0.42" in shop.page.locator("figure svg").get_attribute("aria-label")
