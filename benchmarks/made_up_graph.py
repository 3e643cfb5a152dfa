"""A graph of any size, made up: functions in modules in services, most calls near, some across."""

import numpy as np
import pandas as pd

from analyzer.model.cut import PLACEMENT_COLUMNS, Cut, Service
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, LINK_COLUMNS, Graph, Table

SERVICES = 30
ACROSS = 0.15
"""One link in seven crosses: between tidy applications (one in twenty) and tangled ones (one in four)."""


def made_up(links: int) -> tuple[Graph, Cut]:
    """A graph with this many links, a tenth as many functions, and the cut it was made from."""
    chance = np.random.default_rng(7)
    functions = max(links // 10, 100)
    home = np.arange(functions) % SERVICES
    module = [f"area{s:02}/m{i // 300:04}.py" for i, s in enumerate(home)]
    key = np.array([f"{m}::f{i}" for i, m in enumerate(module)])
    source = chance.integers(0, functions, links)
    near = (source + SERVICES * chance.integers(1, 300, links)) % (functions // SERVICES * SERVICES)
    target = np.where(chance.random(links) < ACROSS, chance.integers(0, functions, links), near)
    elements = _elements(dict(zip(key, module, strict=True)))
    frame = pd.DataFrame(
        {
            "source": key[source],
            "target": key[target],
            "kind": np.array(["call", "reference"])[(chance.random(links) < 0.2).astype(int)],
            "file": np.array(module)[source],
            "line": chance.integers(1, 900, links),
            "confidence": 1.0,
            "in_loop": chance.random(links) < 0.1,
            "detail": "",
        },
        columns=list(LINK_COLUMNS),
    ).astype(LINK_COLUMNS)
    frame = frame.sort_values(["source", "target", "kind", "file", "line"], ignore_index=True)
    coverage = pd.DataFrame([], columns=list(COVERAGE_COLUMNS)).astype(COVERAGE_COLUMNS)
    return Graph(elements, frame, coverage, tables=(Table("table::none", "none", "", "", "", 0),)), _cut(elements)


def _elements(module_of: dict[str, str]) -> pd.DataFrame:
    rows = {m: ("module", m, m, "", m, 1, 900, 900, "code", "") for m in set(module_of.values())}
    rows |= {k: ("function", m, k.partition("::")[2], m, m, 1, 9, 9, "code", "") for k, m in module_of.items()}
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=list(ELEMENT_COLUMNS)).astype(ELEMENT_COLUMNS)
    frame.index.name = "key"
    return frame.sort_index()


def _cut(elements: pd.DataFrame) -> Cut:
    service = elements["file"].str.split("/").str[0]
    rows = pd.DataFrame(index=elements.index).assign(
        service=service, verdict="owned", stability=1.0, reason="", nearest="", pull=0.0, pinned=False
    )
    services = tuple(Service(one, one) for one in sorted(set(service)))
    return Cut(services, rows[list(PLACEMENT_COLUMNS)].astype(PLACEMENT_COLUMNS))
