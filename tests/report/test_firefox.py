"""The report in Firefox: every page, a search, a move in the what-if, and paper."""

from pathlib import Path

import pytest
from studies.firefox import firefox
from studies.pages import PAGES
from studies.shop import shop_graph, shop_study

from analyzer.sever import sever

pytestmark = pytest.mark.slow

READY = """async () => {
    while (!document.documentElement.dataset.ready) await new Promise(done => setTimeout(done, 20));
    return document.querySelector('#content h1').textContent;
}"""
VISIT = """async () => {
    const seen = [];
    for (const address of %s) {
        location.hash = '#' + address;
        await new Promise(done => setTimeout(done, 60));
        const page = document.documentElement;
        seen.push([document.querySelector('#content h1').textContent.trim(), page.scrollWidth <= page.clientWidth]);
    }
    return seen;
}"""
SEARCH = """async () => {
    const field = document.getElementById('search');
    field.focus();
    field.value = 'payments';
    field.dispatchEvent(new Event('input'));
    return document.querySelector('.hit').textContent;
}"""
MOVE = """async () => {
    location.hash = '#/whatif/catalogue';
    await new Promise(done => setTimeout(done, 60));
    document.querySelector('input[aria-label="Choose shop.catalogue.prices"]').click();
    const target = document.querySelector('select[aria-label="Move to"]');
    target.value = [...target.options].find(option => option.textContent === 'Orders').value;
    [...document.querySelectorAll('button')].find(button => button.textContent === 'Move').click();
    const rows = [...document.querySelectorAll('tr[data-metric], tr[data-break]')];
    return Object.fromEntries(rows.map(row => [row.dataset.metric ?? row.dataset.break, row.dataset.value]));
}"""
PAPER = """async () => {
    dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('#paper h1')].length;
}"""


def test_firefox_shows_searches_edits_and_prints(shop_report: Path, tmp_path: Path) -> None:
    with firefox(tmp_path) as browser:
        browser.open(shop_report)
        assert browser.run(READY) == shop_study().verdict.headline
        assert browser.run(VISIT % list(PAGES)) == [[heading, True] for heading in PAGES.values()]
        assert "Payments" in browser.run(SEARCH)
        edited = browser.run(MOVE)
        assert {"modularity", "call", "all"} <= set(edited)
        assert int(edited["all"]) != len(sever(shop_graph(), shop_study().cut))
        assert browser.run(PAPER) >= 9
        assert browser.trouble == []
