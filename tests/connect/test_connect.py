"""The graph's tables: exact columns, sorted, keyed, closed under links."""

import pandas as pd

from analyzer.connect import connect
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, LINK_COLUMNS, Graph
from analyzer.model.resolution import Resolution, ResolvedElement, ResolvedLink
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.resolve import resolve

FILES = {"b.py": "from a import Thing\nclass Other(Thing):\n    pass\n", "a.py": "class Thing:\n    pass\n"}


def graph() -> Graph:
    facts = [read(Source(path, path.removesuffix(".py")), code.encode()) for path, code in FILES.items()]
    return connect(facts, resolve(facts))


def test_elements_are_indexed_by_key_in_order() -> None:
    elements = graph().elements
    assert elements.index.name == "key"
    assert elements.columns.tolist() == list(ELEMENT_COLUMNS)
    assert elements.reset_index().to_dict("records") == [
        element("a.py", "module", "a", "a", "", 1, 2, 2, "thing:1"),
        element("a.py::Thing", "class", "a", "Thing", "a.py", 1, 2, 2, ""),
        element("b.py", "module", "b", "b", "", 1, 3, 3, "thing:2 other:1"),
        element("b.py::Other", "class", "b", "Other", "b.py", 2, 3, 2, ""),
    ]


def element(key: str, kind: str, module: str, name: str, parent: str, *rest: object) -> dict[str, object]:
    line, end_line, lines, words = rest
    return {
        "key": key,
        "kind": kind,
        "module": module,
        "name": name,
        "parent": parent,
        "file": key.partition("::")[0],
        "line": line,
        "end_line": end_line,
        "lines": lines,
        "role": "code",
        "words": words,
    }


def test_links_are_sorted_and_typed() -> None:
    links = graph().links
    assert links.columns.tolist() == list(LINK_COLUMNS)
    assert links[["source", "target", "kind", "line"]].to_numpy().tolist() == [
        ["b.py", "a.py", "import", 1],
        ["b.py", "a.py::Thing", "reference", 2],
        ["b.py::Other", "a.py::Thing", "inherit", 2],
    ]
    assert str(links["confidence"].dtype) == "float64"
    assert str(links["in_loop"].dtype) == "bool"


def test_links_to_nowhere_and_to_oneself_are_left_out() -> None:
    elements = [ResolvedElement("a.py", "module", "a", "a", "", "a.py", 1, 1, 1, "code")]
    links = [ResolvedLink("a.py", "gone.py", "import", "a.py", 1), ResolvedLink("a.py", "a.py", "call", "a.py", 2)]
    found = connect([read(Source("a.py", "a"), b"x = 1\n")], Resolution(elements, links, [], [], []))
    assert found.links.to_dict("records") == []


def test_empty_tables_keep_their_columns() -> None:
    found = connect([], Resolution([], [], [], [], []))
    assert found.links.columns.tolist() == list(LINK_COLUMNS)
    assert found.coverage.columns.tolist() == list(COVERAGE_COLUMNS)
    assert isinstance(found.elements, pd.DataFrame)
