"""The shape of an engine: work and sources in, results out, in order."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from analyzer.engines.work import Result, Work
from analyzer.model.source import Source


class Engine(Protocol):
    """Where per-file work runs."""

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """Encoded facts of every source, or why there are none."""
        ...
