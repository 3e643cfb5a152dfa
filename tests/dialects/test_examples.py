"""Every dialect says exactly what its examples promise; the documentation page is made of the same examples."""

import runpy
from pathlib import Path

import pytest

from analyzer.dialects import DIALECTS
from analyzer.model.describe import describe
from analyzer.model.page import Dialect, Example
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.read.pages import page_of

ROOT = Path(__file__).parents[2]
CASES = [(dialect, example) for dialect in DIALECTS for example in dialect.examples]


@pytest.mark.parametrize(("dialect", "example"), CASES, ids=[f"{d.name}: {e.title}" for d, e in CASES])
def test_a_dialect_says_what_its_example_promises(dialect: Dialect, example: Example) -> None:
    page = page_of(Source(f"{example.module.replace('.', '/')}.py", example.module), example.code)
    facts = [fact for fact in dialect.read(page) if not isinstance(fact, Problem)]
    assert describe(facts, page) == example.facts


@pytest.mark.parametrize("dialect", DIALECTS, ids=[dialect.name for dialect in DIALECTS])
def test_every_dialect_has_an_example_and_a_foreign_file_says_nothing(dialect: Dialect) -> None:
    page = page_of(Source("plain.py", "plain"), "def total(lines):\n    return sum(line.price for line in lines)\n")
    assert dialect.examples
    assert [fact for fact in dialect.read(page) if type(fact).__name__ not in {"KnownBase", "KnownCall"}] == []


def test_every_file_of_the_family_is_on_the_list() -> None:
    folder = ROOT / "analyzer" / "dialects"
    files = {path.stem for path in folder.iterdir() if path.stem != "__init__" and not path.stem.startswith("__")}
    listed = {dialect.read.__module__.removeprefix("analyzer.dialects.") for dialect in DIALECTS}
    assert listed == files


def test_the_documentation_page_is_what_the_examples_say() -> None:
    built = runpy.run_path(str(ROOT / "docs" / "build_frameworks.py"))["page"]()
    assert (ROOT / "docs" / "frameworks.md").read_text(encoding="utf-8") == built
