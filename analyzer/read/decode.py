"""Bytes to text to tree, with every refusal as a problem that names the file and line."""

import ast
import io
import re
import sys
import tokenize
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.read.invisible import spell_out

# Python 3.11 lets its parser go three levels for each call it allows: at the usual thousand, a sum of 3,000 terms is
# refused. Eight megabytes of stack, the usual size, carry 100,000 levels; this keeps to 60,000.
_CALLS_WHILE_PARSING = 20_000

_TWO_LINES = re.compile(rb"(?:[^\r\n]*(?:\r\n?|\n|\Z)){2}")

DROPPED = "The file is left out; nothing in it takes part in the result."


def decode(source: Source, data: bytes) -> str | Problem:
    """The text of a file by PEP 263: byte order mark, coding line, else UTF-8; line ends become newlines."""
    try:
        encoding, _ = tokenize.detect_encoding(_head_of(data).readline)
        text = data.decode(encoding)
    except SyntaxError as error:
        return _loss(source, 1, f"The encoding cannot be told: {error.msg}.")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _loss(source, line, f"Byte {error.start} is not valid {error.encoding}.")
    except ValueError as error:
        return _loss(source, 1, f"The text cannot be decoded: {error}.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _head_of(data: bytes) -> io.BytesIO:
    """The lines in which an encoding may be declared, whatever ends them."""
    head = _TWO_LINES.match(data)
    return io.BytesIO(re.sub(rb"\r\n?", b"\n", head[0]) if head else b"")


def parse(source: Source, text: str) -> ast.Module | Problem:
    """The syntax tree, or why there is none (another Python's syntax, null bytes, nesting beyond the parser)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with _deeper():
                tree = ast.parse(text)
    except SyntaxError as error:
        return _loss(source, error.lineno or 0, f"Not the syntax of this Python: {error.msg}.")
    except ValueError as error:
        return _loss(source, 0, f"The parser refuses it: {error}.")
    except (RecursionError, MemoryError):
        return _loss(source, 0, "An expression is nested deeper than Python's own parser goes.")
    spell_out(tree, text)
    return tree


@contextmanager
def _deeper() -> Iterator[None]:
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _CALLS_WHILE_PARSING))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)


def _loss(source: Source, line: int, what: str) -> Problem:
    return Problem(source.path, line, "read", what, DROPPED, "loss")
