"""What is proposed to run alone: groups that have to answer for something, not kinds of code."""

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent))

from towns import DOMAINS, LAYERS, by_domain, nothing, route, table, town

from analyzer.cluster import cluster
from analyzer.model.cut import Cut, count_groups, count_kinds
from analyzer.model.graph import Graph
from analyzer.settings import Settings
from analyzer.weigh import weigh


def kinds(graph: Graph) -> dict[str, str]:
    return {service.key: service.kind for service in _cut(graph).services}


def _cut(graph: Graph) -> Cut:
    return cluster(graph, weigh(graph, nothing(), Settings()), Settings())


def shop(*more: str, links: list[tuple[str, str]] | None = None, tables: int = 1) -> Graph:
    """Three domains with everything, two routes each, and the further modules."""
    names = [f"shop.{domain}.{layer}" for domain in DOMAINS[:3] for layer in LAYERS]
    packages = ["shop.", *(f"shop.{domain}." for domain in DOMAINS[:3])]
    inside = [(f"shop.{d}.{one}", f"shop.{d}.{other}") for d in DOMAINS[:3] for one in LAYERS for other in LAYERS]
    owned = [name for name in names if name.endswith("models")]
    answers = [name for name in names if name.endswith(("views", "forms"))] * 2
    return town(
        [*packages, *names, *more],
        [(one, other) for one, other in [*inside, *(links or [])] if one != other],
        routes=tuple(map(route, answers)),
        tables=tuple(map(table, owned * tables)),
    )


def test_domains_with_routes_and_tables_are_services() -> None:
    found = kinds(by_domain())
    assert {domain: found[domain] for domain in DOMAINS} == dict.fromkeys(DOMAINS, "service")


def test_kinds_of_code_without_a_way_in_are_none() -> None:
    modules = ["configs", "fixtures", "exceptions"]
    more = [f"shop.{folder}.{name}" for folder in modules for name in ("", "one", "two", "three")]
    found = kinds(shop(*more, links=[("shop.orders.views", "shop.exceptions.one")]))
    assert {found[folder] for folder in modules} <= {"part", "library", "platform"}
    assert {found[domain] for domain in DOMAINS[:3]} == {"service"}


def test_a_large_engine_that_nothing_enters_is_a_part() -> None:
    engine = [f"shop.pricing.{name}" for name in ("", "a", "b", "c", "d", "e")]
    links = [(one, other) for one in engine[1:] for other in engine[1:]] + [("shop.orders.views", engine[1])]
    assert kinds(shop(*engine, links=links))["pricing"] == "part"


def test_where_one_layer_has_all_ways_in_an_engine_may_be_a_service() -> None:
    engines = ("jobs", "tools", "search")
    names = [f"lab.{engine}.{name}" for engine in engines for name in "abcd"]
    inside = [
        (f"lab.{engine}.{one}", f"lab.{engine}.{other}") for engine in engines for one in "abcd" for other in "abcd"
    ]
    web = [f"lab.web.{name}" for name in "abcd"]
    calls = [(name, f"lab.{engine}.a") for name in web for engine in engines]
    around = [("lab.jobs.b", "lab.tools.b"), ("lab.tools.b", "lab.search.b"), ("lab.search.b", "lab.jobs.b")]
    links = [(one, other) for one, other in [*inside, *calls, *around] if one != other]
    packages = ["lab.", *(f"lab.{engine}." for engine in engines), "lab.web."]
    found = kinds(town([*packages, *names, *web], links, routes=tuple(map(route, web * 4))))
    assert {found[engine] for engine in engines} == {"service"}


def test_a_part_names_the_service_it_hangs_on() -> None:
    more = ["shop.pricing.", "shop.pricing.a", "shop.pricing.b"]
    links = [("shop.pricing.a", "shop.pricing.b"), ("shop.orders.views", "shop.pricing.a")]
    found = {service.key: service for service in _cut(shop(*more, links=links)).services}
    assert (found["pricing"].kind, found["pricing"].host) == ("part", "orders")
    assert found["orders"].host == ""


@pytest.mark.parametrize(("role", "group"), [("code", "changes"), ("migration", "orders"), ("test", "orders")])
def test_a_group_of_nothing_that_runs_goes_where_it_is_tied_to(role: str, group: str) -> None:
    changes = [f"shop.changes.{name}" for name in ("", "a", "b", "c")]
    links = [(one, other) for one in changes[1:] for other in (*changes[1:], "shop.orders.models")]
    graph = shop(*changes, links=links)
    rows = graph.elements
    told = rows.assign(role=rows["role"].mask(rows["name"].str.startswith("shop.changes"), role))
    cut = _cut(replace(graph, elements=told))
    assert {cut.placements.loc[f"shop/changes/{name}.py", "service"] for name in "abc"} == {group}
    assert group in {service.key for service in cut.services}


def test_kinds_are_counted_in_words() -> None:
    assert count_kinds(_cut(by_domain())) == "6 services and 1 platform group"
    assert count_groups(()) == ""
