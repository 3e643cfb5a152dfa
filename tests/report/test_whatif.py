import json
import random
import subprocess
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from studies.browsing import Report
from studies.busy import busy_study
from studies.figures import counted, same, shown
from studies.shop import shop_study
from studies.synthetic import synthetic_study

from analyzer.judge.processes import as_run
from analyzer.metrics import METRICS
from analyzer.model.study import Study
from analyzer.renderers.html_page.page import inert
from analyzer.renderers.html_page.payload import payload
from analyzer.sever import sever

SCRIPTS = Path(__file__).parents[2] / "analyzer" / "renderers" / "html_page" / "js"


def with_homes(study: Study, homes: dict[str, str]) -> Study:
    """The study with some elements placed elsewhere, one after the other; what lies inside a piece goes along."""
    placements = study.cut.placements.copy()
    for key, service in homes.items():
        inside = (placements.index == key) | placements.index.str.startswith((f"{key}::", f"{key}."))
        placements.loc[inside, "service"] = service
        placements.loc[inside, "verdict"] = "owned" if service else "shared"
    return msgspec.structs.replace(study, cut=msgspec.structs.replace(study.cut, placements=placements))


def command_line(study: Study) -> dict[str, float | None]:
    scores = [metric(study.graph, as_run(study.cut)) for metric in METRICS]
    return {
        **{score.metric: score.value for score in scores if not score.service},
        **counted(sever(study.graph, study.cut)),
    }


