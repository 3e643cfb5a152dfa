"""The smallest set of arcs whose removal leaves no circle."""

from itertools import permutations
from random import Random

from analyzer.sever.feedback import Arcs, circles, feedback_arcs


def test_a_graph_without_circles_has_none() -> None:
    assert circles({("a", "b"): 1.0, ("b", "c"): 1.0, ("a", "c"): 1.0}) == []


def test_the_lighter_way_round_is_taken_out() -> None:
    arcs = {("a", "b"): 5.0, ("b", "a"): 2.0, ("b", "c"): 1.0}
    assert circles(arcs) == [("a", "b")]
    assert feedback_arcs(arcs, ("a", "b")) == [("b", "a")]


def test_one_arc_can_open_two_circles() -> None:
    arcs = {("a", "b"): 1.0, ("b", "c"): 1.0, ("c", "a"): 1.0, ("b", "d"): 1.0, ("d", "a"): 1.0}
    assert circles(arcs) == [("a", "b", "c", "d")]
    assert feedback_arcs(arcs, ("a", "b", "c", "d")) == [("a", "b")]


def test_two_circles_apart_are_two() -> None:
    arcs = {("a", "b"): 1.0, ("b", "a"): 1.0, ("x", "y"): 1.0, ("y", "x"): 1.0, ("b", "x"): 1.0}
    assert circles(arcs) == [("a", "b"), ("x", "y")]


def _random_arcs(nodes: str, seed: int) -> Arcs:
    chance = Random(seed)  # noqa: S311 - a fixed stream of made-up graphs
    return {(a, b): float(chance.randint(1, 9)) for a in nodes for b in nodes if a != b and chance.random() < 0.5}


def _backward(arcs: Arcs, order: tuple[str, ...]) -> float:
    return sum(weight for (a, b), weight in arcs.items() if order.index(a) > order.index(b))


def test_it_is_exact_against_every_order_of_seven_nodes() -> None:
    for seed in range(4):
        arcs = _random_arcs("abcdef", seed)
        smallest = min(_backward(arcs, order) for order in permutations("abcdef"))
        assert sum(arcs[arc] for arc in feedback_arcs(arcs, tuple("abcdef"))) == smallest


def test_beyond_the_exact_size_no_circle_is_left() -> None:
    nodes = "abcdefghijklmnopqrstu"
    arcs = _random_arcs(nodes, 9)
    taken = set(feedback_arcs(arcs, tuple(nodes)))
    assert taken
    assert circles({arc: weight for arc, weight in arcs.items() if arc not in taken}) == []
