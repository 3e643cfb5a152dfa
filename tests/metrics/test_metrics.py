import sys
from pathlib import Path

import pandas as pd
import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parent.parent / "cluster"))

from towns import DOMAINS, LAYERS, by_domain, nothing, town

from analyzer.cluster import cluster
from analyzer.judge.rivals import rivals
from analyzer.metrics import METRICS
from analyzer.model.cut import Cut
from analyzer.model.family import Metric
from analyzer.model.graph import Graph, Route, Table, Transaction, TransactionStep
from analyzer.settings import Settings
from analyzer.weigh import weigh


def shop() -> Graph:
    graph = by_domain()
    keys = {domain: f"shop/{domain}/models.py" for domain in DOMAINS}
    links = graph.links
    reads = links.iloc[: len(DOMAINS) * len(LAYERS)].assign(kind="write")
    reads = reads.assign(
        source=[f"shop/{domain}/{layer}.py" for domain in DOMAINS for layer in LAYERS],
        target=[f"table::{domain}" for domain in DOMAINS for _ in LAYERS],
    )
    tables = [Table(f"table::{d}", d, k, f"shop.{d}.models", k, 1) for d, k in keys.items()]
    rows = graph.elements.iloc[: len(tables)].assign(kind="table", module="", file="")
    rows.index = [table.key for table in tables]
    return replace(
        graph,
        elements=pd.concat([graph.elements, rows]).rename_axis("key").sort_index(),
        links=pd.concat([links, reads], ignore_index=True),
        tables=tuple(tables),
        routes=tuple(Route("/", ("GET",), f"shop/{d}/forms.py", d, "", "", 1) for d in DOMAINS),
        transactions=tuple(
            Transaction(
                f"shop/{d}/services.py", "atomic", "", 1, 2,
                (TransactionStep("write", f"table::{d}", 1), TransactionStep("write", f"table::{d}2", 2)),
            )
            for d in DOMAINS
        ),
    )  # fmt: skip


def proposed(graph: Graph) -> Cut:
    return cluster(graph, weigh(graph, nothing(), Settings()), Settings())


GRAPH = shop()
CUT = proposed(GRAPH)
RIVALS = dict(rivals(GRAPH, CUT, 1))


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.__name__)
def test_a_random_cut_scores_worse_or_says_nothing(metric: Metric) -> None:
    ours, theirs = metric(GRAPH, CUT), metric(GRAPH, RIVALS["random"])
    if ours.value is None or theirs.value is None or ours.better == "neither":
        assert ours.reason or ours.better == "neither" or theirs.reason
    elif ours.metric in ("NED", "cycles", "transaction purity", "CHD", "CHM", "IFN", "OPN"):
        assert ours.value <= theirs.value if ours.better == "lower" else ours.value >= theirs.value
    else:
        assert ours.value < theirs.value if ours.better == "lower" else ours.value > theirs.value


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.__name__)
def test_one_lump_never_wins(metric: Metric) -> None:
    ours, lump = metric(GRAPH, CUT), metric(GRAPH, RIVALS["whole"])
    assert lump.value is None or lump.value in (0.0, 1.0)
    if lump.value is not None and ours.value is not None:
        assert lump.value >= ours.value if ours.better == "lower" else lump.value <= ours.value


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.__name__)
def test_an_empty_graph_has_no_answer_and_a_reason(metric: Metric) -> None:
    graph = town(["a", "b"], [])
    score = metric(graph, proposed(graph))
    assert score.value is None
    assert score.reason
