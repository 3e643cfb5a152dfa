"""The published tables of a study: elements, links, services and breaks, one pandas frame each."""

from collections.abc import Mapping
from typing import get_args

import numpy as np
import pandas as pd

from analyzer.model.breaks import Break, Occurrence
from analyzer.model.flows import coded
from analyzer.model.graph import LINK_COLUMNS, Outcome
from analyzer.model.remembered import remembered
from analyzer.model.source import Source
from analyzer.model.study import Study

Frame = pd.DataFrame

ELEMENT_TABLE = (
    "key", "kind", "module", "name", "service", "verdict", "file", "line", "end_line", "lines",
    "role", "stability", "reason", "nearest", "pull", "pinned", "parent",
)  # fmt: skip


def element_table(study: Study) -> Frame:
    """One row an element, and one for every source that is no element (tests, migrations, unreadable files)."""
    placed = study.graph.elements.join(study.cut.placements, how="left")
    rows = placed.rename_axis("key").reset_index()
    missing = [_uncut_module(source) for source in study.sources if source.path not in placed.index]
    if missing:
        rows = pd.concat([rows, pd.DataFrame(missing)], ignore_index=True)
    text = [name for name in ("service", "verdict", "reason", "nearest") if name in rows.columns]
    rows[text] = rows[text].fillna("").astype(str)
    rows["verdict"] = rows["verdict"].replace("", "unplaced")
    rows["pinned"] = rows["pinned"].eq(other=True)
    rows["parent"] = rows["parent"].fillna("")
    whole = ["line", "end_line", "lines"]
    rows[whole] = rows[whole].fillna(0).astype("int64")
    return rows.sort_values("key", kind="stable").reset_index(drop=True).loc[:, list(ELEMENT_TABLE)]


def _uncut_module(source: Source) -> dict[str, object]:
    return {
        "key": source.path,
        "kind": "module",
        "module": source.module,
        "name": source.module,
        "file": source.path,
        "line": 1,
        "role": source.role,
        "reason": "" if source.role == "code" else f"Left out of the cut: {source.role} code.",
    }


def link_table(study: Study) -> Frame:
    """One row an occurrence of a link, with the service at either end ("" for shared and platform code)."""
    table = coded_link_table(study)
    return table.astype({name: "str" for name in table.columns if isinstance(table[name].dtype, pd.CategoricalDtype)})


def coded_link_table(study: Study) -> Frame:
    """The same with text that repeats as categories: a tenth of the time where it is written out."""
    service = dict(zip(study.cut.placements.index.tolist(), study.cut.placements["service"].tolist(), strict=True))
    links = coded(study.graph).links
    ends = {f"{end}_service": _mapped(links[end], service) for end in ("source", "target")}
    return links[list(LINK_COLUMNS)].assign(**ends)


def _mapped(column: "pd.Series[str]", by: Mapping[str, str]) -> pd.Categorical:
    """Categories looked up, "" where there is none."""
    found = [by.get(key, "") for key in column.cat.categories.tolist()]
    codes, names = pd.factorize(np.array(found, dtype=object))
    return pd.Categorical.from_codes(codes[column.cat.codes.to_numpy()], categories=pd.Index(names, dtype="str"))


def outcome_table(study: Study) -> Frame:
    """References of each service's own code by where they led: one row a service, one column an ``Outcome``."""
    return remembered(study, "outcome_table", lambda: _outcomes(study))


def _outcomes(study: Study) -> Frame:
    placements = study.cut.placements
    owned = placements.loc[placements["verdict"] == "owned", "service"]
    coverage = study.graph.coverage
    counted = coverage.assign(service=coverage["module"].map(owned)).dropna(subset=["service"])
    table = counted.pivot_table(index="service", columns="outcome", values="count", aggfunc="sum", fill_value=0)
    keys = [service.key for service in study.cut.services]
    return table.reindex(index=keys, columns=list(get_args(Outcome)), fill_value=0).astype("int64")


