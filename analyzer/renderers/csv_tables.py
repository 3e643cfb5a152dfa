"""Elements, links, services and breaks as CSV files."""

import csv
import io
import math
from collections.abc import Iterable
from typing import Any

import numpy as np
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
    """Plain values; what repeats is written out once."""
    if column.dtype.kind in "iu":
        return column.tolist()
    codes, values = pd.factorize(column, use_na_sentinel=False)
    cells = np.empty(len(values), dtype=object)
    cells[:] = [_cell(value) for value in values.tolist()]
    written: list[object] = cells[codes].tolist()
    return written


def _cell(value: object) -> object:
    """A value for a spreadsheet; text that it would run as a formula gets the apostrophe that stops it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return "" if math.isnan(value) else round(value, 6)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


RENDERER = Renderer("csv", "Elements, links, services and breaks as tables", draw)
