"""File names as safe text: every odd byte is written as an escape, and the text leads back to the very file."""

import os
import re

# Control characters, invisible direction marks, bytes that are not UTF-8 (as surrogates), the escape sign itself, and
# the two colons that stand between a file and a name in it.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\\\\]|::+")
_ESCAPES = re.compile(r"(?:\\x[0-9a-f]{2})+")


def show(name: bytes) -> str:
    r"""The name as printable text; ``b"a\xff.py"`` becomes the text ``a\xff.py``, and a backslash ``\x5c``."""
    return _ODD.sub(_escape, name.decode("utf-8", "surrogateescape"))


def hide(path: str) -> bytes:
    """The way back: the bytes of the path that ``show`` made readable."""
    return b"".join(
        bytes.fromhex(part.replace("\\x", "")) if part.startswith("\\x") else part.encode("utf-8", "surrogateescape")
        for part in _split(path)
    )


def below(root: bytes, path: str) -> bytes:
    """The real place of a shown path under ``root``."""
    return os.path.join(root, hide(path)) if path else root


def _escape(match: re.Match[str]) -> str:
    return "".join(f"\\x{byte:02x}" for byte in match[0].encode("utf-8", "surrogateescape"))


def _split(path: str) -> list[str]:
    if "\\" not in path:
        return [path]
    parts, end = [], 0
    for match in _ESCAPES.finditer(path):
        parts += [path[end : match.start()], match[0]]
        end = match.end()
    return [*parts, path[end:]]
