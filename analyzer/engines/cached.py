"""Runs the work only for files whose facts are not known from an earlier run."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from analyzer.engines.engine import Engine
from analyzer.engines.store import Store
from analyzer.engines.versions import reader_version
from analyzer.engines.work import Result, Work
from analyzer.model.source import Source


class CachedEngine(NamedTuple):
    """Another engine behind a store: known facts are taken from there, new ones put there."""

    engine: Engine
    store: Store

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """The result of every source, in order; a file that could not be read is tried again every time."""
        known = [self.store.get(fact_key(source)) if source.sha256 else None for source in sources]
        missing = [source for source, facts in zip(sources, known, strict=True) if facts is None]
        fresh = self.engine.run(work, missing)
        try:
            for source, facts in zip(sources, known, strict=True):
                if facts is not None:
                    yield facts
                    continue
                result = next(fresh)
                if isinstance(result, bytes) and source.sha256:
                    self.store.put(fact_key(source), result)
                yield result
        finally:
            self.store.close()


def fact_key(source: Source) -> bytes:
    """The name under which the facts of this very content are kept."""
    return hashlib.blake2b(msgspec.msgpack.encode(source), digest_size=20, key=reader_version()).digest()
