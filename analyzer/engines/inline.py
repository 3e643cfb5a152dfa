"""Runs the work in this very process: for debugging, and where no second process may be started."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analyzer.engines.work import Result, Work, prepare
from analyzer.model.source import Source


class InlineEngine(NamedTuple):
    """One file after the other; nothing protects this process from a file that kills its reader."""

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """The result of every source, in order."""
        do = prepare(work)
        return (do(source) for source in sources)
