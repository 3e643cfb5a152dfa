"""One writer at a time: two runs with the same output folder follow each other."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextlib.contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Wait until nobody else writes beside ``folder``; the system lets go of the lock when we die."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder.parent, os.O_RDONLY)  # the lock is on the parent itself and leaves no file behind
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
