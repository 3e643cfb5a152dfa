"""The one door in: every byte of the analysed code comes through here, and only from regular files."""

import codecs
import hashlib
import os
import re
import stat
from pathlib import Path

from analyzer.discover.names import below
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.settings import DiscoverSettings

# PEP 263: a declaration counts in the first two lines, and the second only when the first is blank or a comment.
_DECLARED = re.compile(rb"\A(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
# Python takes these two with anything behind them: Emacs writes utf-8-unix.
_MARKED = re.compile(r"\A(utf-8|latin-1|iso-8859-1|iso-latin-1)-.*")
# Text encodings in name that hide one text inside another, or that only one system knows.
_REFUSED_CODECS = frozenset(
    {"idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)


def load(root: Path, source: Source, max_bytes: int = DiscoverSettings().max_file_bytes) -> bytes | Problem:
    """The content that ``discover`` saw, or the problem that kept it from us; never blocks, never follows a link."""
    data = read_regular(below(os.fsencode(root), source.path), max_bytes)
    if isinstance(data, str):
        return _loss(source, data)
    if source.sha256 and hashlib.sha256(data).hexdigest() != source.sha256:
        return _loss(source, "The file changed while it was being analysed.")
    codec = refused_codec(data)
    return _loss(source, f"The file declares the encoding {codec}, which is not a text encoding.") if codec else data


def read_regular(path: bytes, max_bytes: int) -> bytes | str:
    """The whole content of a regular file, or a sentence saying why not."""
    try:
        if trouble := _irregular(os.lstat(path), max_bytes):
            return trouble
        handle = os.open(path, os.O_RDONLY | _flag("O_NOFOLLOW") | _flag("O_NONBLOCK") | _flag("O_CLOEXEC"))
    except (OSError, ValueError) as error:
        return _unreadable(error)
    try:
        # Between the two looks the name may have come to mean another file; the open one is what counts.
        return _irregular(os.fstat(handle), max_bytes) or _read_up_to(handle, max_bytes)
    except OSError as error:
        return _unreadable(error)
    finally:
        os.close(handle)


def refused_codec(data: bytes) -> str:
    """The declared encoding when it is none that may be decoded here, else ""."""
    match = _DECLARED.match(data[:400])
    if not match:
        return ""
    declared = match[1].decode("ascii", "replace")[:40]
    try:
        codec = codecs.lookup(_MARKED.sub(r"\1", declared.lower().replace("_", "-")))
    except (LookupError, ValueError):
        return declared
    is_text = getattr(codec, "_is_text_encoding", True)  # false for zip, hex, rot13 and the like
    return "" if is_text and codec.name.replace("_", "-") not in _REFUSED_CODECS else declared


def _flag(name: str) -> int:
    return int(getattr(os, name, 0))  # some systems do not know all of them


def _irregular(status: os.stat_result, max_bytes: int) -> str:
    if stat.S_ISLNK(status.st_mode):
        return "It is a symbolic link."
    if not stat.S_ISREG(status.st_mode):
        return "It is not a regular file but a pipe, socket, device or folder."
    if status.st_size > max_bytes:
        return f"Its {status.st_size:,} bytes are over the limit of {max_bytes:,}."
    return ""


def _read_up_to(handle: int, max_bytes: int) -> bytes | str:
    parts: list[bytes] = []
    left = max_bytes + 1  # one byte more than allowed shows that there is more
    while left and (part := os.read(handle, min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts) if left else f"It is over the limit of {max_bytes:,} bytes."


def _unreadable(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"It could not be opened or read: {reason}."


def _loss(source: Source, what: str) -> Problem:
    return Problem(source.path, 0, "discover", what, "The file was left out of the analysis.", "loss")
