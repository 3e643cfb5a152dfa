"""Measures call graphs against expected ones: exact programs, precision, recall, by category, beside a peer.

    python benchmarks/callgraph.py CASES [--peer pycg=path/to/pycg] [--peer pyan3=path/to/python]
                                         [--peer jarvis=path/to/python:folder] [--differences]

CASES holds category/program folders, each with ``callgraph.json`` (caller to callees), as PyCG's micro-benchmark
has them: for example ``micro-benchmark/snippets`` of a checkout, or ``tests/cases/callgraph`` of this repository.
"""

import argparse
import json
from pathlib import Path
from typing import NamedTuple

from peers import PEERS, Edges, Tool, edges

from analyzer.cli.callgraph import call_graph, counted_from_folder
from analyzer.discover import discover, load
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.settings import Settings


class Tally(NamedTuple):
    """Programs and edges counted so far."""

    programs: int = 0
    exact: int = 0
    right: int = 0
    found: int = 0
    expected: int = 0

    def plus(self, found: Edges, expected: Edges) -> "Tally":
        """One program more."""
        return Tally(
            self.programs + 1,
            self.exact + (found == expected),
            self.right + len(found & expected),
            self.found + len(found),
            self.expected + len(expected),
        )

    def text(self) -> str:
        """Exact programs, precision and recall in one row."""
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.expected if self.expected else 1.0
        return f"{self.exact:>4} of {self.programs:<4} {precision:9.3f} {recall:9.3f}"


def ours(folder: Path) -> Edges:
    """What this analyzer finds."""
    found = discover(folder, Settings())
    facts = [read(counted_from_folder(source), load(found.root, source)) for source in found.sources]
    package = folder.name if (folder / "__init__.py").exists() else ""
    return edges(call_graph(resolve(facts, package=package)))


def main() -> None:
    """Measure every tool over every program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--peer", action="append", default=[], help="NAME=PLACE of a tool to measure beside ours")
    parser.add_argument("--differences", action="store_true", help="list the edges we miss and those we add")
    options = parser.parse_args()
    tools: dict[str, Tool] = {"analyzer": ours}
    for peer in options.peer:
        name, _, place = peer.partition("=")
        tools[name] = PEERS[name](place)
    for name, tool in tools.items():
        measure(options.cases, name, tool, differences=options.differences and name == "analyzer")


def measure(cases: Path, name: str, tool: Tool, *, differences: bool) -> None:
    """One table: a row a category, and all together."""
    rows: dict[str, Tally] = {}
    for answer in sorted(cases.glob("*/*/callgraph.json")):
        folder = answer.parent
        expected = edges(json.loads(answer.read_text()))
        found = tool(folder)
        for row in (folder.parent.name, "all"):
            rows[row] = rows.get(row, Tally()).plus(found, expected)
        if differences and found != expected:
            print(f"{folder.parent.name}/{folder.name}: missing {sorted(expected - found)}")
            print(f"{'':>4}added {sorted(found - expected)}")
    print(f"{name:<14} {'exact':>12} precision    recall")
    for row in sorted(rows, key=lambda row: (row == "all", row)):
        print(f"{row:<14} {rows[row].text()}")


if __name__ == "__main__":
    main()
