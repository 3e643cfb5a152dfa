"""Sentences that come from the analysed code, made fit to be read and unable to act."""

import re
import unicodedata

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
