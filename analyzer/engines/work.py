"""The unit of parallel, cached and distributed work: one source in, the encoded facts of that file out."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from analyzer.model.facts import FileFacts
from analyzer.model.problem import Problem
from analyzer.model.source import Source

Load = Callable[[Path, Source, int], bytes | Problem]
Read = Callable[[Source, bytes | Problem], FileFacts]


class Work(Struct, frozen=True):
    """What to do with each source, as names and plain values, so that it can travel to another process as data.

    ``load`` and ``read`` name functions as ``module:name``; ``root`` is the analysed folder as the system spells it.
    """

    load: str
    read: str
    root: bytes
    max_bytes: int
    seconds: float  # of CPU, for one file
    megabytes: int  # on top of what an idle worker has, for one process


class Lost(NamedTuple):
    """No facts: the content was not to be had, or its reader died or gave up; ``reason`` is a sentence."""

    reason: str
    stage: str = "read"


Result = bytes | Lost


def name_of(function: Callable[..., Any]) -> str:
    """The name by which another process finds the function."""
    return f"{function.__module__}:{function.__qualname__}"


def prepare(work: Work) -> Callable[[Source], Result]:
    """The function that turns a source into the encoded facts of its file, or says why its content is not at hand."""
    load: Load = _named(work.load)
    read: Read = _named(work.read)
    root = Path(work.root.decode("utf-8", "surrogateescape"))

    def do(source: Source) -> Result:
        data = load(root, source, work.max_bytes)
        if isinstance(data, Problem):
            return Lost(data.what, data.stage)
        return msgspec.msgpack.encode(read(source, data))

    return do


def _named(name: str) -> Any:  # noqa: ANN401 - what a name leads to is only known to whoever wrote it down
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)
