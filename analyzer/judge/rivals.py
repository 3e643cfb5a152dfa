"""The partitions a cut must beat: everything in one, today's packages, and a random cut of the same sizes."""

import random

from msgspec.structs import replace

from analyzer.model.cut import Cut
from analyzer.model.graph import Graph


def rivals(graph: Graph, cut: Cut, seed: int) -> tuple[tuple[str, Cut], ...]:
    """Name and cut of each rival; all place the very elements that the proposal gives an owner."""
    owned = cut.placements[cut.placements["verdict"] == "owned"]
    ours = dict(zip(owned.index.tolist(), owned["service"].tolist(), strict=True))
    modules = sorted({key.partition("::")[0] for key in ours} & set(graph.elements.index.tolist()))
    names = graph.elements.loc[modules, "name"].to_dict()
    return (
        ("whole", _with(cut, dict.fromkeys(modules, "whole"))),
        ("packages", _with(cut, packages(names))),
        ("random", _with(cut, _shuffled([ours.get(key, "") for key in modules], modules, seed))),
    )


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


def _with(cut: Cut, placed: dict[str, str]) -> Cut:
    """The cut with modules elsewhere and what is inside them with them; tables stay with their main class's module."""
    placements = cut.placements
    keys = placements.index.tolist()
    service = [
        placed.get(key.partition("::")[0], "") if verdict == "owned" else ""
        for key, verdict in zip(keys, placements["verdict"].tolist(), strict=True)
    ]
    return replace(cut, services=(), placements=placements.assign(service=service))
