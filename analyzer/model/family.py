"""The shapes of the families: what a dialect, a metric, a renderer, an emitter and an engine look like."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from analyzer.model.artifact import Artifact
from analyzer.model.cut import Cut
from analyzer.model.graph import Graph
from analyzer.model.score import Score
from analyzer.model.study import Study

Item = TypeVar("Item")
Result = TypeVar("Result")

Metric = Callable[[Graph, Cut], Score]

Attempt = Callable[[str, Callable[[], Iterable[Artifact]]], Sequence[Artifact] | None]
"""Asks a member, given by name, for its files; None when that failed and the others are to go on without it."""


def straight(_name: str, draw: Callable[[], Iterable[Artifact]]) -> Sequence[Artifact]:
    """The attempt of somebody who wants to hear of any failure at once."""
    return tuple(draw())


class Renderer(NamedTuple):
    """Draws a study: ``name`` is what ``--render`` takes, ``purpose`` one line for the help."""

    name: str
    purpose: str
    draw: Callable[[Study], Iterable[Artifact]]
    default: bool = True


class Emitter(NamedTuple):
    """Writes the files of the proposed services: ``name`` is what ``--emit`` takes."""

    name: str
    purpose: str
    emit: Callable[[Study], Iterable[Artifact]]
    default: bool = True
    needs: tuple[str, ...] = ()  # emitters whose files these files rely on


class Engine(Protocol):
    """Where per-file work runs; results come back in the order of the items."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Apply ``function`` to every item."""
        ...
