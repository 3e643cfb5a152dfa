from collections.abc import Callable
from pathlib import Path

from studies.browsing import Report
from studies.hostile import hostile_study

from analyzer.render import render

PAGES = (
    "/verdict", "/map", "/services", "/service/orders", "/service/payments", "/breaks", "/breaks/data", "/breaks/joins",
    "/breaks/transactions", "/matrix", "/roadmap", "/step/step-1", "/whatif", "/evidence", "/between/orders/catalogue",
)  # fmt: skip


def test_names_that_try_to_act_are_only_text(open_report: Callable[..., Report], tmp_path: Path) -> None:
    (page,) = render(hostile_study(), ["html"])
    path = tmp_path / "report.html"
    path.write_text(str(page.content), "utf-8")
    report = open_report(path)
    for address in PAGES:
        report.go(address)
    for key in hostile_study().graph.elements.index:
        report.page.evaluate("key => { location.hash = '#/element/' + encodeURIComponent(key); }", key)
    report.page.evaluate("() => { for (const box of document.querySelectorAll('details')) box.open = true; }")
    report.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert report.page.evaluate("() => window.acted") is None
    assert report.page.locator("script").count() == 4
    assert report.page.locator("img, iframe, object, embed, base, form:not([method=dialog])").count() == 0
    report.go("/service/orders")
    assert '<img src=x onerror="window.acted=2">Orders' in report.heading()


def test_the_policy_allows_nothing_but_the_page_itself(shop: Report) -> None:
    refused = shop.page.evaluate("""async () => {
        const seen = [];
        addEventListener('securitypolicyviolation', event => seen.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'window.acted = 3';
        document.body.append(script);
        const image = new Image();
        image.src = 'http://example.invalid/x.png';
        document.body.append(image);
        await fetch('http://example.invalid/').catch(() => null);
        document.body.setAttribute('style', 'color: red');
        await new Promise(done => setTimeout(done, 100));
        return [window.acted ?? null, seen.sort()];
    }""")
    shop.trouble.clear()  # the refusals are what this test is about
    assert refused == [None, ["connect-src", "img-src", "script-src-elem", "style-src-attr"]]
