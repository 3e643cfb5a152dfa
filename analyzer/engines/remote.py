"""This side of one worker process: starting it, asking it, telling of what it died."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from typing import IO, NamedTuple, cast

import msgspec

from analyzer.engines.frames import receive, send
from analyzer.engines.work import Lost, Result, Work
from analyzer.engines.worker import DONE, READY
from analyzer.model.source import Source

_BOOT = "import sys; sys.path[:] = {path!r}; from analyzer.engines.worker import serve; serve({parent})"


class Death(NamedTuple):
    """Why a worker is gone; ``certain`` when the file it had is to blame, and nobody else can be."""

    reason: str
    certain: bool


class RemoteWorker(NamedTuple):
    """A running worker and the two pipes to it."""

    process: "subprocess.Popen[bytes]"
    requests: IO[bytes]
    answers: IO[bytes]

    def greet(self) -> None:
        """Wait until the worker has loaded what it needs; ``ChildProcessError`` when it cannot."""
        try:
            ready = receive(self.answers)
        except EOFError:
            ready = b""
        if ready != READY:
            raise ChildProcessError(f"A worker process could not start (status {self.process.wait()}).")

    def ask(self, chunk: Sequence[Source]) -> list[Result]:
        """The results of the chunk, in order; fewer than asked for when the worker died over one."""
        results: list[Result] = []
        try:
            send(self.requests, msgspec.msgpack.encode(list(chunk)))
            while len(results) < len(chunk):
                answer = receive(self.answers)
                results.append(answer[1:] if answer[:1] == DONE else msgspec.msgpack.decode(answer[1:], type=Lost))
        except (EOFError, OSError, ValueError):  # ValueError: the pipe was closed because the run is over
            return results
        return results

    def death(self, work: Work) -> Death:
        """What the dead worker died of, as its exit status tells."""
        status = self.process.wait()
        self.end()
        if -status in _TIME_SIGNALS:
            return Death(f"Reading it took more than {work.seconds:g} seconds.", certain=True)
        if -status in _CRASH_SIGNALS:
            name = signal.Signals(-status).name
            return Death(f"The parser crashed on it ({name}).", certain=True)
        return Death(f"The process that read it died twice (status {status}).", certain=False)

    def end(self) -> None:
        """Kill it, wait for it and close the pipes; harmless when it is already gone."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.requests, self.answers):
            try:
                pipe.close()
            except OSError:  # what was still to be written has nobody left to read it
                continue


_TIME_SIGNALS = frozenset({getattr(signal, name, 0) for name in ("SIGPROF", "SIGALRM")} - {0})
_CRASH_SIGNALS = frozenset({getattr(signal, name, 0) for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL")} - {0})


def start(work: Work) -> RemoteWorker:
    """A new worker process; it sees our import path and nothing of the folder we happen to stand in."""
    boot = _BOOT.format(path=[entry for entry in sys.path if entry], parent=os.getpid())
    process = subprocess.Popen(  # noqa: S603 - our own interpreter with our own code
        [sys.executable, "-I", "-c", boot],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a dying parser's last words are of no use to anybody
        process_group=0 if sys.platform != "win32" else None,  # Ctrl-C is for us; we end our workers ourselves
    )
    worker = RemoteWorker(process, cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout))
    send(worker.requests, msgspec.msgpack.encode(work))
    return worker
