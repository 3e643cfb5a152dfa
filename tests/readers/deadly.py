"""A reader that does what the file says: the deaths that real parsers die, on demand."""

import os
import signal
from pathlib import Path

from analyzer.model.facts import FileFacts
from analyzer.model.problem import Problem
from analyzer.model.source import Source


def load(root: Path, source: Source, _max_bytes: int) -> bytes:
    return (root / source.path).read_bytes()


def read(source: Source, data: bytes | Problem) -> FileFacts:
    if isinstance(data, Problem):
        return FileFacts(source, problems=(data,))
    word, _, argument = data.decode().partition(" ")
    if word == "hang":
        while True:
            pass
    if word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "swallow":
        bytearray(10_000_000_000)
    if word == "fail":
        raise KeyError(argument)
    if word == "dive":
        read(source, data)
    if word == "die" or (word == "die_once" and not Path(argument).exists()):
        if argument:
            Path(argument).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return FileFacts(source, lines=len(data))
