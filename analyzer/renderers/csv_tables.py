"""Elements, links, services, breaks, and ways in and out as CSV files."""

import csv
import io
import math
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.model.tables import break_table, coded_link_table, door_table, element_table, service_table

BLOCK = 10_000  # rows that are held as text one by one: all rows of a million lines take 140 MB
_PLAIN = re.compile(r"[\w ./:()\[\]-]*")  # nothing that a cell would be quoted for
_PLAIN_LINES = re.compile(r"[\w ./:()\[\]\n-]*")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def draw(study: Study) -> Iterable[Artifact]:
    """``elements``, ``links``, ``services``, ``breaks`` and ``doors`` with ``.csv``: UTF-8, comma, one header line."""
    yield Artifact("elements.csv", _csv(element_table(study)))
    yield Artifact("links.csv", _csv(coded_link_table(study)))
    yield Artifact("services.csv", _csv(service_table(study)))
    yield Artifact("breaks.csv", _csv(break_table(study)))
    yield Artifact("doors.csv", _csv(door_table(study)))


def _csv(table: pd.DataFrame) -> bytes:
    """The file, grown block by block in one piece of memory: as text it would be held three times until written."""
    columns = [_cells(table[name]) for name in table.columns]
    out = io.BytesIO()
    out.write(f"{','.join(table.columns)}\n".encode())
    for first in range(0, len(table), BLOCK):
        texts = (cells[codes[first : first + BLOCK]].tolist() for cells, codes in columns)
        out.write(("\n".join(map(",".join, zip(*texts, strict=True))) + "\n").encode())
    return out.getvalue()


def _cells(column: "pd.Series[Any]") -> tuple[NDArray[Any], NDArray[Any]]:
    """The cells of a column as they stand in the file, each once, and the number of each row's."""
    codes, values = pd.factorize(column, use_na_sentinel=False)
    cells = np.empty(len(values), dtype=object)
    cells[:] = _texts(values.tolist())
    return cells, codes


def _texts(values: list[Any]) -> list[str]:
    """Each value as it stands in the file; those of a column are looked at together first, since most are plain."""
    if all(isinstance(value, str) for value in values):
        lines = "\n".join(["", *values])
        if lines.count("\n") == len(values) and "\n-" not in lines and _PLAIN_LINES.fullmatch(lines):
            return values
    return [_quoted(_cell(value)) for value in values]


def _quoted(cell: object) -> str:
    """The cell as ``csv`` writes it, which is asked only for what may have to be quoted."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    if _PLAIN.fullmatch(cell):
        return cell
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow((cell, ""))
    return out.getvalue().removesuffix(",\n")


def _cell(value: object) -> object:
    """A value for a spreadsheet; text that it would run as a formula gets the apostrophe that stops it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return "" if math.isnan(value) else round(value, 6)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


RENDERER = Renderer("csv", "Elements, links, services, breaks, ways in and out as tables", draw)