def random_homes(study: Study, seed: int) -> dict[str, str]:
    """Half of the modules and tables anywhere, then a third of the definitions at the top of modules in a service."""
    chance = random.Random(seed)  # noqa: S311 - a fixed stream of made-up edits
    keys = [key for key in study.cut.placements.index if "::" not in key or key.startswith("table::")]
    tops = study.graph.elements.index[study.graph.elements["parent"].isin(keys)].tolist()
    services = [service.key for service in study.cut.services]
    homes = {key: chance.choice([*services, ""]) for key in chance.sample(keys, len(keys) // 2)}
    return homes | {key: chance.choice(services) for key in chance.sample(tops, len(tops) // 3)}


@pytest.mark.parametrize("study", [shop_study(), synthetic_study(120), busy_study()], ids=["shop", "synthetic", "busy"])
def test_browser_and_command_line_agree_on_any_cut(study: Study) -> None:
    edits = [random_homes(study, seed) for seed in range(8)]
    script = f"""
        import {{ unpack }} from {json.dumps((SCRIPTS / "load.js").as_uri())};
        import {{ firstPlan, move }} from {json.dumps((SCRIPTS / "plan.js").as_uri())};
        import {{ scoresOf }} from {json.dumps((SCRIPTS / "measure.js").as_uri())};
        import {{ byKind, recount }} from {json.dumps((SCRIPTS / "recount.js").as_uri())};
        let text = ""; for await (const part of process.stdin) text += part;
        const [raw, edits] = JSON.parse(text);
        const study = unpack(raw);
        const answers = edits.map((homes) => {{
            let plan = firstPlan(study);
            for (const [key, service] of Object.entries(homes))
                plan = move(plan, [study.unitByKey.get(key)], study.serviceByKey.get(service) ?? -1);
            const scores = Object.fromEntries(scoresOf(study, plan).map((score) => [score.metric, score.value]));
            const found = recount(study, plan);
            const counts = {{ ...Object.fromEntries(byKind(found)), all: found.length }};
            return [{{ ...scores, ...counts }}, found.map(({{ key }}) => key).filter(Boolean)];
        }});
        console.log(JSON.stringify(answers));
    """
    data = inert(msgspec.json.encode([payload(study), edits]).decode())
    run = subprocess.run(
        ["node", "--input-type=module", "-e", script], input=data, capture_output=True, text=True, check=True
    )
    for homes, (answer, keys) in zip(edits, json.loads(run.stdout), strict=True):
        edited = with_homes(study, homes)
        same(answer, command_line(edited))
        breaks = sever(edited.graph, edited.cut)
        assert Counter(keys) == Counter(item.key for item in breaks if item.kind != "test")


def test_moving_by_menu_changes_figures_as_the_command_line_would(shop: Report) -> None:
    shop.go("/whatif/catalogue")
    before = shown(shop)
    expected = command_line(shop_study())
    same(before, expected)
    shop.page.get_by_label("Choose shop.catalogue.prices").check()
    shop.page.get_by_label("Move to").select_option("Orders")
    shop.page.get_by_role("button", name="Move", exact=True).click()
    expected = command_line(with_homes(shop_study(), {"shop/catalogue/prices.py": "orders"}))
    after = shown(shop)
    assert after != before
    same(after, expected)
    assert "1 piece moved" in shop.page.locator("#banner").inner_text()
    shop.go("/service/orders")
    assert "shop.catalogue.prices" in shop.page.locator("#content").inner_text()


def test_undo_and_redo_bring_the_figures_back(shop: Report) -> None:
    shop.go("/whatif/orders")
    before = shown(shop)
    shop.page.get_by_role("button", name="Merge into").first.click()
    merged = shown(shop)
    assert merged != before
    assert shop.page.locator(".shelf").count() == 3
    shop.page.get_by_role("group", name="Your what-if").get_by_role("button", name="Undo").click()
    assert shown(shop) == before
    shop.page.keyboard.press("r")
    assert shown(shop) == merged
    shop.page.get_by_role("button", name="Back to the proposal").click()
    assert shown(shop) == before


def test_a_piece_can_be_dragged_split_off_renamed_and_pinned(shop: Report) -> None:
    shop.go("/whatif/orders")
    piece = shop.page.locator(".piece", has_text="shop.orders.models")
    piece.drag_to(shop.page.locator('.shelf[data-home="2"]'))
    assert "shop.orders.models: Orders → Payments" in shop.page.locator(".outcome").inner_text()
    shop.page.get_by_label("Choose shop.orders.views").check()
    shop.page.get_by_label("Name of the new service").fill("Check-out")
    shop.page.get_by_role("button", name="Split off").click()
    assert "Check-out" in shop.page.locator(".shelf summary").all_inner_texts()[3]
    shop.page.locator('.shelf[data-home="3"] > summary').click()
    name = shop.page.get_by_label("New name of Check-out")
    name.fill("Till")
    shop.page.locator('.shelf[data-home="3"]').get_by_role("button", name="Rename").click()
    shop.page.get_by_label("Choose shop.orders.views").check()
    shop.page.get_by_role("button", name="Pin", exact=True).click()
    assert "pinned" in shop.page.locator('.shelf[data-home="3"]').inner_text()
    shop.go("/map")
    assert "Till" in shop.page.locator(".graph").text_content()


def test_a_class_is_split_out_of_its_module(shop: Report) -> None:
    shop.go("/whatif/orders")
    shop.page.locator(".piece", has_text="shop.orders.models").locator("details.split > summary").click()
    shop.page.get_by_label("Choose Order", exact=True).check()
    shop.page.get_by_label("Move to").select_option("Payments")
    shop.page.get_by_role("button", name="Move", exact=True).click()
    expected = command_line(with_homes(shop_study(), {"shop/orders/models.py::Order": "payments"}))
    after = shown(shop)
    same(after, expected)
    assert "Order: Orders → Payments" in shop.page.locator(".outcome").inner_text()
    with shop.page.expect_download() as download:
        shop.page.get_by_role("button", name="Export boundaries.toml").click()
    assert 'classes = ["shop.orders.models:Order"]' in download.value.path().read_text("utf-8")


def test_a_service_that_ships_with_another_is_scored_as_one_process(shop: Report) -> None:
    shop.go("/whatif/payments")
    shelf = shop.page.locator('.shelf[data-home="2"]')
    shelf.get_by_label("Ship Payments").select_option("with Orders")
    shelf.get_by_role("button", name="Ship it").click()
    study = shop_study()
    services = [
        msgspec.structs.replace(one, kind="part", host="orders") if one.key == "payments" else one
        for one in study.cut.services
    ]
    expected = command_line(msgspec.structs.replace(study, cut=msgspec.structs.replace(study.cut, services=services)))
    after = shown(shop)
    same(after, expected)
    assert "Not proposed to run alone" in shop.page.locator("#content").inner_text()
    with shop.page.expect_download() as download:
        shop.page.get_by_role("button", name="Export boundaries.toml").click()
    assert 'kind = "part"\nhost = "orders"' in download.value.path().read_text("utf-8")
    shop.page.locator('.shelf[data-home="2"]').get_by_role("button", name="Let it run alone").click()
    expected = command_line(shop_study())
    after = shown(shop)
    same(after, expected)
