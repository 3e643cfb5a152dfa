"""Every case under ``tests/cases/callgraph``: a small program, its whole call graph, one sentence."""

import json
from pathlib import Path

import pytest

from analyzer.cli.callgraph import call_graph, counted_from_folder
from analyzer.discover import discover, load
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.settings import Settings

CASES = Path(__file__).parent.parent / "cases" / "callgraph"
NAMES = sorted(readme.parent.relative_to(CASES).as_posix() for readme in CASES.glob("*/*/README.md"))


def graph_of(folder: Path) -> dict[str, list[str]]:
    found = discover(folder, Settings())
    facts = [read(counted_from_folder(source), load(found.root, source)) for source in found.sources]
    return call_graph(resolve(facts))


@pytest.mark.parametrize("name", NAMES)
def test_call_graph_is_exactly_the_expected_one(name: str) -> None:
    expected = json.loads((CASES / name / "callgraph.json").read_text())
    assert graph_of(CASES / name) == expected


def test_there_are_enough_cases_of_every_kind() -> None:
    kinds = {name.partition("/")[0] for name in NAMES}
    assert len(NAMES) >= 60
    assert len(kinds) >= 16
