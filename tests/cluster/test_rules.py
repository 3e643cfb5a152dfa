import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from towns import DOMAINS, by_domain, nothing

from analyzer.cli.boundaries import parse_boundaries
from analyzer.cli.init import boundary_file
from analyzer.cluster import cluster
from analyzer.errors import InvalidSettings
from analyzer.judge import judge
from analyzer.settings import Settings
from analyzer.weigh import weigh


def placed(text: str) -> dict[str, str]:
    graph = by_domain()
    settings = Settings(rules=parse_boundaries(text))
    cut = cluster(graph, weigh(graph, nothing(), settings), settings)
    return {str(graph.elements["name"].at[key]): str(found) for key, found in cut.placements["service"].items()}


def refusal(text: str) -> str:
    with pytest.raises(InvalidSettings) as caught:
        placed(text)
    return str(caught.value)


SALES = """\
[services.sales]
name = "Sales"
packages = ["shop.orders", "shop.billing"]
"""


def test_packages_named_together_are_one_service() -> None:
    found = placed(SALES)
    assert {found[f"shop.{domain}.models"] for domain in ("orders", "billing")} == {"sales"}
    assert found["shop.users.models"] == "users"


def test_a_pin_outranks_the_patterns_of_a_service() -> None:
    found = placed('[pins]\n"shop.orders.forms" = "front"\n\n[services.front]\n' + SALES)
    assert found["shop.orders.forms"] == "front"
    assert found["shop.orders.models"] == "sales"


def test_must_link_and_cannot_link_are_kept() -> None:
    found = placed(
        'must_link = [["shop.users", "shop.support"]]\ncannot_link = [["shop.orders.forms", "shop.orders.models"]]\n'
    )
    assert found["shop.users.views"] == found["shop.support.views"]
    assert found["shop.orders.forms"] != found["shop.orders.models"]


@pytest.mark.parametrize("wanted", [2, 4, 9])
def test_the_wanted_number_is_reached(wanted: int) -> None:
    assert len(set(placed(f"wanted = {wanted}\n").values())) == wanted


def test_no_group_is_larger_than_asked() -> None:
    found = placed("largest = 3\n")
    assert max(list(found.values()).count(service) for service in found.values()) <= 3


def test_two_services_that_claim_one_module_are_refused_with_both_lines() -> None:
    text = SALES + '\n[services.money]\nmodules = ["shop.billing.*"]\n'
    message = refusal(text)
    assert "boundaries.toml line 3" in message
    assert "boundaries.toml line 6" in message


def test_what_must_be_together_and_must_not_is_refused_with_both_lines() -> None:
    message = refusal('must_link = [["shop.users", "shop.orders"]]\ncannot_link = [["shop.users", "shop.orders"]]\n')
    assert "line 1" in message
    assert "line 2" in message


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('[servces.a]\npackages = ["x"]', "services"),
        ('[services.a]\npackage = ["x"]', "packages"),
        ('[pins]\n"x" = "oders"\n[services.orders]\n', "orders"),
        ("[services.Orders]\n", "lower-case"),
        ("wanted = -1\n", "0 (open) or more"),
        ("wanted = [", "not valid TOML"),
    ],
)
def test_a_mistake_in_the_file_is_one_clear_line(text: str, hint: str) -> None:
    assert hint in refusal(text)


def test_a_pattern_that_meets_nothing_is_told_with_its_line() -> None:
    graph = by_domain()
    settings = Settings(rules=parse_boundaries(SALES.replace('"shop.billing"', '"shop.biling"')))
    views = weigh(graph, nothing(), settings)
    verdict = judge(graph, cluster(graph, views, settings), views, settings)
    assert "boundaries.toml line 3: the pattern 'shop.biling' matches nothing." in verdict.unseen


def test_the_written_file_read_back_gives_the_same_cut() -> None:
    graph = by_domain()
    views = weigh(graph, nothing(), Settings())
    first = cluster(graph, views, Settings())
    settings = Settings(rules=parse_boundaries(boundary_file(graph, first)))
    second = cluster(graph, weigh(graph, nothing(), settings), settings)
    assert second.placements[["service", "verdict"]].equals(first.placements[["service", "verdict"]])


def test_a_person_says_what_a_part_ships_with() -> None:
    part = '[services.orders]\npackages = ["shop.orders"]\nkind = "part"\n'
    others = "".join(f'[services.{d}]\npackages = ["shop.{d}"]\n' for d in DOMAINS if d != "orders")
    assert _hosts(f'{part}host = "{DOMAINS[-1]}"\n{others}')["orders"] == DOMAINS[-1]
    assert _hosts(f'{part}host = ""\n{others}')["orders"] == ""
    assert _hosts(f'{part}host = "nowhere"\n{others}')["orders"] == ""


def _hosts(text: str) -> dict[str, str]:
    settings = Settings(rules=parse_boundaries(text, "boundaries.toml"))
    graph = by_domain()
    cut = cluster(graph, weigh(graph, nothing(), settings), settings)
    return {service.key: service.host for service in cut.services}
