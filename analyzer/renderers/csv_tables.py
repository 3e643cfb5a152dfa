"""Elements, links, services and breaks as CSV files."""

import csv
import io
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.model.tables import break_table, element_table, link_table, service_table

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def draw(study: Study) -> Iterable[Artifact]:
    """``elements.csv``, ``links.csv``, ``services.csv`` and ``breaks.csv``: UTF-8, comma, one header line."""
    yield Artifact("elements.csv", _csv(element_table(study)))
    yield Artifact("links.csv", _csv(link_table(study)))
    yield Artifact("services.csv", _csv(service_table(study)))
    yield Artifact("breaks.csv", _csv(break_table(study)))


def _csv(table: pd.DataFrame) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(zip(*(_cells(table[name]) for name in table.columns), strict=True))
    return out.getvalue()


def _cells(column: "pd.Series[Any]") -> list[object]:
    """Plain values; text that a spreadsheet would run as a formula gets the apostrophe that stops it."""
    if column.dtype.kind == "f":
        return ["" if pd.isna(value) else round(value, 6) for value in column.tolist()]
    if column.dtype.kind == "b":
        return [str(value).lower() for value in column.tolist()]
    return [f"'{v}" if isinstance(v, str) and v.startswith(_FORMULA_STARTS) else v for v in column.tolist()]


RENDERER = Renderer("csv", "Elements, links, services and breaks as tables", draw)
