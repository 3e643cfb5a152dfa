"""Every way a run can end, as one exit status and at most one clear line."""

import contextlib
import hashlib
import io
import os
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from analyzer.cli.voice import clean, complain
from analyzer.errors import AnalyzerError

_PATIENCE_SECONDS = 0.7  # people expect a second


class Status(IntEnum):
    """What an exit status means."""

    WHOLE = 0  # the report is written and the analysis is whole
    GATE = 1  # a check that was asked for did not pass
    MISTAKE = 2  # something the person at the keyboard can mend
    INCOMPLETE = 3  # the report is written, but part of the code could not be read
    BUG = 4  # our own mistake
    INTERRUPTED = 130
    TERMINATED = 143


class Terminated(BaseException):
    """The system asked us to end; not an Exception, so that nothing on the way takes it for trouble of its own."""


def guarded(program: click.Command, arguments: Sequence[str]) -> int:
    """Run the program; whatever happens inside, the outcome is an exit status."""
    signal.signal(signal.SIGTERM, _end_soon)
    signal.signal(signal.SIGINT, _end_soon)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of another language must not stop us
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _attempt(program, arguments)
        return status if _flushed() else Status.WHOLE
    except Terminated:
        _leave(Status.TERMINATED)
    except KeyboardInterrupt:
        _leave(Status.INTERRUPTED)


def _leave(status: Status) -> NoReturn:
    """End at once after unwinding: an interrupted import can make compiled libraries abort in the interpreter's end."""
    _flushed()
    os._exit(status)


def _attempt(program: click.Command, arguments: Sequence[str]) -> int:
    try:
        outcome = program.main(list(arguments), prog_name="analyzer", standalone_mode=False)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.Abort:
        return Status.INTERRUPTED
    except click.ClickException as mistake:
        _tell_of(mistake)
        return Status.MISTAKE
    except AnalyzerError as mistake:
        complain(str(mistake))
        return Status.MISTAKE
    except Exception as bug:  # noqa: BLE001 - the outermost frame: a bug ends as one line and a file with the details
        complain(report_bug(bug, debug="--debug" in arguments))
        return Status.BUG
    return int(outcome) if isinstance(outcome, int) else Status.WHOLE


def _end_soon(number: int, _frame: FrameType | None) -> None:
    """Unwind, so that nothing half-written stays; if that takes long, end without (the next run sweeps up)."""
    status = Status.TERMINATED if number == signal.SIGTERM else Status.INTERRUPTED
    watch = threading.Timer(_PATIENCE_SECONDS, os._exit, (status,))
    watch.daemon = True
    watch.start()
    if status is Status.TERMINATED:
        raise Terminated
    raise KeyboardInterrupt


def _tell_of(mistake: click.ClickException) -> None:
    if isinstance(mistake, click.exceptions.NoArgsIsHelpError):
        click.echo(mistake.format_message(), err=True)
    else:
        complain(_with_hint(mistake))


def _with_hint(mistake: click.ClickException) -> str:
    message = mistake.format_message().replace("\n", " ")
    if isinstance(mistake, click.UsageError) and mistake.ctx:
        return f"{message} See: {mistake.ctx.command_path} --help"
    return message


def report_bug(bug: Exception, where: str = "", *, debug: bool) -> str:
    """One line about a bug of ours; the details go into a file, or to standard error when asked for.

    ``where`` is a clause about what it cost, when it cost less than everything.
    """
    details = "".join(traceback.format_exception(bug))
    if debug:
        sys.stderr.write(clean(details, keep="\n"))
    frames = traceback.extract_tb(bug.__traceback__)
    place = f" in {Path(frames[-1].filename).stem}, line {frames[-1].lineno}" if frames else ""
    summary = f"This is a bug in analyzer, not in your code: {type(bug).__name__}{place}{where}."
    kept = _keep(details)
    return f"{summary} {f'Details: {kept}.' if kept else 'Run again with --debug for details.'}"


def _keep(details: str) -> str:
    """Put the details where they can be found; "" when there is no such place."""
    name = f"analyzer-bug-{hashlib.sha256(details.encode('utf-8', 'replace')).hexdigest()[:12]}-"
    try:
        handle, path = tempfile.mkstemp(prefix=name, suffix=".txt")
    except OSError:
        return ""
    with contextlib.suppress(OSError), os.fdopen(handle, "w", encoding="utf-8", errors="replace") as stream:
        stream.write(details)
    return path


def _flushed() -> bool:
    """Whether the last words reached their reader; one who closed the pipe wanted no more of them."""
    if sys.stdout is None:
        return True
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True
