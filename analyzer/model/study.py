"""A study: everything one run learned, serialisable, with a published JSON Schema."""

from html import escape
from inspect import cleandoc
from typing import Any

import msgspec
import numpy as np
import pandas as pd
from msgspec import Struct

from analyzer.model.breaks import Break, TableOwner
from analyzer.model.consequence import Consequence
from analyzer.model.contract import Contract
from analyzer.model.cut import Cut
from analyzer.model.evidence import Views
from analyzer.model.excerpt import Excerpt
from analyzer.model.flows import coded
from analyzer.model.graph import Graph
from analyzer.model.problem import Problem
from analyzer.model.roadmap import Roadmap
from analyzer.model.score import Verdict
from analyzer.model.seams import Seams
from analyzer.model.source import Source

SCHEMA_VERSION = 1


class Study(Struct, frozen=True, eq=False, dict=True):
    """One run over one codebase; ``settings`` holds every knob as (name, value) text."""

    name: str
    version: str
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    graph: Graph
    views: Views
    cut: Cut
    verdict: Verdict
    breaks: tuple[Break, ...]
    owners: tuple[TableOwner, ...]
    consequences: tuple[Consequence, ...]
    contracts: tuple[Contract, ...]
    roadmap: Roadmap
    excerpts: tuple[Excerpt, ...] = ()
    seams: Seams | None = None
    settings: tuple[tuple[str, str], ...] = ()
    schema_version: int = SCHEMA_VERSION

    def _repr_html_(self) -> str:
        """The verdict and the services, for notebooks; names are escaped."""
        rows = "".join(
            f"<tr><td>{escape(service.name)}</td><td>{escape(service.description or ', '.join(service.words[:5]))}</td>"
            f"<td>{service.stability:.0%}</td></tr>"
            for service in self.cut.services
            if service.kind == "service"
        )
        head = "<tr><th>Service</th><th>What it is about</th><th>Stability</th></tr>"
        title = f"{escape(self.name)}: {escape(self.verdict.headline)}"
        return f"<p><strong>{title}</strong>, {len(self.breaks):,} breaks</p><table>{head}{rows}</table>"


def encode(study: Study) -> bytes:
    """The study as one line of JSON: tables are written column by column, repeated text once."""
    links = coded(study.graph).links[list(study.graph.links.columns)]  # its text is numbered already

    def as_columns(value: object) -> object:
        return _frame_to_columns(links if value is study.graph.links else value)

    return msgspec.json.Encoder(enc_hook=as_columns).encode_lines([study])


def decode(data: bytes) -> Study:
    """The study back from its JSON; ``msgspec.ValidationError`` when it is not one."""
    return msgspec.json.decode(data, type=Study, dec_hook=_frame_from_columns)


def schema() -> dict[str, Any]:
    """The JSON Schema of ``study.json``."""
    described: dict[str, Any] = msgspec.json.schema(Study, schema_hook=_frame_schema)
    for definition in described["$defs"].values():  # Python keeps the indentation of docstrings or not, by version
        if "description" in definition:
            definition["description"] = cleandoc(definition["description"])
    return described


def _frame_to_columns(value: object) -> object:
    if isinstance(value, pd.DataFrame):
        name = value.index.name
        named = value if name is None else value.reset_index()
        return {
            "index": "" if name is None else str(name),
            # Each as text at once: the numbers of a million lines are a hundred megabytes as objects.
            "columns": {str(c): msgspec.Raw(msgspec.json.encode(_column(named[c]))) for c in named.columns},
        }
    raise NotImplementedError(type(value).__name__)


def _column(series: "pd.Series[Any]") -> object:
    if isinstance(series.dtype, pd.CategoricalDtype):
        return _numbered(series)
    if series.dtype.kind not in "biuf":
        codes, values = pd.factorize(series.astype(str), sort=True)
        return {"values": values.tolist(), "codes": codes.tolist()}
    return {"numbers": series.tolist()}


def _numbered(series: "pd.Series[Any]") -> object:
    """A column of categories with those that are used, sorted."""
    texts, codes = series.cat.categories.tolist(), series.cat.codes.to_numpy()
    used = sorted(np.unique(codes).tolist(), key=texts.__getitem__)
    rank = np.zeros(len(texts), dtype=np.int64)
    rank[used] = np.arange(len(used))
    return {"values": [texts[number] for number in used], "codes": rank[codes].tolist()}


def _frame_from_columns(wanted: type, data: Any) -> object:  # noqa: ANN401 - decoded JSON
    if wanted is not pd.DataFrame:
        raise NotImplementedError(wanted.__name__)
    columns = {name: _values(column) for name, column in data["columns"].items()}
    frame = pd.DataFrame(columns)
    return frame.set_index(data["index"]) if data["index"] else frame


def _values(column: dict[str, list[Any]]) -> "list[Any] | pd.Series[Any]":
    if "numbers" in column:
        return column["numbers"] or pd.Series(dtype="int64")
    return [column["values"][code] for code in column["codes"]] or pd.Series(dtype="str")


def _frame_schema(wanted: type) -> dict[str, Any]:
    if wanted is not pd.DataFrame:
        raise NotImplementedError(wanted.__name__)
    coded = {"type": "object", "required": ["values", "codes"]}
    numbers = {"type": "object", "required": ["numbers"]}
    return {
        "type": "object",
        "description": "A table, column by column: either plain numbers, or distinct values and a code a row.",
        "required": ["index", "columns"],
        "properties": {
            "index": {"type": "string"},
            "columns": {"type": "object", "additionalProperties": {"anyOf": [coded, numbers]}},
        },
    }
