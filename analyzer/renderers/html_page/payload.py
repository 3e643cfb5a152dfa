"""The data of the page: one JSON value with every table written column by column."""

from typing import Any

import msgspec

from analyzer.model.positions import service_positions
from analyzer.model.study import Study
from analyzer.renderers.html_page.columns import Texts, code, codes
from analyzer.renderers.html_page.findings import break_columns, evidence, excerpt_columns
from analyzer.renderers.html_page.seams import seam_columns
from analyzer.renderers.html_page.units import (
    Units,
    element_columns,
    find_inner,
    find_units,
    link_columns,
    unit_columns,
)

ELEMENTS_SHOWN = 60_000  # classes and functions by name; about 600 KB compressed
ALTERNATIVE_MEMBERS = 60_000  # modules times granularities that are listed one by one


def payload(study: Study) -> dict[str, Any]:
    """Everything the page shows, as plain values ready for JSON."""
    texts: Texts = {}
    units = find_units(study)
    inner = find_inner(study, units, ELEMENTS_SHOWN)
    tables = {
        "units": unit_columns(study, units, texts),
        "links": link_columns(study, units),
        "elements": element_columns(units, inner, texts),
        "breaks": break_columns(study, units.of, texts),
        "excerpts": excerpt_columns(study, texts),
        "alternatives": _alternatives(study, units, texts),
        "graph": _graph_records(study),
        "seams": seam_columns(study, units, inner),
    }
    return {
        "format": 1,
        "name": study.name,
        "version": study.version,
        "verdict": msgspec.to_builtins(study.verdict),
        "services": _services(study),
        "owners": msgspec.to_builtins(study.owners),
        "consequences": msgspec.to_builtins(study.consequences),
        "contracts": msgspec.to_builtins(study.contracts),
        "roadmap": msgspec.to_builtins(study.roadmap),
        "evidence": evidence(study),
        **tables,
        "before": None,
        "texts": list(texts),
    }


def _services(study: Study) -> list[dict[str, Any]]:
    return [
        {**msgspec.to_builtins(service), "x": x, "y": y, "r": r}
        for service, (x, y, r) in zip(study.cut.services, service_positions(study), strict=True)
    ]


def _alternatives(study: Study, units: Units, texts: Texts) -> list[dict[str, Any]]:
    """Coarser and finer cuts; their members only while that many names are still readable."""
    listed = sum(len(item.members) for item in study.cut.alternatives) <= ALTERNATIVE_MEMBERS
    return [
        {
            **{name: getattr(item, name) for name in ("label", "resolution", "services", "stability", "modularity")},
            "recommended": item.recommended,
            "unit": [units.of.get(key, -1) for key, _ in item.members] if listed else [],
            "part": codes(texts, (label for _, label in item.members)) if listed else [],
            "left_out": 0 if listed else code(texts, ""),
        }
        for item in study.cut.alternatives
    ]


def _graph_records(study: Study) -> dict[str, Any]:
    graph = study.graph
    return {
        "tables": [
            {"key": table.key, "name": table.name, "element": table.element, "columns": len(table.columns)}
            for table in graph.tables
        ],
        "joins": msgspec.to_builtins(graph.joins),
        "transactions": msgspec.to_builtins(graph.transactions),
        "routes": msgspec.to_builtins(graph.routes),
        "tasks": msgspec.to_builtins(graph.tasks),
        "events": msgspec.to_builtins(graph.events),
    }
