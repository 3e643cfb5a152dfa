"""The partitions a cut must beat: everything in one, today's packages, and a random cut of the same sizes."""

import random

import numpy as np
import pandas as pd
from msgspec.structs import replace

from analyzer.model.cut import Cut
from analyzer.model.flows import Numbers, owners
from analyzer.model.graph import Graph


def rivals(graph: Graph, cut: Cut, seed: int) -> tuple[tuple[str, Cut], ...]:
    """Name and cut of each rival; all place the very elements that the proposal gives an owner."""
    numbers: dict[str, int] = {}
    keys = cut.placements.index
    rows = np.array([numbers.setdefault(key.partition("::")[0], len(numbers)) for key in keys.tolist()], dtype=np.int64)
    homes, owned = list(numbers), (cut.placements["verdict"] == "owned").to_numpy(dtype=bool)
    owning = {homes[number] for number in np.unique(rows[owned]).tolist()}
    modules = sorted(owning.intersection(graph.elements.index.tolist()))
    ours = owners(modules, cut)
    names = dict(zip(modules, graph.elements.loc[modules, "name"].tolist(), strict=True))
    rival_places = {
        "whole": dict.fromkeys(modules, "whole"),
        "packages": packages(names),
        "random": _shuffled([ours.get(key, "") for key in modules], modules, seed),
    }
    return tuple((name, _with(cut, placed, rows, homes)) for name, placed in rival_places.items())


def packages(names: dict[str, str]) -> dict[str, str]:
    """Module -> its first folder below what all modules have in common."""
    parts = {key: name.split(".") for key, name in names.items()}
    depth = 0
    while parts and len({tuple(found[: depth + 1]) for found in parts.values() if len(found) > depth + 1}) == 1:
        depth += 1
    return {key: ".".join(found[: depth + 1]) for key, found in parts.items()}


def _shuffled(services: list[str], modules: list[str], seed: int) -> dict[str, str]:
    random.Random(seed).shuffle(services)  # noqa: S311 - a baseline, nothing secret
    return dict(zip(modules, services, strict=True))


def _with(cut: Cut, placed: dict[str, str], rows: Numbers, homes: list[str]) -> Cut:
    """The cut with modules elsewhere and what is inside them with them; tables stay with their main class's module."""
    owned = (cut.placements["verdict"] == "owned").to_numpy(dtype=bool)
    services = np.array([placed.get(home, "") for home in homes], dtype=object)[rows]
    column = pd.Series(np.where(owned, services, ""), index=cut.placements.index, dtype="str")
    return replace(cut, services=(), placements=cut.placements.assign(service=column))
