"""Runs the work in worker processes, so that a file that kills its reader costs nothing but itself."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from analyzer.engines.remote import RemoteWorker, start
from analyzer.engines.work import Lost, Result, Work
from analyzer.model.source import Source

_FILES_A_CHUNK = 16  # small enough to keep every worker busy to the end, large enough to hide the round trip
_FILES_WORTH_A_WORKER = 100  # starting a worker costs about as much as reading that many files


class ProcessEngine(NamedTuple):
    """``workers`` processes at most; fewer when there is little to do."""

    workers: int

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """The result of every source, in order; when the caller stops early, the workers end at once."""
        chunks = [sources[start : start + _FILES_A_CHUNK] for start in range(0, len(sources), _FILES_A_CHUNK)]
        count = max(1, min(self.workers, -(-len(sources) // _FILES_WORTH_A_WORKER)))
        crew = Crew(work)
        with ThreadPoolExecutor(count, thread_name_prefix="reading") as threads:
            try:
                for results in threads.map(crew.run, chunks):
                    yield from results
            finally:
                crew.dismiss()
                threads.shutdown(cancel_futures=True)


class Crew:
    """The living workers: one for each thread that gives out chunks, replaced when it dies."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._own = threading.local()
        self._all: list[RemoteWorker] = []
        self._lock = threading.Lock()
        self._dismissed = False

    def run(self, chunk: Sequence[Source]) -> list[Result]:
        """The results of a chunk. A file on which a worker dies is tried once more, unless it broke a limit."""
        results: list[Result] = []
        suspect = -1
        while len(results) < len(chunk):
            worker = self._worker()
            results += worker.ask(chunk[len(results) :])
            if len(results) < len(chunk):
                self._own.worker = None
                death = worker.death(self._work)
                if death.certain or suspect == len(results):
                    results.append(Lost(death.reason))
                suspect = len(results)
        return results

    def dismiss(self) -> None:
        """End every worker, busy or not, and start no new one."""
        with self._lock:
            self._dismissed = True
            workers, self._all = self._all, []
        for worker in workers:
            worker.end()

    def _worker(self) -> RemoteWorker:
        worker: RemoteWorker | None = getattr(self._own, "worker", None)
        if worker is None:
            with self._lock:
                if self._dismissed:
                    raise InterruptedError("The run is over.")
                worker = self._own.worker = start(self._work)
                self._all.append(worker)
            worker.greet()
        return worker
