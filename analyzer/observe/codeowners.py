"""Read a CODEOWNERS file: patterns like .gitignore's, the last that matches wins."""

import os
import re
import stat
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.notation.prose import visible

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
# The library tries every way to share a name out among wildcards: with more of them, one name can take minutes.
_MOST_WILDCARDS = 3
MAX_BYTES = 3_000_000  # the size from which GitHub ignores the file


def owners_of(root: Path, files: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """(file, owner, share) for every file with owners; several owners share it evenly."""
    rules = parse_owners(owners_text(root))
    for file in files:
        for spec, owners in reversed(rules):
            if spec.match_file(file):
                yield from ((file, owner, 1 / len(owners)) for owner in owners)
                break


def parse_owners(text: str) -> "list[tuple[GitIgnoreSpec, tuple[str, ...]]]":
    """The rules in order; a line that is no pattern says nothing, sections of GitLab neither."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  a twentieth of a repeated run, which needs no owners

    rules = []
    for line in visible(text).splitlines():
        fields = line.partition("#")[0].split()
        if not fields or fields[0].startswith(("[", "^[", "!")) or _is_costly(fields[0]):
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)  # about brackets in brackets
                rules.append((GitIgnoreSpec.from_lines([fields[0]]), tuple(fields[1:])))
        except (ValueError, re.error):  # the library makes a regular expression of it, not always a valid one
            continue
    return rules


def _is_costly(pattern: str) -> bool:
    return pattern.count("**") > _MOST_WILDCARDS or any(
        part.count("*") > _MOST_WILDCARDS for part in pattern.split("/")
    )


def owners_text(root: Path) -> str:
    """The first owner file that says something, else ""."""
    for place in PLACES:
        data = read_small(root / place, MAX_BYTES)
        if data:
            return data.decode("utf-8", errors="replace")
    return ""


def read_small(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most that size, no link followed, nothing waited for; b"" otherwise."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return b""
    facts = os.fstat(handle)
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > most:
        os.close(handle)  # a folder cannot even be wrapped into a stream
        return b""
    with os.fdopen(handle, "rb") as stream:
        return stream.read(most)
