"""A codebase torn into its elements, each a service by itself, and the links of which only some cuts are sure."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analyzer.model.graph import Graph
from analyzer.model.lookup import looked_up
from analyzer.model.seams import DOUBT_COLUMNS, empty
from analyzer.sever.certainty import ACCESSES, LEAST, certain_links
from analyzer.sever.sides import TEXTS, Sides

PLACE = ["source", "line", "kind", "detail"]


class Torn(NamedTuple):
    """``rows``: links that some cut severs, with ``place`` (-1: sure by themselves); ``doubts``: what is at a place."""

    sides: Sides
    rows: pd.DataFrame
    doubts: pd.DataFrame


def tear(graph: Graph) -> Torn:
    """Every piece of code and every table becomes a service; links that are sure there are sure in every cut."""
    elements = graph.elements
    code = elements.index[elements["role"].isin(("code", ""))].tolist()
    sides = Sides(graph, {key: key for key in code}, ())
    sure = sides.crossing.assign(place=-1)
    unsure, doubts = _unsure(sides)
    return Torn(sides, pd.concat([sure, unsure]).reset_index(drop=True) if len(unsure) else sure, doubts)


def _unsure(sides: Sides) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Candidates that are believed only where enough of them lie in one service, and all candidates of their places."""
    links = certain_links(sides.graph)
    ends = [looked_up(links[end], sides.service_of).to_numpy() for end in ("source", "target")]
    among = links[(ends[0] != "") & (ends[1] != "") & ~links["kind"].isin(ACCESSES)].astype(dict.fromkeys(TEXTS, "str"))
    total = among.groupby(PLACE, sort=False)["certainty"].transform("sum")
    alone = [
        kind == "call" and sides.is_model_method(target)
        for kind, target in zip(among["kind"].tolist(), among["target"].tolist(), strict=True)
    ]
    weak = (among["certainty"] < LEAST) & (total >= LEAST) & ~np.array(alone, dtype=bool)
    if not weak.any():
        return among.iloc[:0], empty(DOUBT_COLUMNS)
    number = among.groupby(PLACE, sort=True).ngroup()
    wanted = sorted(set(number[weak].tolist()))
    places = {place: position for position, place in enumerate(wanted)}
    doubts = among[number.isin(wanted)].assign(place=number.map(places).astype("int64", errors="ignore"))
    rows = among[weak & (among["source"] != among["target"])]
    rows = rows.assign(
        place=[places[one] for one in number.loc[rows.index].tolist()],
        source_service=rows["source"],
        target_service=rows["target"],
        in_request=False,
    )
    return rows, doubts[list(DOUBT_COLUMNS)].sort_values(list(DOUBT_COLUMNS)).reset_index(drop=True)
