import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "cluster"))

from towns import nothing, town

from analyzer.model.words import path_words, split_name
from analyzer.settings import Settings
from analyzer.weigh import weigh


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("OrderLine", ["order", "line"]),
        ("order_lines", ["order", "line"]),
        ("HTTPServer2", ["http", "server"]),
        ("categories", ["category"]),
        ("address", ["address"]),
    ],
)
def test_identifiers_are_taken_apart(name: str, words: list[str]) -> None:
    assert split_name(name) == words


def test_path_words_leave_out_the_root_and_joining_words() -> None:
    assert path_words("airflow.contrib.operators.s3_to_gcs") == ("contrib", "operator", "gcs")


def test_edges_carry_each_view_and_shares_that_sum_to_one() -> None:
    graph = town(["s.", "s.a.", "s.a.x", "s.b.", "s.b.x"], [("s.a.x", "s.b.x"), ("s.a.x", "s.b.x")])
    edges = weigh(graph, nothing(), Settings()).edges
    assert list(edges.columns) == ["source", "target", "weight", "structure", "data", "words", "vocabulary"]
    assert edges[["structure", "data", "words", "vocabulary"]].sum(axis=1).round(4).tolist() == [1.0] * len(edges)
    assert ("s/a/x.py", "s/b/x.py") in set(zip(edges["source"], edges["target"], strict=True))


def test_what_everybody_uses_is_omnipresent_and_what_few_use_is_not() -> None:
    names = [f"s.m{letter}" for letter in "abcdefghijklmnopqrst"]
    graph = town(["s.", "s.base", *names], [(name, "s.base") for name in names] + [("s.ma", "s.mb")])
    nodes = weigh(graph, nothing(), Settings()).nodes
    assert nodes.index[nodes["omnipresent"]].tolist() == ["s/base.py"]
