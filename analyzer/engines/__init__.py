"""Where per-file work runs: this process, worker processes, a Dask cluster; with facts kept between runs."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from analyzer.engines.inline import InlineEngine
from analyzer.engines.processes import ProcessEngine
from analyzer.engines.work import Load, Lost, Read, Result, Work, name_of
from analyzer.errors import InvalidSettings
from analyzer.model.facts import FileFacts
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.settings import Settings


class Engine(Protocol):
    """Runs the work on every source and gives the results in their order."""

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """Facts as bytes, or why there are none."""
        ...


def examine(root: Path, sources: Sequence[Source], steps: tuple[Load, Read], settings: Settings) -> Iterator[FileFacts]:
    """The facts of every file, in the order of the sources, wherever the engine runs the work.

    ``steps`` are the functions that fetch a source's content and read it. A file whose reader died comes back
    with that problem and nothing else.
    """
    load, read = steps
    work = Work(
        load=name_of(load),
        read=name_of(read),
        root=os.fsencode(root),
        max_bytes=settings.discover.max_file_bytes,
        seconds=settings.run.seconds_a_file,
        megabytes=settings.run.megabytes_a_worker,
    )
    decode = msgspec.msgpack.Decoder(FileFacts).decode
    for source, result in zip(sources, choose_engine(settings).run(work, sources), strict=True):
        if isinstance(result, Lost):
            yield read(source, Problem(source.path, 0, "read", result.reason, _LEFT_OUT, "loss"))
        else:
            yield decode(result)


_LEFT_OUT = "The file was left out of the analysis."


def choose_engine(settings: Settings) -> Engine:
    """The engine that the settings ask for."""
    chosen = settings.run.engine
    if chosen == "inline":
        return InlineEngine()
    if chosen == "processes":
        return ProcessEngine(settings.run.workers or available_cores())
    raise InvalidSettings(f"There is no engine called {chosen}: choose processes, inline or dask.")


def available_cores() -> int:
    """The cores this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
