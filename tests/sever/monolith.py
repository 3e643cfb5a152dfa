"""Puts a graph and a cut together from lines like ``shop/cart.py::add call stock/api.py::take 12 loop``."""

import pandas as pd

from analyzer.model.cut import PLACEMENT_COLUMNS, Cut, Service
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, LINK_COLUMNS, Graph, Table


def monolith(text: str, more: str = "", **records: object) -> tuple[Graph, Cut]:
    """Graph and cut of the links in ``text``.

    The service of an element is the first folder of its file, of a table the first word of its name; files in
    ``common/`` are shared, files that begin with ``tests/`` are tests. ``more`` names elements without links.
    """
    links = [line.split() for line in text.strip().splitlines() if line.strip()]
    tables = tuple(_table(line) for line in records.pop("mapped", "").split())  # type: ignore[attr-defined]
    keys = {key for link in links for key in (link[0], link[2])} | set(more.split())
    keys |= {table.key for table in tables} | {table.element for table in tables if table.element}
    keys |= {parent for key in keys for parent in _parents(key)}
    elements = pd.DataFrame.from_dict({key: _element(key) for key in sorted(keys)}, orient="index")
    elements.columns = list(ELEMENT_COLUMNS)
    elements.index.name = "key"
    frame = pd.DataFrame([_link(link) for link in links], columns=list(LINK_COLUMNS)).astype(LINK_COLUMNS)
    graph = Graph(
        elements=elements.astype(ELEMENT_COLUMNS),
        links=frame.sort_values(["source", "target", "kind", "file", "line"]).reset_index(drop=True),
        coverage=pd.DataFrame([], columns=list(COVERAGE_COLUMNS)).astype(COVERAGE_COLUMNS),
        tables=tables,
        **records,  # type: ignore[arg-type]
    )
    return graph, _cut(sorted(keys))


def _parents(key: str) -> list[str]:
    path, _, inner = key.partition("::")
    if path == "table" or not inner:
        return []
    return [path, *([f"{path}::{inner.rpartition('.')[0]}"] if "." in inner else [])]


def _element(key: str) -> tuple[object, ...]:
    path, _, inner = key.partition("::")
    if path == "table":
        return ("table", "", inner, "", "", 0, 0, 0, "code", "")
    last = inner.rpartition(".")[2]
    kind = "module" if not inner else "variable" if last.isupper() else "class" if last[0].isupper() else "function"
    dotted = path.removesuffix(".py").replace("/", ".")
    role = "test" if path.startswith("tests/") else "code"
    return (kind, dotted, inner or dotted, (_parents(key) or [""])[-1], path, 1, 9, 9, role, "")


def _link(parts: list[str]) -> tuple[object, ...]:
    source, kind, target, line, *rest = parts
    detail = " ".join(word for word in rest if word != "loop")
    return (source, target, kind, source.split("::")[0], int(line), 1.0, "loop" in rest, detail)


def _table(line: str) -> Table:
    element, _, name = line.rpartition("=")
    path = element.split("::")[0]
    return Table(f"table::{name}", name, element, path.removesuffix(".py").replace("/", "."), path, 1)


def service_of(key: str) -> str:
    path, _, inner = key.partition("::")
    first = inner.split("_")[0] if path == "table" else path.split("/")[0]
    return "" if first in ("common", "tests") else first


def _cut(keys: list[str]) -> Cut:
    services = sorted({service_of(key) for key in keys} - {""})
    rows = {}
    for key in keys:
        service = service_of(key)
        verdict = "owned" if service else "unplaced" if key.startswith("tests/") else "shared"
        rows[key] = (service, verdict, 1.0, "", "", 0.0, False)
    placements = pd.DataFrame.from_dict(rows, orient="index", columns=list(PLACEMENT_COLUMNS))
    placements.index.name = "key"
    return Cut(tuple(Service(one, one.capitalize()) for one in services), placements.astype(PLACEMENT_COLUMNS))
