"""A real codebase of 885 modules with tables and routes, installed for other tests: what a reviewer does with it."""

import importlib.util
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import expect
from studies.browsing import Report
from studies.figures import agree, shown
from studies.synthetic import synthetic_study

from analyzer.model.cut import proposed
from analyzer.model.study import Study, decode
from analyzer.render import render

APPLICATION = "django"  # with its contributed applications: 30 tables, 37 routes; only read, never imported
PAGES = (
    "verdict", "map", "everything", "services", "breaks", "breaks/data", "breaks/transactions", "breaks/joins",
    "matrix", "granularity", "roadmap", "whatif", "evidence",
)  # fmt: skip
MEGABYTE = 1_000_000

pytestmark = pytest.mark.slow


class Analyzed(NamedTuple):
    """A report, the study it was drawn from, and the cache to analyse the same code again."""

    path: Path
    study: Study
    cache: Path


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Analyzed:
    folder = tmp_path_factory.mktemp("large")
    return analyzed(folder / "first", folder / "cache")


def analyzed(folder: Path, cache: Path, *options: str) -> Analyzed:
    found = importlib.util.find_spec(APPLICATION)
    assert found is not None
    assert found.origin is not None
    command = [sys.executable, "-m", "analyzer", "analyze", str(Path(found.origin).parent), "--out", str(folder)]
    command += ["--cache", str(cache), "--workers", "1", "--quiet", "--render", "html,json", "--emit", "openapi"]
    subprocess.run([*command, *options], check=True, capture_output=True)
    return Analyzed(folder / "report.html", decode((folder / "study.json").read_bytes()), cache)


def modules(study: Study) -> list[str]:
    """Keys of the modules that some service owns."""
    placed = study.graph.elements.join(study.cut.placements, how="inner")
    owned = placed[(placed["kind"] == "module") & (placed["verdict"] == "owned") & (placed["role"] == "code")]
    return [str(key) for key in owned.index]