def service_table(study: Study) -> Frame:
    """One row a service, part, library or platform group: its size, tables and routes, and what crosses its border.

    Sizes count the code that it owns, without tests and migrations, as the report and the terminal do.
    """
    return remembered(study, "service_table", lambda: _services(study))


def _services(study: Study) -> Frame:
    placements = study.cut.placements
    placed = study.graph.elements.join(placements[["service", "verdict"]])
    placed = placed[(placed["verdict"] == "owned") & placed["role"].isin(["code", ""])]
    modules = placed[placed["kind"] == "module"].groupby("service")
    classes = placed[placed["kind"] == "class"].groupby("service")["kind"].count()
    owned = pd.Series([owner.service for owner in study.owners], dtype="str").value_counts()
    routes = pd.Series([route.element for route in study.graph.routes], dtype="str").map(placements["service"])
    leaving = pd.Series([item.source_service for item in study.breaks], dtype="str").value_counts()
    entering = pd.Series([item.target_service for item in study.breaks], dtype="str").value_counts()
    keys = [service.key for service in study.cut.services]
    counts = {
        "modules": modules["kind"].count(),
        "classes": classes,
        "lines": modules["lines"].sum(),
        "tables": owned,
        "routes": routes.value_counts(),
        "breaks_out": leaving,
        "breaks_in": entering,
    }
    outcomes = outcome_table(study)
    words = [" ".join(service.words) for service in study.cut.services]
    return pd.DataFrame(
        {
            "key": keys,
            "name": [service.name for service in study.cut.services],
            "kind": [service.kind for service in study.cut.services],
            "host": [service.host for service in study.cut.services],
            "owner": [service.owner for service in study.cut.services],
            "stability": [service.stability for service in study.cut.services],
            "words": words,
            **{name: _counts(series, keys) for name, series in counts.items()},
            **{f"references_{name}": outcomes[name].tolist() for name in outcomes.columns},
        }
    )


DOOR_TABLE = ("direction", "kind", "service", "element", "what", "answered_by", "library", "file", "line")


def door_table(study: Study) -> Frame:
    """Ways in (routes, scripts, commands, applications, pages of an admin) and out (requests), one row each."""
    service = dict(zip(study.cut.placements.index.tolist(), study.cut.placements["service"].tolist(), strict=True))
    graph = study.graph
    rows: list[tuple[object, ...]] = [
        (
            "in",
            "route",
            "",
            one.element,
            f"{'|'.join(one.methods)} {one.path}".strip(),
            "",
            one.label,
            one.file,
            one.line,
        )
        for one in graph.routes
    ]
    rows += [("in", one.what, "", one.element, "", "", one.label, one.file, one.line) for one in graph.entries]
    rows += [
        ("out", "request", "", one.element, f"{one.method} {one.url}", one.answered_by, one.library, one.file, one.line)
        for one in graph.requests
    ]
    table = pd.DataFrame(rows, columns=list(DOOR_TABLE))
    return table.assign(service=[service.get(element, "") for element in table["element"]])


def _counts(series: "pd.Series[int]", keys: list[str]) -> list[int]:
    known = dict(zip(series.index.tolist(), series.tolist(), strict=True))
    return [int(known.get(key, 0)) for key in keys]


def break_table(study: Study) -> Frame:
    """One row a break and occurrence, so that each row names one place in the source and what stands there."""
    columns = [
        "key", "kind", "source", "target", "source_service", "target_service", "file", "line", "in_loop",
        "remedy", "remedy_title", "automation", "reason", "loss", "detail", "confidence",
    ]  # fmt: skip
    return pd.DataFrame([row for item in study.breaks for row in _break_rows(item)], columns=columns)


def _break_rows(item: Break) -> list[tuple[object, ...]]:
    remedy = item.remedy
    services = (item.source_service, item.target_service)
    tail = (remedy.kind, remedy.title, remedy.automation, remedy.reason, remedy.loss, item.detail, item.confidence)
    return [
        (
            *(item.key, item.kind, place.element or item.source, place.target or item.target, *services),
            *(place.file, place.line, place.in_loop, *tail),
        )
        for place in item.occurrences or (Occurrence("", 0),)
    ]
