"""Puts a graph and a cut together from a few lines of text."""

import pandas as pd

from analyzer.model.breaks import Remedy
from analyzer.model.cut import PLACEMENT_COLUMNS, Alternative, Cut, Service
from analyzer.model.evidence import Views
from analyzer.model.graph import COVERAGE_COLUMNS, ELEMENT_COLUMNS, LINK_COLUMNS, Graph

Element = tuple[str, str]  # (key, service); "" is shared code
Link = tuple[str, str, str, int]


def dotted(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def graph_of(elements: list[Element], links: list[Link], **records: object) -> Graph:
    rows = {key: _element(key) for key, _ in elements}
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=list(ELEMENT_COLUMNS)).astype(ELEMENT_COLUMNS)
    frame.index.name = "key"
    rows_of_links = [(s, t, kind, s.split("::")[0], line, 1.0, False, "") for s, t, kind, line in links]
    link_frame = pd.DataFrame(rows_of_links, columns=list(LINK_COLUMNS)).astype(LINK_COLUMNS)
    coverage = [(key, "resolved", 9) for key in rows if "::" not in key]
    coverage += [(key, "unknown_receiver", 2) for key in rows if "::" not in key]
    return Graph(
        elements=frame.sort_index(),
        links=link_frame.sort_values(["source", "target", "kind", "file", "line"]).reset_index(drop=True),
        coverage=pd.DataFrame(coverage, columns=list(COVERAGE_COLUMNS)).astype(COVERAGE_COLUMNS),
        **records,  # type: ignore[arg-type]
    )


def _element(key: str) -> tuple[object, ...]:
    path, _, inner = key.partition("::")
    if path == "table":
        return ("table", "", inner, "", "", 0, 0, 0, "code", "")
    kind = "module" if not inner else "class" if inner[0].isupper() and "." not in inner else "function"
    parent = "" if not inner else f"{path}::{inner.rpartition('.')[0]}" if "." in inner else path
    lines = 40 + 7 * (len(key) % 9)
    return (kind, dotted(path), inner or dotted(path), parent, path, 1 if not inner else 10, lines, lines, "code", "")


def cut_of(elements: list[Element], services: list[Service], alternatives: tuple[Alternative, ...] = ()) -> Cut:
    rows = {}
    for position, (key, service) in enumerate(elements):
        verdict = "owned" if service else "shared"
        doubtful = position % 7 == 3
        nearest = services[(position + 1) % len(services)].key if doubtful else ""
        stability = 0.55 if doubtful else 0.95
        reason = "Most of its calls stay inside." if service else "Used by every service and owned by none."
        rows[key] = (service, verdict, stability, reason, nearest, 0.8 if doubtful else 0.1, False)
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=list(PLACEMENT_COLUMNS)).astype(PLACEMENT_COLUMNS)
    frame.index.name = "key"
    return Cut(services=tuple(services), placements=frame.sort_index(), alternatives=alternatives)


def empty_views() -> Views:
    return Views(nodes=pd.DataFrame({"size": [1]}), edges=pd.DataFrame({"source": [], "target": [], "weight": []}))


def remedy(kind: str, title: str, automation: str = "automatic") -> Remedy:
    return Remedy(kind, title, "The caller needs the answer at once.", automation, "", ("Add the client.", "Call it."))  # type: ignore[arg-type]
