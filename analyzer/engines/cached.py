"""Runs the work only for files whose facts are not known from an earlier run."""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import msgspec

from analyzer.engines.engine import Engine
from analyzer.engines.store import Store
from analyzer.engines.work import Result, Work
from analyzer.model.source import Source

# What decides the facts of a file beside its content: the code that reads, the words, and the parsers beneath.
_READERS = ("engines", "read", "dialects", "notation", "model")


class CachedEngine(NamedTuple):
    """Another engine behind a store: known facts are taken from there, new ones put there."""

    engine: Engine
    store: Store

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """The result of every source, in order; a file that could not be read is tried again every time."""
        known = [self.store.get(_key(source)) if source.sha256 else None for source in sources]
        missing = [source for source, facts in zip(sources, known, strict=True) if facts is None]
        fresh = self.engine.run(work, missing)
        try:
            for source, facts in zip(sources, known, strict=True):
                if facts is not None:
                    yield facts
                    continue
                result = next(fresh)
                if isinstance(result, bytes) and source.sha256:
                    self.store.put(_key(source), result)
                yield result
        finally:
            self.store.close()


def _key(source: Source) -> bytes:
    return hashlib.blake2b(msgspec.msgpack.encode(source), digest_size=20, key=_reader_version()).digest()


@cache
def _reader_version() -> bytes:
    """A hash of everything that reads, so that nobody has to remember to count a version up."""
    package = Path(__file__).parent.parent
    hasher = hashlib.blake2b(f"{sys.version_info[:3]} {version('sqlglot')}".encode(), digest_size=32)
    for path in sorted(path for folder in _READERS for path in package.joinpath(folder).rglob("*.py")):
        hasher.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return hasher.digest()
