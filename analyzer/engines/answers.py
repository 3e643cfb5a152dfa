"""Whole answers kept between runs: what was written and said for exactly this input is written and said again."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from analyzer.engines.cached import fact_key
from analyzer.engines.folder import cache_folder
from analyzer.engines.shelf import ANSWERS, FACTS
from analyzer.engines.store import Note, open_store
from analyzer.engines.versions import tool_version
from analyzer.model.source import Source
from analyzer.settings import RunSettings

_FAST = 1  # zlib's level: a report of text shrinks to a sixth; the best level takes five times as long for a fifth less
_MOST_BYTES = ANSWERS.most_bytes // 2  # an answer that would push out all others is not kept


def answer_key(*parts: Any) -> bytes:  # noqa: ANN401 - anything that can be written down
    """The name of an answer: a hash of all that decides it, this tool included."""
    return hashlib.blake2b(msgspec.msgpack.encode(parts), digest_size=20, key=tool_version()).digest()


@contextmanager
def recalled(knobs: RunSettings, key: bytes, note: Note) -> Iterator[Callable[[str], bytes | None]]:
    """A function that gives the parts of the answer remembered under ``key``; None for what is not to be trusted."""
    store = open_store(cache_folder(knobs), ANSWERS, note)

    def part(name: str) -> bytes | None:
        packed = store.get(_name(key, name)) if store else None
        return zlib.decompress(packed) if packed is not None else None

    try:
        yield part
    finally:
        if store:
            store.close()


def remember(knobs: RunSettings, key: bytes, parts: dict[str, bytes], note: Note) -> None:
    """Keep the parts of an answer for the next run; the oldest ones make room."""
    packed = {name: zlib.compress(content, _FAST) for name, content in parts.items()}
    small = sum(map(len, packed.values())) <= _MOST_BYTES
    store = open_store(cache_folder(knobs), ANSWERS, note) if small else None
    if store:
        for name, content in packed.items():
            store.put(_name(key, name), content)
        store.close()


def _name(key: bytes, part: str) -> bytes:
    return key + part.encode()


def all_read(knobs: RunSettings, sources: Iterable[Source], note: Note) -> bool:
    """Whether the facts of every source are kept, as they are unless a reader died, gave up or found it changed."""
    store = open_store(cache_folder(knobs), FACTS, note)
    if store is None:
        return False
    try:
        return store.holds(fact_key(source) for source in sources)
    finally:
        store.close()
