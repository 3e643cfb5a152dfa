"""A score: a metric's value with its meaning, or no answer with the reason; and the verdict made of scores."""

from typing import Literal

from msgspec import Struct


class Score(Struct, frozen=True):
    """A metric's value. ``value`` is None for "no answer", and ``reason`` then says why."""

    metric: str  # short name, as in the literature
    value: float | None
    reason: str = ""
    better: Literal["higher", "lower", "neither"] = "higher"
    unit: str = "share"
    meaning: str = ""  # one sentence for people
    source: str = ""  # whose formula
    service: str = ""  # key of a service, "" for the whole cut


class Baseline(Struct, frozen=True):
    """The same metrics on a rival partition: whole, packages, random."""

    name: str
    services: int
    scores: tuple[Score, ...]


Advice = Literal["split", "modular_monolith_first", "leave_whole"]


class Verdict(Struct, frozen=True):
    """Split or not, how sure, why, what stands in the way, what was not seen."""

    advice: Advice
    confidence: float  # 0 to 1
    headline: str
    reasons: tuple[str, ...]
    obstacles: tuple[str, ...]
    unseen: tuple[str, ...]
    resolved_share: float | None
    scores: tuple[Score, ...]
    baselines: tuple[Baseline, ...]
