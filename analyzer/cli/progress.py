"""Progress on standard error: a line that moves on a terminal, plain lines when asked for, else silence."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from analyzer.cli.voice import Voice, tell

_WORDS = {
    "discover": "Looking for Python files",
    "read": "Reading",
    "resolve": "Finding what each name means",
    "connect": "Building the graph",
    "weigh": "Weighing the links",
    "cluster": "Looking for services",
    "judge": "Judging the cut",
    "sever": "Listing what the cut breaks",
    "plan": "Planning the way there",
    "write": "Writing the report",
}


@contextlib.contextmanager
def progress_of(voice: Voice) -> Iterator[Callable[[str], None]]:
    """A function that is told the name of each stage as it begins."""
    if voice.quiet or not (voice.verbose or (sys.stderr and sys.stderr.isatty())):
        yield lambda _stage: None
    elif voice.verbose:
        yield lambda stage: tell(f"{_WORDS.get(stage, stage)} ...")
    else:
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        with Console(stderr=True).status("Starting ...") as status:
            yield lambda stage: status.update(f"{_WORDS.get(stage, stage)} ...")
