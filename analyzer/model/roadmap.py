"""The roadmap: waves of shippable steps, in an order with reasons."""

from typing import Literal

from msgspec import Struct


class Effort(Struct, frozen=True):
    """A range in person-days with the counted work items behind it (name, count, low, high for one)."""

    low: float
    high: float
    items: tuple[tuple[str, int, float, float], ...] = ()


class Step(Struct, frozen=True):
    """One change that can be shipped and taken back by itself."""

    key: str
    title: str
    kind: str  # prepare, break, extract, keep_together
    service: str
    needs: tuple[str, ...]  # keys of steps that come first
    breaks: tuple[str, ...]  # keys of the breaks it heals
    files: tuple[str, ...]
    tests: tuple[str, ...]
    effort: Effort
    risk: Literal["low", "medium", "high"]
    risk_reasons: tuple[str, ...]
    reason: str
    undo: str = ""


class Wave(Struct, frozen=True):
    """Steps that can run side by side once the waves before are done."""

    number: int
    title: str
    goal: str
    steps: tuple[Step, ...]


class Roadmap(Struct, frozen=True):
    """The whole migration; ``sensitivity`` says what the order and the sums hang on."""

    waves: tuple[Wave, ...]
    kept_together: tuple[str, ...]
    effort: Effort
    sensitivity: tuple[str, ...] = ()
