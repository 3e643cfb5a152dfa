"""An Excel workbook of services, elements, breaks and roadmap."""

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pandas as pd

from analyzer.errors import MissingExtra
from analyzer.model.artifact import Artifact
from analyzer.model.family import Renderer
from analyzer.model.study import Study
from analyzer.model.tables import break_table, element_table, service_table

_ROWS = 1_048_575  # what one sheet holds below its header
_WIDEST = 60
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the workbook says when it was made: always then


def draw(study: Study) -> Iterable[Artifact]:
    """``study.xlsx``. Raises ``MissingExtra`` when the library that writes it is not installed."""
    library = _library()
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": True}
    book = library.Workbook(out, options)
    book.set_properties({"title": study.name, "created": _EPOCH})
    bold = book.add_format({"bold": True, "bottom": 1})
    tables = {
        "Services": service_table(study),
        "Breaks": break_table(study),
        "Elements": element_table(study),
        "Roadmap": _roadmap(study),
    }
    for title, table in tables.items():
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 1)
        sheet.write_row(0, 0, list(table.columns), bold)
        for column, name in enumerate(table.columns):
            sheet.set_column(column, column, _width(table[name], str(name)))
            sheet.write_column(1, column, _cells(table[name].iloc[:_ROWS]))
        if len(table):
            sheet.autofilter(0, 0, min(len(table), _ROWS), len(table.columns) - 1)
    book.close()
    yield Artifact("study.xlsx", out.getvalue())


def _library() -> ModuleType:
    try:
        import xlsxwriter  # noqa: PLC0415 - an optional part
    except ImportError as missing:
        raise MissingExtra("The Excel workbook needs XlsxWriter: pip install 'monolith-analyzer[excel]'") from missing
    library: ModuleType = xlsxwriter
    return library


def _roadmap(study: Study) -> pd.DataFrame:
    columns = ["wave", "step", "title", "kind", "service", "days_low", "days_high", "risk", "reason"]
    steps = [(wave.number, step) for wave in study.roadmap.waves for step in wave.steps]
    rows = [
        (number, one.key, one.title, one.kind, one.service, one.effort.low, one.effort.high, one.risk, one.reason)
        for number, one in steps
    ]
    return pd.DataFrame(rows, columns=columns)


def _width(column: "pd.Series[Any]", name: str) -> int:
    longest = int(column.iloc[:500].astype(str).str.len().max()) if len(column) else 0
    return min(_WIDEST, max(len(name) + 3, longest + 1))


def _cells(column: "pd.Series[Any]") -> list[object]:
    return ["" if pd.isna(value) else value for value in column.tolist()]


RENDERER = Renderer("excel", "An Excel workbook", draw, default=False)
