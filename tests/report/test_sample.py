"""The sample's report: what a reviewer edits in the browser is what the command line computes from the file."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from studies.browsing import Report
from studies.figures import agree, shown

from analyzer.model.study import Study, decode

SAMPLE = Path(__file__).parents[2] / "sample_monolith"
PAGES = ("/verdict", "/map", "/services", "/breaks", "/breaks/data", "/matrix", "/granularity", "/roadmap", "/evidence")

pytestmark = pytest.mark.slow


def analyzed(folder: Path, *options: str) -> Study:
    command = [sys.executable, "-m", "analyzer", "analyze", str(SAMPLE), "--out", str(folder), "--no-cache", "--quiet"]
    subprocess.run([*command, "--render", "html,json", "--emit", "openapi", *options], check=True, capture_output=True)
    return decode((folder / "study.json").read_bytes())


def test_an_exported_cut_gives_the_same_figures_when_analysed(
    open_report: Callable[..., Report], tmp_path: Path
) -> None:
    study = analyzed(tmp_path / "first")
    report = open_report(tmp_path / "first" / "report.html")
    for address in PAGES:
        report.go(address)
        assert report.heading()
    report.go("/whatif")
    agree(shown(report), study)
    unit = next(
        key for key, row in study.cut.placements.iterrows() if row["service"] and str(key).endswith("/views.py")
    )
    report.page.evaluate("key => { location.hash = '#/whatif?unit=' + encodeURIComponent(key); }", str(unit))
    target = next(one for one in study.cut.services if one.key != study.cut.placements.at[unit, "service"])
    report.page.get_by_label("Move to").select_option(target.name)
    report.page.get_by_role("button", name="Move", exact=True).click()
    expect(report.page.locator("#banner")).to_contain_text("1 piece moved")
    edited = shown(report)
    with report.page.expect_download() as download:
        report.page.get_by_role("button", name="Export boundaries.toml").click()
    file = tmp_path / "boundaries.toml"
    download.value.save_as(file)
    agree(edited, analyzed(tmp_path / "second", "--boundaries", str(file)))
