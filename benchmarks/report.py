"""Measures the report: size, time to draw it, time until it answers in a browser; made-up codebases or a study.json.

python benchmarks/report.py                          # 100, 1,000, 5,000 and 20,000 modules
python benchmarks/report.py reports/*/study.json     # studies of real code
"""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from studies.synthetic import synthetic_study  # the tests' own maker of studies

from analyzer.model.study import Study, decode
from analyzer.render import render

SIZES = (100, 1_000, 5_000, 20_000)
PAGES = ("map", "services", "breaks", "matrix", "whatif", "everything", "evidence", "verdict")
GO = """page => new Promise(done => {
    const start = performance.now();
    addEventListener('hashchange', () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), {once: true});
    location.hash = '#/' + page;
})"""  # noqa: E501 - a script
SEARCH = """text => {
    const field = document.getElementById('search');
    field.focus();
    const type = value => { const start = performance.now(); field.value = value; field.dispatchEvent(new Event('input')); return performance.now() - start; };
    return [type(text.slice(0, 3)), type(text)];
}"""  # noqa: E501 - a script


def main() -> None:
    """Print one line a study."""
    studies = [(path, decode(Path(path).read_bytes())) for path in sys.argv[1:]]
    made_up = [(f"{size:,} modules", synthetic_study(size, functions=8, calls=30)) for size in SIZES]
    print(
        "| study | modules | links | draw, s | KB | first paint, ms | interactive, ms | slowest page, ms | search, ms |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for name, study in studies or made_up:
            print(measure(browser, name, study), flush=True)
        browser.close()


def measure(browser: Browser, name: str, study: Study) -> str:
    """One line of the table: the median of three openings."""
    start = time.perf_counter()
    (report,) = render(study, ["html"])
    drawn = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(str(report.content), "utf-8")
        opened = [_open(browser, path) for _ in range(3)]
        paint, ready, slowest, search = (sorted(figures)[1] for figures in zip(*opened, strict=True))
        size = path.stat().st_size // 1024
    modules = int((study.graph.elements["kind"] == "module").sum())
    counts = f"{modules:,} | {len(study.graph.links):,} | {drawn:.1f} | {size:,}"
    figures = f"{counts} | {paint:.0f} | {ready:.0f} | {slowest:.0f} | {search:.0f}"
    return f"| {name} | {figures} |"


def _open(browser: Browser, path: Path) -> tuple[float, float, float, float]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]")
    ready = page.evaluate("() => Number(document.documentElement.dataset.ready)")
    paint = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime")
    slowest = max(page.evaluate(GO, address) for address in PAGES)
    page.evaluate(SEARCH, "warm")
    search = max(page.evaluate(SEARCH, "module_01 work"))
    page.close()
    return paint, ready, slowest, search


if __name__ == "__main__":
    main()