def test_every_page_opens_and_fits(open_report: Callable[..., Report], application: Analyzed) -> None:
    assert application.path.stat().st_size < 3 * MEGABYTE
    for options in ({"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 800}}):
        report = open_report(application.path, **options)
        for page in PAGES:
            report.go(f"/{page}")
            assert report.heading()
            wide, screen = report.page.evaluate(
                "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
            )
            assert wide <= screen, page


def test_the_matrix_and_the_list_of_waves_fit_a_screen(
    open_report: Callable[..., Report], application: Analyzed
) -> None:
    report = open_report(application.path, viewport={"width": 1280, "height": 900})
    report.go("/matrix")
    columns, wide, screen = report.page.evaluate("""() => {
        const matrix = document.querySelector('.matrix');
        return [matrix.querySelectorAll('thead th').length, matrix.scrollWidth, matrix.clientWidth];
    }""")
    assert columns > 12
    assert wide <= screen
    report.go("/roadmap")
    waves = application.study.roadmap.waves
    buttons = report.page.locator("#content .waves button")
    assert buttons.all_inner_texts() == [f"{wave.number}. {wave.title}" for wave in waves]
    buttons.last.click()
    expect(report.page.get_by_role("heading", name=f"{waves[-1].number}. {waves[-1].title}")).to_be_in_viewport()


def test_search_and_a_deep_link_lead_to_the_same_page(
    open_report: Callable[..., Report], application: Analyzed
) -> None:
    study = application.study
    elements = study.graph.elements
    classes = elements[(elements["kind"] == "class") & elements["parent"].isin(modules(study))]
    name = max(Counter(classes["name"]).items(), key=lambda item: (item[1] == 1, len(item[0]), item[0]))[0]
    report = open_report(application.path)
    report.page.keyboard.press("/")
    report.page.keyboard.type(name.lower())
    expect(report.page.locator(".hit").first).to_contain_text(name)
    report.page.keyboard.press("Enter")
    report.wait_for(name)
    again = open_report(application.path)
    again.page.goto(report.page.url)
    again.page.reload()
    again.page.wait_for_selector("html[data-ready]")
    assert again.heading() == name


def test_filters_count_what_the_study_has(open_report: Callable[..., Report], application: Analyzed) -> None:
    breaks = application.study.breaks
    kind, amount = Counter(item.kind for item in breaks).most_common(1)[0]
    report = open_report(application.path)
    report.go("/breaks")
    assert report.page.locator("tbody tr").count() <= 50
    report.page.get_by_label("Kind").select_option(kind)
    expect(report.page.locator("#content")).to_contain_text(f"{amount:,} of {len(breaks):,} breaks")
    service = proposed(application.study.cut)[0]
    report.go(f"/breaks?service={service.key}")
    touching = sum(service.key in (item.source_service, item.target_service) for item in breaks)
    expect(report.page.locator("#content")).to_contain_text(f"{touching:,} of {len(breaks):,} breaks")


def test_every_table_has_its_row_and_owner(open_report: Callable[..., Report], application: Analyzed) -> None:
    owners = application.study.owners
    assert len(owners) > 20
    report = open_report(application.path)
    report.go("/breaks/data")
    rows = report.page.locator("#content tbody tr")
    assert rows.count() == len(owners)
    contested = sum(owner.contested for owner in owners)
    expect(report.page.locator("#content caption")).to_contain_text(f"{len(owners)} tables, {contested} contested")


def test_the_counts_of_services_agree(open_report: Callable[..., Report], application: Analyzed) -> None:
    services = len(proposed(application.study.cut))
    report = open_report(application.path)
    assert report.page.locator("#content .stat .value").first.inner_text() == str(services)
    assert report.page.locator("nav#pages .count").first.inner_text() == str(services)
    report.go("/services")
    assert report.page.locator("#content table").first.locator("tbody tr").count() == services


def test_an_edited_cut_exported_and_analysed_again_has_the_same_figures(
    open_report: Callable[..., Report], application: Analyzed, tmp_path: Path
) -> None:
    study = application.study
    report = open_report(application.path)
    report.go("/whatif")
    agree(shown(report), study)  # metrics and breaks of every kind
    assert {"call", "inheritance", "shared_constant"} <= {item.kind for item in study.breaks}
    placements, elements = study.cut.placements, study.graph.elements
    first = proposed(study.cut)[0]
    moving = next(key for key in modules(study) if placements.at[key, "service"] != first.key)
    tops = elements[(elements["kind"] == "class") & elements["parent"].isin(modules(study))]
    torn = next(str(key) for key in tops.index[::-1] if placements.at[key, "service"] not in ("", first.key))
    for key in (moving, torn):
        report.page.evaluate("key => { location.hash = '#/whatif?unit=' + encodeURIComponent(key); }", key)
        report.page.get_by_label("Move to").select_option(first.name)
        report.page.get_by_role("button", name="Move", exact=True).click()
    expect(report.page.locator("#banner")).to_contain_text("2 pieces moved")
    edited = shown(report)
    with report.page.expect_download() as download:
        report.page.get_by_role("button", name="Export boundaries.toml").click()
    file = tmp_path / "boundaries.toml"
    download.value.save_as(file)
    again = analyzed(tmp_path / "second", application.cache, "--boundaries", str(file))
    agree(edited, again.study)
    assert edited["all"] != len(study.breaks)
    assert again.study.cut.placements.at[torn, "service"] == first.key


def test_paper_is_a_pack_that_can_be_read(open_report: Callable[..., Report], application: Analyzed) -> None:
    report = open_report(application.path)
    document = report.page.pdf(format="A4", print_background=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", document))
    assert 10 <= sheets <= 24 + 8 * len(proposed(application.study.cut))


def test_five_thousand_modules_are_searched_and_filtered_in_one_go(
    open_report: Callable[..., Report], tmp_path: Path
) -> None:
    (page,) = render(synthetic_study(5_000, functions=2, calls=12), ["html"])
    path = tmp_path / page.path
    path.write_text(str(page.content), "utf-8")
    assert path.stat().st_size < 3 * MEGABYTE
    report = open_report(path)
    hits = report.page.evaluate("""() => ['m', 'module_0', 'module_04321'].map((text) => {
        const field = document.getElementById('search');
        field.value = text;
        field.dispatchEvent(new Event('input'));
        return document.querySelectorAll('.hit').length;  // drawn before the event returns, never more than fit
    })""")
    assert hits[:2] == [40, 40]
    assert 1 <= hits[2] <= 40
    report.go("/breaks")
    rows = report.page.evaluate("""() => ['', 'module_04', 'module_04321 work'].map((text) => {
        const field = document.querySelector('input[aria-label="Filter breaks by text"]');
        field.value = text;
        field.dispatchEvent(new Event('input'));
        return document.querySelectorAll('tbody tr').length;
    })""")
    assert rows[:2] == [50, 50]
    assert 0 < rows[2] < 50
