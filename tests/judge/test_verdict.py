import re
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent.parent / "cluster"))

from towns import DOMAINS, by_domain, by_layer, nothing, route, spaghetti, table, town

from analyzer.cluster import cluster
from analyzer.judge import judge
from analyzer.judge.processes import as_run
from analyzer.model.cut import REMAINDER, Service
from analyzer.model.doors import Entry
from analyzer.model.graph import Graph
from analyzer.model.score import Verdict
from analyzer.settings import Settings
from analyzer.weigh import weigh

FIGURE = re.compile(r"\d+%")


def verdict_of(graph: Graph) -> Verdict:
    views = weigh(graph, nothing(), Settings())
    return judge(graph, cluster(graph, views, Settings()), views, Settings())


@pytest.mark.parametrize("graph", [by_domain(), by_layer(), spaghetti()])
def test_no_figure_speaks_for_the_cut_and_against_it(graph: Graph) -> None:
    verdict = verdict_of(graph)
    assert verdict.reasons
    told = {figure for reason in verdict.reasons for figure in FIGURE.findall(reason)}
    assert not told & {figure for obstacle in verdict.obstacles for figure in FIGURE.findall(obstacle)}


def test_spaghetti_is_told_how_much_would_cross() -> None:
    assert any(
        "of the calls between modules would go over the network" in one for one in verdict_of(spaghetti()).obstacles
    )


def test_what_stays_whole_has_nothing_in_its_way() -> None:
    verdict = verdict_of(town(["tiny.", "tiny.a", "tiny.b"], [("tiny.a", "tiny.b")]))
    assert (verdict.advice, verdict.obstacles) == ("leave_whole", ())


def test_of_nothing_nothing_is_advised() -> None:
    graph = town(["only"], [])
    empty = replace(graph, elements=graph.elements.iloc[:0])
    verdict = verdict_of(empty)
    assert verdict.headline == "No code could be read, so nothing is advised"
    assert verdict.confidence == 0


def test_parts_run_with_their_host_and_the_rest_stays_behind() -> None:
    graph = by_domain()
    cut = cluster(graph, weigh(graph, nothing(), Settings()), Settings())
    changed = {"users": {"kind": "part", "host": "orders"}, "support": {"kind": "part"}}
    services = tuple(replace(one, **changed.get(one.key, {})) for one in cut.services)
    running = as_run(replace(cut, services=services)).placements["service"]
    found = {domain: running.at[f"shop/{domain}/models.py"] for domain in ("orders", "users", "support", "billing")}
    assert found == {"orders": "orders", "users": "orders", "support": REMAINDER, "billing": "billing"}
    assert Service(REMAINDER, "").key not in {one.key for one in cut.services}


def verdict_with(**owned: object) -> Verdict:
    """On the cut of six clean domains, with other ways in and tables than those it was found by."""
    graph = by_domain()
    views = weigh(graph, nothing(), Settings())
    return judge(replace(graph, **owned), cluster(graph, views, Settings()), views, Settings())


STANDING = "services own no table and no way in"
LEFT = "tables would stay behind"


def told(verdict: Verdict, words: str) -> list[str]:
    return [obstacle for obstacle in verdict.obstacles if words in obstacle]


def test_services_that_answer_for_nothing_are_no_reason_to_split() -> None:
    verdict = verdict_with(routes=(), tables=(table("shop.users.models"), table("shop.orders.models")))
    assert (verdict.advice, told(verdict, LEFT)) == ("modular_monolith_first", [])
    (obstacle,) = told(verdict, STANDING)
    assert obstacle == (
        "4 of the 6 services own no table and no way in (route, task or program): by themselves they are code to "
        "share as packages."
    )


def test_a_command_is_a_way_in_and_a_script_is_none() -> None:
    def started(what: str) -> tuple[Entry, ...]:
        return tuple(Entry(f"shop/{domain}/views.py::run", what, "", "setup.py", 1) for domain in DOMAINS)

    assert verdict_with(routes=(), tables=(), entries=started("command")).advice == "split"
    assert verdict_with(routes=(), tables=(), entries=started("script")).advice == "modular_monolith_first"


def test_services_that_leave_the_tables_behind_are_no_reason_to_split() -> None:
    routes = tuple(route(f"shop.{domain}.views") for domain in DOMAINS)
    verdict = verdict_with(routes=routes, tables=(table("shop"), replace(table("shop"), name="other")))
    assert (verdict.advice, told(verdict, STANDING)) == ("modular_monolith_first", [])
    assert told(verdict, LEFT) == ["All 2 tables would stay behind, where no service owns one."]


def test_half_of_the_services_and_half_of_the_tables_are_enough() -> None:
    routes = tuple(route(f"shop.{domain}.views") for domain in DOMAINS[:2])
    verdict = verdict_with(routes=routes, tables=(table("shop.support.models"), table("shop")))
    assert (verdict.advice, verdict.confidence) == ("split", verdict_of(by_domain()).confidence)
