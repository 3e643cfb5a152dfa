"""Reads a case folder: a small monolith, which folder is which service, and the breaks a person expects."""

import csv
from pathlib import Path

import pandas as pd

from analyzer.connect import connect
from analyzer.discover import discover, load
from analyzer.engines import examine
from analyzer.model.breaks import Break
from analyzer.model.cut import PLACEMENT_COLUMNS, Cut, Service
from analyzer.model.graph import Graph
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.settings import RunSettings, Settings

CASES = Path(__file__).parent.parent / "cases" / "breaks"


def graph_of(folder: Path) -> Graph:
    """The graph of the code in a folder, by the same way as the program goes."""
    settings = Settings(run=RunSettings(engine="inline", use_cache=False))
    found = discover(folder, settings)
    facts = list(examine(found.root, found.sources, (load, read), settings))
    return connect(facts, resolve(facts))


def cut_by_folders(graph: Graph, boundaries: dict[str, str]) -> Cut:
    """Each element is where its file is; the longest path that fits counts, "" is shared code."""
    table_files = {table.key: table.file for table in graph.tables}
    rows = {}
    for key in graph.elements.index:
        file = table_files.get(key, "") or str(graph.elements["file"][key])
        fitting = [path for path in boundaries if file.startswith(path)]
        service = boundaries[max(fitting, key=len)] if fitting else ""
        verdict = "owned" if service else "shared" if fitting else "unplaced"
        rows[key] = (service, verdict, 1.0, "", "", 0.0, False)
    placements = pd.DataFrame.from_dict(rows, orient="index", columns=list(PLACEMENT_COLUMNS))
    placements.index.name = "key"
    services = tuple(Service(one, one) for one in sorted(set(boundaries.values()) - {""}))
    return Cut(services, placements.astype(PLACEMENT_COLUMNS))


def boundaries_of(file: Path) -> dict[str, str]:
    with file.open(encoding="utf-8") as lines:
        return {row["path"]: row["service"] for row in csv.DictReader(lines)}


def told(one: Break, facts: tuple[str, ...] = ()) -> str:
    """A break as one line of ``expected.txt``."""
    places = "; ".join(f"{place.file}:{place.line}{' loop' if place.in_loop else ''}" for place in one.occurrences)
    ends = one.key.partition(":")[2].replace("->", " -> ")
    parts = [f"{one.kind} {ends}", places, f"{one.remedy.kind} {one.remedy.automation}"]
    for name in facts:
        values = [value for fact, value in one.facts if fact == name]
        parts += [f"{name}={'; '.join(values)}"] if values else []
    return " | ".join(parts)


def expected(case: Path) -> list[str]:
    return (case / "expected.txt").read_text(encoding="utf-8").splitlines()


def names_of_facts(lines: list[str]) -> tuple[str, ...]:
    """The facts that the expectation speaks of."""
    found = [part.partition("=")[0] for line in lines for part in line.split(" | ")[3:]]
    return tuple(dict.fromkeys(found))
