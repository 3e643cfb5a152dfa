"""A cut: which service each element belongs to, and how; with the alternatives that were considered."""

from collections.abc import Sequence
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
"""The only words for groups, in every output:

``service``: proposed to run alone. ``part``: code that moves as one and is not proposed to run alone; it ships with
its ``host``, or stays in the monolith. ``library``: used by many, owned by nobody, published as a package.
``platform``: settings, start-up and glue, which every process needs and nobody owns.
"""

KIND_WORDS: dict[ServiceKind, tuple[str, str]] = {
    "service": ("service", "services"),
    "part": ("part", "parts"),
    "library": ("shared library", "shared libraries"),
    "platform": ("platform group", "platform groups"),
}
"""One and many of each, in the order in which they are listed."""


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
    host: str = ""  # of a part: key of the service that it is linked to most; "" where it stays in the monolith


class Alternative(Struct, frozen=True):
    """The same codebase cut coarser or finer: module key to service label, with the figures along the way."""

    label: str
    resolution: float
    services: int
    stability: float
    modularity: float
    recommended: bool
    members: tuple[tuple[str, str], ...] = ()  # (module key, label), sorted


class Cut(Struct, frozen=True, eq=False, dict=True):
    """Every element of the graph exactly once: ``placements`` is indexed by element key like the graph."""

    services: tuple[Service, ...]
    placements: pd.DataFrame
    alternatives: tuple[Alternative, ...] = ()


def proposed(cut: Cut) -> tuple[Service, ...]:
    """The groups that are proposed to run alone, in the order of the cut."""
    return tuple(service for service in cut.services if service.kind == "service")


REMAINDER = "the-monolith"
"""Stands for the process of all parts that no service hosts; the key of a service is an identifier and has no dash."""


def processes(cut: Cut) -> dict[str, str]:
    """Where each group runs, by its key: a service by itself, a part with its host, all other parts in what is left."""
    hosts = {service.key: service.host or REMAINDER for service in cut.services if service.kind == "part"}
    return {service.key: hosts.get(service.key, service.key) for service in cut.services}


def count_kinds(cut: Cut) -> str:
    """The groups in words, kinds without any left out: ``9 services, 69 parts and 1 shared library``."""
    return count_groups(cut.services)


def count_groups(services: Sequence[Service]) -> str:
    """The same for some of the groups; "" for none."""
    counts = [sum(service.kind == kind for service in services) for kind in KIND_WORDS]
    told = [f"{count:,} {words[count != 1]}" for count, words in zip(counts, KIND_WORDS.values(), strict=True) if count]
    return " and ".join(part for part in (", ".join(told[:-1]), *told[-1:]) if part)
