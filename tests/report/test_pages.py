from studies.browsing import Report
from studies.pages import PAGES
from studies.shop import shop_breaks


def test_every_page_has_its_address(shop: Report) -> None:
    for address, heading in PAGES.items():
        shop.go(address)
        assert shop.heading() == heading


def test_a_break_has_its_address_and_shows_the_code(shop: Report) -> None:
    item = shop_breaks()[0]
    shop.go("/breaks")
    shop.page.get_by_role("link", name="Call", exact=True).first.click()
    assert shop.heading() == "Call: checkout → price_of"
    assert shop.page.locator("pre .here").inner_text().strip().endswith("price_of(line)")
    assert item.remedy.title in shop.page.locator("#content").inner_text()


def test_the_back_button_goes_back(shop: Report) -> None:
    shop.go("/services")
    shop.page.get_by_role("cell").get_by_role("link", name="4").or_(
        shop.page.locator("tbody a.svc").first
    ).first.click()
    assert shop.heading() != "Services"
    shop.page.go_back()
    assert shop.heading() == "Services"


def test_an_unknown_address_says_so(shop: Report) -> None:
    shop.go("/service/nowhere")
    assert shop.heading() == "No such service"
    shop.go("/element/%3Cscript%3E")
    assert shop.heading() == "No such element"


def test_a_link_on_the_map_leads_to_its_breaks(shop: Report) -> None:
    shop.go("/map")
    shop.page.locator('a.link[href="#/between/orders/catalogue"] .hit-path').click(force=True)
    shop.wait_for("Orders → Catalogue")
    assert shop.heading() == "Orders → Catalogue"
    assert shop.page.locator(".finding").count() == 1


def test_kinds_of_links_can_be_switched_off(shop: Report) -> None:
    shop.go("/map")
    both = shop.page.locator(".graph .link").count()
    switch = shop.page.get_by_role("group", name="Kinds of links shown").get_by_role("button", name="Calls")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "false"
    assert shop.page.locator(".graph .link").count() < both
    assert "show=data+events+code" in shop.page.url


def test_breaks_are_searched_filtered_and_sorted(shop: Report) -> None:
    shop.go("/breaks")
    rows = shop.page.locator("tbody tr")
    assert rows.count() == 4
    shop.page.get_by_label("Filter breaks by text").fill("checkout charge")
    assert rows.count() == 2
    shop.page.get_by_label("Filter breaks by text").fill("")
    shop.page.get_by_role("button", name="Places").click()
    assert rows.first.locator("td").nth(2).inner_text() == "2"
    shop.page.get_by_label("Kind").select_option("foreign_key")
    assert shop.page.locator("tbody tr").count() == 1
    assert "kind=foreign_key" in shop.page.url


def test_search_finds_everything_and_slash_opens_it(shop: Report) -> None:
    shop.page.keyboard.press("/")
    shop.page.keyboard.type("check")
    hits = shop.page.locator(".hit .what").all_inner_texts()
    assert {"Function", "Break"} <= set(hits)
    shop.page.get_by_role("combobox", name="Search services").fill("payments")
    shop.page.keyboard.press("Enter")
    assert shop.heading() == "Payments"
    shop.page.keyboard.press("/")
    shop.page.keyboard.type("no such thing at all")
    assert "Nothing among" in shop.page.locator("#search-results").inner_text()
    shop.page.keyboard.press("Escape")
    assert shop.page.locator("#search-results").is_hidden()


def test_j_and_k_walk_through_the_findings(shop: Report) -> None:
    shop.go("/breaks")
    shop.page.locator("#content").focus()
    shop.page.keyboard.press("j")
    shop.page.keyboard.press("j")
    cursor = shop.page.locator(".cursor")
    assert cursor.count() == 1
    second = cursor.inner_text()
    shop.page.keyboard.press("k")
    assert shop.page.locator(".cursor").inner_text() != second
    shop.page.keyboard.press("Enter")
    shop.wait_for("Call: checkout")
    assert shop.heading().startswith("Call: checkout")


def test_what_is_unsure_is_said(shop: Report) -> None:
    text = shop.page.locator("#content").inner_text()
    assert "78 %" in text
    assert "Two in eleven references could not be resolved." in text
    assert "No traces were given." in text
    assert "1 file could not be read." in text
