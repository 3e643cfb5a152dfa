"""Every kind of break: small monoliths with the breaks a person expects, and code beside them that breaks nothing."""

from pathlib import Path
from typing import get_args

import pytest
from sever.cases import CASES, boundaries_of, cut_by_folders, expected, graph_of, names_of_facts, told

from analyzer.model.breaks import BreakKind
from analyzer.sever import sever

KINDS = sorted(path.parent.name for path in CASES.glob("*/expected.txt"))


def test_there_is_a_case_for_every_kind() -> None:
    assert sorted(get_args(BreakKind)) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_the_breaks_of_a_case_are_those_a_person_expects(kind: str) -> None:
    case: Path = CASES / kind
    graph = graph_of(case / "monolith")
    found = sever(graph, cut_by_folders(graph, boundaries_of(case / "boundaries.csv")))
    lines = expected(case)
    facts = names_of_facts(lines)
    assert [told(one, facts) for one in found if one.kind == kind] == lines
