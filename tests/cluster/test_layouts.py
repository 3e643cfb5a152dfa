import sys
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent))

from towns import DOMAINS, LAYERS, by_domain, by_layer, nothing, spaghetti, town

from analyzer.cluster import cluster
from analyzer.cluster.communities import communities
from analyzer.judge import judge
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.settings import Settings
from analyzer.weigh import weigh


def cut_of(graph: Graph, settings: Settings | None = None) -> Cut:
    settings = settings or Settings()
    return cluster(graph, weigh(graph, nothing(), settings), settings)


def services(graph: Graph, cut: Cut) -> dict[str, str]:
    names = graph.elements["name"]
    return {str(names.at[key]): str(service) for key, service in cut.placements["service"].items()}


def test_domain_folders_are_the_services() -> None:
    graph = by_domain()
    placed = services(graph, cut_of(graph))
    assert {name: placed[name] for name in placed if name.count(".") == 2} == {
        f"shop.{domain}.{layer}": domain for domain in DOMAINS for layer in LAYERS
    }


def test_layer_folders_are_not_services_and_the_same_domains_come_out() -> None:
    graph = by_layer()
    placed = services(graph, cut_of(graph))
    together = {frozenset(n for n in placed if placed[n] == s and n.count(".") == 2) for s in set(placed.values())}
    expected = {frozenset(f"shop.{layer}.{domain}" for layer in LAYERS) for domain in DOMAINS}
    assert together - {frozenset()} == expected


def test_every_element_is_placed_exactly_once() -> None:
    graph = by_layer()
    assert list(cut_of(graph).placements.index) == list(graph.elements.index)


def test_one_input_has_one_answer() -> None:
    graph = by_layer()
    first, second = cut_of(graph), cut_of(graph)
    assert first.services == second.services
    assert first.placements.equals(second.placements)
    assert first.alternatives == second.alternatives


def test_a_link_more_or_less_leaves_the_cut_as_it_was() -> None:
    graph = by_domain()
    assert set(cut_of(graph).placements["stability"]) == {1.0}


def advice(graph: Graph) -> str:
    settings = Settings()
    views = weigh(graph, nothing(), settings)
    return judge(graph, cluster(graph, views, settings), views, settings).advice


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (by_domain(), "split"),
        (by_layer(), "split"),
        (spaghetti(), "modular_monolith_first"),
        (town(["tiny.", "tiny.a", "tiny.b"], [("tiny.a", "tiny.b")]), "leave_whole"),
    ],
)
def test_advice_follows_the_code(graph: Graph, expected: str) -> None:
    assert advice(graph) == expected


def test_without_any_link_no_split_is_advised_and_no_metric_shines() -> None:
    graph = town(["shop.", *(f"shop.{d}." for d in DOMAINS), *(f"shop.{d}.{x}" for d in DOMAINS for x in LAYERS)], [])
    settings = Settings()
    views = weigh(graph, nothing(), settings)
    verdict = judge(graph, cluster(graph, views, settings), views, settings)
    assert verdict.advice != "split"
    assert verdict.confidence <= 0.1
    assert {score.metric for score in verdict.scores if score.value is not None} <= {"NED"}


def test_names_are_distinct_python_names_and_host_names() -> None:
    for service in cut_of(by_layer()).services:
        assert service.key.isidentifier()
        assert not service.key.replace("_", "-").endswith("-")
    keys = [service.key for service in cut_of(by_layer()).services]
    assert len(set(keys)) == len(keys)


def test_alternatives_are_few_and_one_is_proposed() -> None:
    found = cut_of(by_domain()).alternatives
    assert 1 <= len(found) <= 4
    assert [alternative.recommended for alternative in found].count(True) == 1


def test_nothing_gives_an_empty_cut() -> None:
    graph = town(["only"], [])
    assert cut_of(graph).placements["service"].tolist() != []


