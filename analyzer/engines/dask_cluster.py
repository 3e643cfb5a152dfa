"""Runs the work on a Dask cluster: machines that see the analysed folder under the same path."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from analyzer.engines.processes import ProcessEngine
from analyzer.engines.work import Result, Work
from analyzer.errors import MissingExtra
from analyzer.model.source import Source

if TYPE_CHECKING:
    from distributed import Client

_FILES_A_TASK = 200  # about two seconds of work: far above the cost of a task, far below what a dead machine may lose


class DaskEngine(NamedTuple):
    """``scheduler`` is the address of the running cluster."""

    scheduler: str

    def run(self, work: Work, sources: Sequence[Source]) -> Iterator[Result]:
        """The result of every source, in order; what a lost machine had is done by another."""
        chunks = [sources[start : start + _FILES_A_TASK] for start in range(0, len(sources), _FILES_A_TASK)]
        with _client(self.scheduler) as client:
            waiting = deque(client.map(_run_chunk, chunks, work=work, pure=False, retries=3))
            while waiting:
                yield from waiting.popleft().result()


def _run_chunk(chunk: Sequence[Source], work: Work) -> list[Result]:
    """One task: the chunk in a process beside the Dask worker, so that a bad file cannot take that along."""
    return list(ProcessEngine(1).run(work, chunk))


def _client(scheduler: str) -> "Client":
    try:
        from distributed import Client  # noqa: PLC0415 - an optional extra, and slow to import
    except ImportError as error:
        raise MissingExtra("The engine dask needs an extra: pip install 'monolith-analyzer[dask]'.") from error
    return Client(scheduler, set_as_default=False)  # type: ignore[no-untyped-call]  # distributed has partial types
