"""Which tool gave an answer: hashes of our own code, so that nobody has to remember to count a version up."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

# What decides the facts of a file beside its content: the code that reads, the words, and the parsers beneath.
_READERS = ("engines", "read", "dialects", "notation", "model")
_DISTRIBUTION = (".dist-info", ".egg-info")
_PARSER = "sqlglot-"  # how the folder of its distribution is called
_PACKAGE = str(Path(__file__).parent.parent)


@cache
def reader_version() -> bytes:
    """A hash of everything that reads."""
    start = f"{sys.version_info[:3]} {[name for name in _installed() if name.startswith(_PARSER)]}"
    return _hash(start, (path for folder in _READERS for path in _below(folder) if path.endswith(".py")))


@cache
def tool_version() -> bytes:
    """A hash of everything that has a say in an answer: our code and templates, Python, what is installed."""
    start = f"{sys.version_info} {sys.platform} {_installed()}"
    return _hash(start, (path for path in _below("") if not path.endswith(".pyc")))


def _below(folder: str) -> Iterator[str]:
    """The paths of all files of ours in a folder; as text, since paths as objects take three times as long."""
    for here, _, names in os.walk(f"{_PACKAGE}/{folder}"):
        yield from (f"{here}/{name}" for name in names)


def _hash(start: str, paths: Iterable[str]) -> bytes:
    hasher = hashlib.blake2b(start.encode("utf-8", "surrogateescape"), digest_size=32)
    for path in sorted(paths):
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            content = file.read()
        name = path.removeprefix(_PACKAGE).encode("utf-8", "surrogateescape")
        hasher.update(b"%d %d " % (len(name), len(content)) + name + content)
    return hasher.digest()


def _installed() -> list[str]:
    """Names and versions of all distributions, as the names of their folders tell them."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(entry.name for entry in os.scandir(folder or ".") if entry.name.endswith(_DISTRIBUTION))
    return sorted(found)
