"""What decides the evidence, in short: as long as the marks are the same, ``observe`` sees the same."""

import hashlib
import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from analyzer.observe.codeowners import owners_text
from analyzer.observe.history import head_of
from analyzer.observe.traces import trace_marks

_PLACE = re.compile(r"[0-9a-f]{2}|pack|info")  # the folders in which git keeps objects


def marks(root: Path, traces: Sequence[str] = ()) -> bytes:
    """A hash of the newest commit, the names of git's objects (a history can be filled up later), owners, traces."""
    folder = root / ".git"
    told = [
        shutil.which("git") or "",
        head_of(folder),
        *_objects(folder / "objects"),
        owners_text(root),
        *trace_marks(traces),
    ]
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape")).digest()


def _objects(folder: Path) -> list[str]:
    """Names alone: they are hashes of what the objects hold."""
    if folder.is_symlink() or folder.parent.is_symlink():
        return []
    places = [name for name in _names(folder) if _PLACE.fullmatch(name) and not (folder / name).is_symlink()]
    return [f"{place}/{name}" for place in sorted(places) for name in sorted(_names(folder / place))]


def _names(folder: Path) -> list[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry.name for entry in entries]
    return []
