"""Where per-file work runs: this process, worker processes, a Dask cluster; with facts kept between runs."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from analyzer.engines.cached import CachedEngine
from analyzer.engines.dask_cluster import DaskEngine
from analyzer.engines.engine import Engine
from analyzer.engines.folder import cache_folder
from analyzer.engines.inline import InlineEngine
from analyzer.engines.processes import ProcessEngine
from analyzer.engines.shelf import FACTS
from analyzer.engines.store import Note, open_store
from analyzer.engines.work import Load, Lost, Read, Work, name_of
from analyzer.errors import InvalidSettings
from analyzer.model.facts import FileFacts
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.settings import RunSettings, Settings

__all__ = ["check_engine", "choose_engine", "examine"]

Steps = tuple[Load, Read]


def examine(
    root: Path, sources: Sequence[Source], steps: Steps, settings: Settings, note: Note = lambda _text: None
) -> Iterator[FileFacts]:
    """The facts of every file, in the order of the sources, wherever the engine runs the work.

    ``steps`` are the functions that fetch a source's content and read it; ``note`` is told of trouble with the
    cache. A file whose reader died comes back with that problem and nothing else.
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
    for source, result in zip(sources, choose_engine(settings.run, note).run(work, sources), strict=True):
        yield read(source, _loss(source, result)) if isinstance(result, Lost) else decode(result)


def check_engine(knobs: RunSettings) -> None:
    """Raise ``InvalidSettings`` for an engine that cannot be had, without starting one."""
    _plain_engine(knobs)


def choose_engine(knobs: RunSettings, note: Note) -> Engine:
    """The engine that the settings ask for, behind the cache where one can be had."""
    engine = _plain_engine(knobs)
    store = open_store(cache_folder(knobs), FACTS, note) if knobs.use_cache else None
    return CachedEngine(engine, store) if store else engine


def _plain_engine(knobs: RunSettings) -> Engine:
    engines: dict[str, Callable[[], Engine]] = {
        "inline": InlineEngine,
        "processes": lambda: ProcessEngine(knobs.workers or _available_cores()),
        "dask": lambda: DaskEngine(_scheduler(knobs)),
    }
    if knobs.engine not in engines:
        raise InvalidSettings(f"There is no engine called {knobs.engine}: choose from {', '.join(engines)}.")
    return engines[knobs.engine]()


def _scheduler(knobs: RunSettings) -> str:
    if not knobs.scheduler:
        raise InvalidSettings("The engine dask needs the address of a cluster: --scheduler tcp://host:8786.")
    return knobs.scheduler


def _available_cores() -> int:
    """The cores this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _loss(source: Source, lost: Lost) -> Problem:
    return Problem(source.path, 0, lost.stage, lost.reason, "The file was left out of the analysis.", "loss")
