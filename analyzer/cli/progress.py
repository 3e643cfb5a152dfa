"""Progress on standard error: a line that moves on a terminal, plain lines when asked for, else silence."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from analyzer.cli.voice import Voice, clean, tell

_WORDS = {
    "discover": "Looking for Python files",
    "recall": "Nothing changed since an earlier run, whose answer is taken",
    "read": "Reading",
    "resolve": "Finding what each name means",
    "connect": "Building the graph",
    "weigh": "Weighing the links",
    "cluster": "Looking for services",
    "judge": "Judging the cut",
    "sever": "Listing what the cut breaks",
    "plan": "Planning the way there",
    "write": "Writing the report",
    "remember": "Keeping the answer for the next run",
}


@contextlib.contextmanager
def progress_of(voice: Voice) -> Iterator[Callable[[str, str], None]]:
    """A function that is told the name of each stage as it begins, and remarks on the way."""
    if voice.verbose:
        yield lambda stage, remark: tell(clean(remark) or f"{_WORDS[stage]} ...")
    elif voice.quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _stage, remark: tell(clean(remark)) if remark and not voice.quiet else None
    else:
        from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

        console = Console(stderr=True)
        with console.status("Starting ...") as status:
            yield (
                lambda stage, remark: (
                    console.print(clean(remark), markup=False) if remark else status.update(f"{_WORDS[stage]} ...")
                )
            )
