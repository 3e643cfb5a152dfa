"""A cut: which service each element belongs to, and how; with the alternatives that were considered."""

from typing import Literal

import pandas as pd
from msgspec import Struct

PlacementVerdict = Literal["owned", "shared", "duplicated", "platform", "unplaced"]

PLACEMENT_COLUMNS = {
    "service": "str",  # the service it ships with; for shared, platform and unplaced the nearest one; "" when none
    "verdict": "str",
    "stability": "float64",  # share of the ensemble's runs that agree with this placement, 0 to 1
    "reason": "str",  # one sentence
    "nearest": "str",  # the service it would go to otherwise, "" when none pulls
    "pull": "float64",  # weight towards `nearest` over weight towards its own, 0 to 1 and above
    "pinned": "bool",
}


ServiceKind = Literal["service", "part", "library", "platform"]
"""``part``: a group too small to run alone, which moves as one; ``library`` and ``platform``: owned by nobody."""


class Service(Struct, frozen=True):
    """One proposed service. ``key`` is a stable slug (a valid Python and DNS label), ``name`` is for people."""

    key: str
    name: str
    description: str = ""
    owner: str = ""
    words: tuple[str, ...] = ()  # the vocabulary that sets it apart, strongest first
    stability: float = 1.0
    evidence: tuple[tuple[str, float], ...] = ()  # (view, share of the internal weight)
    pinned: bool = False
    kind: ServiceKind = "service"


class Alternative(Struct, frozen=True):
    """The same codebase cut coarser or finer: module key to service label, with the figures along the way."""

    label: str
    resolution: float
    services: int
    stability: float
    modularity: float
    recommended: bool
    members: tuple[tuple[str, str], ...] = ()  # (module key, label), sorted


class Cut(Struct, frozen=True, eq=False):
    """Every element of the graph exactly once: ``placements`` is indexed by element key like the graph."""

    services: tuple[Service, ...]
    placements: pd.DataFrame
    alternatives: tuple[Alternative, ...] = ()
