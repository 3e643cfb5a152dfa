"""Consequences: the promises of microservices, as figures with evidence, for each proposed service."""

from msgspec import Struct


class Consequence(Struct, frozen=True):
    """One promise checked for one service: ``topic`` is deployable, failure, scaling, events, extension, team, ..."""

    service: str
    topic: str
    figure: float | None
    unit: str
    statement: str
    evidence: tuple[tuple[str, str, int], ...] = ()  # (element key, file, line)
