"""One headless Chromium for all browser tests, and the pages they look at."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from studies.browsing import Report
from studies.shop import shop_study

from analyzer.render import render

# The page must work without a network, so the browser is not given one.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def shop_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    (report,) = render(shop_study(), ["html"])
    path.write_text(str(report.content), "utf-8")
    return path


@pytest.fixture
def open_report(browser: Browser) -> Iterator[Callable[..., Report]]:
    """Opens a report file; options are those of a browser page: viewport, color_scheme."""
    opened: list[Report] = []

    def open_one(path: Path, **options: object) -> Report:
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        opened.append(Report(page, path))
        return opened[-1]

    yield open_one
    for report in opened:
        report.page.close()
        assert report.trouble == []


@pytest.fixture
def shop(open_report: Callable[..., Report], shop_report: Path) -> Report:
    return open_report(shop_report)