def test_ties_that_weigh_nothing_make_no_communities() -> None:
    ties = {"a": {"b": 0.0}, "b": {"a": 0.0}}
    assert communities(["a", "b"], ties, resolution=1.0, seed=1) == {"a": 0, "b": 1}


def kept(*, inside: bool) -> dict[str, str]:
    """An ``api`` folder of two halves; ``legacy`` is linked to itself, and to the other half where ``inside``."""
    halves = {half: [f"lab.api.{half}.m{number}" for number in range(9)] for half in ("legacy", "modern")}
    links = [(one, other) for names in halves.values() for one in names for other in names if one != other]
    links += zip(halves["legacy"], halves["modern"], strict=True) if inside else []
    others = [f"lab.{folder}.x{number}" for folder in ("jobs", "tools") for number in range(40)]
    links += pairwise(others)
    packages = ["lab.", "lab.api.", "lab.api.legacy.", "lab.api.modern.", "lab.jobs.", "lab.tools."]
    graph = town([*packages, *halves["legacy"], *halves["modern"], *others], links)
    return services(graph, cut_of(graph))


def test_a_sub_folder_without_ties_to_its_folder_is_a_group_of_its_own() -> None:
    apart, tied = kept(inside=False), kept(inside=True)
    assert apart["lab.api.legacy.m1"] != apart["lab.api.modern.m1"]
    assert tied["lab.api.legacy.m1"] == tied["lab.api.modern.m1"]


def test_without_folders_rare_words_that_links_bear_out_make_groups() -> None:
    topics = [f"topic{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    words = [f"{topic}_{kind}" for topic in topics for kind in ("read", "send", "show")]
    names = [f"lab.{word}" for word in words]
    links = [(one, other) for one in names for other in names if one != other and one[:10] == other[:10]]
    graph = town(["lab.", *names], links)
    placed = services(graph, cut_of(graph))
    assert len({placed[f"lab.topica_{kind}"] for kind in ("read", "send", "show")}) == 1
    assert placed["lab.topica_read"] != placed["lab.topicb_read"]


def large(folders: tuple[str, ...], role: str = "code") -> dict[str, str]:
    """An application with most of the code in three folders, beside two small ones; all of it linked."""
    inside = {folder: [f"shop.desk.{folder}.{folder[0]}{number}" for number in range(8)] for folder in folders}
    beside = {other: [f"shop.{other}.x{number}" for number in range(6)] for other in ("billing", "users")}
    links = [pair for names in (*inside.values(), *beside.values()) for pair in pairwise(names)]
    links += [pair for one, other in pairwise(inside.values()) for pair in zip(one, other, strict=True)]
    packages = ["shop.", "shop.desk.", *(f"shop.desk.{folder}." for folder in folders)]
    packages += [f"shop.{other}." for other in beside]
    names = [name for found in (*inside.values(), *beside.values()) for name in found]
    graph = town([*packages, *names], links)
    rows = graph.elements
    half = rows["name"].str.contains(r"desk\..*\.[a-z][0-6]$")
    graph = replace(graph, elements=rows.assign(role=rows["role"].mask(half, role)))
    return services(graph, cut_of(graph))


def test_kinds_of_code_in_a_large_application_are_no_parts_of_their_own() -> None:
    shelves, parts = large(("models", "urls", "views")), large(("alarms", "letters", "tickets"))
    assert len({shelves[f"shop.desk.{folder}.{folder[0]}1"] for folder in ("models", "urls", "views")}) == 1
    assert len({parts[f"shop.desk.{folder}.{folder[0]}1"] for folder in ("alarms", "letters", "tickets")}) == 3
    assert shelves["shop.desk.models.m1"] != shelves["shop.billing.x1"]


def test_an_application_is_not_large_by_its_migrations_and_tests() -> None:
    folders = ("alarms", "letters", "tickets")
    placed = large(folders, role="migration")
    assert len({placed[f"shop.desk.{folder}.{folder[0]}7"] for folder in folders}) == 1
