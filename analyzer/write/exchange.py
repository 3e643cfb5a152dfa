"""The moment of change: a folder written aside takes the place of the old one in one step."""

import contextlib
import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_AT_FDCWD = -100  # paths count from the working directory, says renameat2(2)
_EXCHANGE = 2  # RENAME_EXCHANGE
_NOT_HERE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})  # this kernel or file system cannot exchange


def sweep(folder: Path) -> None:
    """Remove what runs that were killed left beside ``folder``, and bring an old output back that one had set aside."""
    old = _aside(folder, "old")
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    pattern = re.compile(re.escape(f".{folder.name}.analyzer-") + r"(?:[0-9a-f]{16}|old)")
    for name in sorted(entry.name for entry in os.scandir(folder.parent) if entry.is_dir(follow_symlinks=False)):
        if pattern.fullmatch(name):
            shutil.rmtree(folder.parent / name)


@contextlib.contextmanager
def work_beside(folder: Path) -> Iterator[Path]:
    """A new folder on the same file system; whatever is in it at the end is removed."""
    beside = _aside(folder, secrets.token_hex(8))
    beside.mkdir(mode=0o755)
    try:
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)  # what cannot be removed now is swept up by the next run


def fill(beside: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, and see to it that they survive a power cut."""
    for folder in sorted({(beside / path).parent for path in files}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        with (beside / path).open("xb") as stream:
            stream.write(content)
    # All writes first: the file system then makes many files durable in few steps.
    for path in files:
        _sync(beside / path)
    for folder in sorted({(beside / path).parent for path in files} | {beside}):
        _sync(folder)


def put_in_place(beside: Path, folder: Path) -> None:
    """Let ``beside`` become ``folder``; an old one ends up under the name of ``beside``."""
    if not folder.exists():
        beside.rename(folder)
    elif not _exchange(beside, folder):
        old = _aside(folder, "old")  # killed between these lines, the next run's sweep brings it back
        folder.rename(old)
        beside.rename(folder)
        old.rename(beside)
    _sync(folder.parent)


def _aside(folder: Path, token: str) -> Path:
    return folder.parent / f".{folder.name}.analyzer-{token}"


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in a single step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    swap = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)  # old and other C libraries have none
    if swap and swap(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if not swap or number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
