"""Sentences that come from the analysed code, made fit to be read and unable to act."""

import re
import unicodedata

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""Orders to terminals, marks that reorder or hide text, halves of pairs; not line ends and tabs, not joiners."""

_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"([\\`*\[\]|~#!{}$])")
_MAX_SENTENCE = 200  # a summary line; the source is where the whole text belongs


def plain(text: str, limit: int = _MAX_SENTENCE) -> str:
    """One line without control, format (bidirectional) or surrogate characters, cut at ``limit``."""
    kept = text[: limit * 8]
    if not (kept.isascii() and kept.isprintable()):  # nearly all text is both, and needs no look at each character
        kept = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in kept)
    line = _SPACE.sub(" ", kept).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def visible(text: str) -> str:
    r"""``text`` with each character that acts or hides spelled as an escape, ``\x1b`` or ``\u202e``."""
    return INVISIBLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def first_sentence(docstring: str) -> str:
    """The first paragraph of a docstring as one plain line."""
    return plain(docstring.strip().split("\n\n", 1)[0])


def markdown(text: str) -> str:
    """``text`` as Markdown that shows exactly these characters: no markup, no HTML, no link."""
    quoted = _MARKUP.sub(r"\\\1", plain(text, 1000))
    quoted = quoted.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return quoted.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "&#64;")


def comment(text: str) -> str:
    """``text`` fit for a ``#`` comment of any language: one ASCII line."""
    return plain(text, 100).encode("ascii", "replace").decode("ascii")
