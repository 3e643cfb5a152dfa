import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "cluster"))

from towns import by_domain, nothing

from analyzer.cluster import cluster
from analyzer.judge.rivals import rivals
from analyzer.judge.unseen import resolved_share
from analyzer.settings import Settings
from analyzer.weigh import weigh


def test_rivals_place_the_same_elements_whole_by_package_and_at_random() -> None:
    graph = by_domain()
    cut = cluster(graph, weigh(graph, nothing(), Settings()), Settings())
    found = dict(rivals(graph, cut, 1))
    owned = cut.placements["verdict"] == "owned"
    assert list(found) == ["whole", "packages", "random"]
    assert set(found["whole"].placements.loc[owned, "service"]) == {"whole"}
    assert sorted(found["random"].placements.loc[owned, "service"]) == sorted(cut.placements.loc[owned, "service"])
    assert found["packages"].placements.at["shop/orders/models.py", "service"] == "shop.orders"


def test_the_random_rival_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    graph = by_domain()
    cut = cluster(graph, weigh(graph, nothing(), Settings()), Settings())
    first, again, other = (dict(rivals(graph, cut, seed))["random"].placements["service"] for seed in (1, 1, 2))
    assert first.equals(again)
    assert not first.equals(other)


def test_without_references_no_share_is_claimed() -> None:
    assert resolved_share(by_domain()) is None
