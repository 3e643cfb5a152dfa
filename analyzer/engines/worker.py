"""A worker process: reads sources from its standard input, answers each on its standard output, within limits."""

import contextlib
import ctypes
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from analyzer.engines.frames import receive, send
from analyzer.engines.work import Lost, Result, Work, prepare
from analyzer.model.source import Source

if sys.platform != "win32":
    import resource

READY = b"ready"
DONE, LOST = b"\0", b"\1"  # the first byte of an answer
_WALL_FACTOR = 12  # a file may take that many times its CPU limit by the clock: slow disks, busy machines
_KILL_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


def serve(parent: int) -> None:
    """Answer until the input ends. ``parent`` is the process that started us: without it nobody listens."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing but answers may reach the real standard output
    _leave_with(parent)
    warnings.simplefilter("ignore")  # the parser warns about odd escapes in other people's code
    with contextlib.suppress(EOFError, BrokenPipeError):
        work = msgspec.msgpack.decode(receive(requests), type=Work)
        do = prepare(work)
        _limit_memory(work.megabytes)
        send(answers, READY)
        _answer(requests, answers, do, work.seconds)


def _answer(requests: IO[bytes], answers: IO[bytes], do: Callable[[Source], Result], seconds: float) -> None:
    chunks = msgspec.msgpack.Decoder(list[Source])
    while True:
        for source in chunks.decode(receive(requests)):
            with _time_limit(seconds):
                result = _attempt(do, source)
            if isinstance(result, bytes):
                send(answers, DONE, result)
            else:
                send(answers, LOST, msgspec.msgpack.encode(result))


def _attempt(do: Callable[[Source], Result], source: Source) -> Result:
    try:
        return do(source)
    except MemoryError:
        return Lost("Reading it needed more memory than a worker may have.")
    except RecursionError:
        return Lost("It is nested deeper than the reader can follow.")
    except Exception as error:  # noqa: BLE001 - one file that meets a bug of ours must not cost the other files
        return Lost(f"The reader failed on it, which is a bug of this tool: {type(error).__name__}{_where(error)}.")


def _where(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f" in {trace.tb_frame.f_globals.get('__name__')}, line {trace.tb_lineno}" if trace else ""


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """The system ends this process when one file takes too long; no code of ours has to be able to run for that."""
    if sys.platform == "win32":
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * _WALL_FACTOR)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)


def _limit_memory(megabytes: int) -> None:
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        limit = used + megabytes * 1_000_000
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))


def _leave_with(parent: int) -> None:
    """Die when the process that started us dies, even while busy."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if sys.platform != "win32" and os.getppid() != parent:  # it died before we asked
        sys.exit(0)
