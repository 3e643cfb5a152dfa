from pathlib import Path

import pytest
from playwright.sync_api import Browser
from studies.hostile import hostile_study
from studies.shop import shop_study

from analyzer.model.study import Study
from analyzer.render import render

MERMAID = Path(__file__).parents[1] / "node" / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"


@pytest.mark.parametrize("study", [shop_study(), hostile_study()], ids=["plain", "hostile"])
def test_mermaid_draws_the_flowchart(browser: Browser, study: Study) -> None:
    (file,) = render(study, ["mermaid"])
    page = browser.new_page()
    page.add_script_tag(path=MERMAID)
    svg = page.evaluate(
        "async text => { const {svg} = await mermaid.render('drawing', text); document.body.innerHTML = svg;"
        " return [document.querySelectorAll('.node').length, document.querySelectorAll('.edgePaths path').length,"
        " document.querySelectorAll('body img, body script').length, window.acted ?? null]; }",
        str(file.content),
    )
    page.close()
    assert svg == [3, 3, 0, None]
