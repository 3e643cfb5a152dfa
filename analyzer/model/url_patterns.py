"""URL patterns of the frameworks in one notation: ``/orders/{id}``, a name in braces for each part that varies."""

import re

_CONVERTER = re.compile(r"<(?:[^:<>]*:)?([^<>:]+)>")
_TYPED = re.compile(r"\{([^{}:]*)(?::[^{}]*)?\}")
_COLON = re.compile(r"(?<=/):(\w+)")
_NAMED_GROUP = re.compile(r"\(\?P<(\w+)>")
_PREFIX = re.compile(r"\(\?[aiLmsux]+\)")
_ESCAPED = re.compile(r"\\([^\w])")


def from_converters(text: str) -> str:
    """``orders/<int:pk>/`` and ``orders/{pk:int}`` as ``orders/{pk}/``."""
    return _TYPED.sub(r"{\1}", _CONVERTER.sub(r"{\1}", text))


def from_colons(text: str) -> str:
    """``/orders/:pk`` as ``/orders/{pk}``."""
    return _COLON.sub(r"{\1}", text)


def from_regex(text: str) -> str:
    """``^orders/(?P<pk>[0-9]+)/$`` as ``orders/{pk}/``; unnamed groups are numbered from 0."""
    text = _PREFIX.sub("", text).removeprefix("^").removesuffix("$").removesuffix("\\Z").removeprefix("\\A")
    pieces: list[str] = []
    unnamed = position = 0
    while position < len(text):
        if text[position] != "(" or (position and text[position - 1] == "\\"):
            pieces.append(text[position])
            position += 1
            continue
        named = _NAMED_GROUP.match(text, position)
        if named:
            pieces.append("{" + named[1] + "}")
        elif not text.startswith("(?", position):
            pieces.append(f"{{{unnamed}}}")
            unnamed += 1
        position = _after_group(text, position)
    return _plain("".join(pieces))


def _after_group(text: str, start: int) -> int:
    """The position behind the group that opens at ``start``; the end of the text when it never closes."""
    depth, in_class, position = 0, False, start
    while position < len(text):
        mark = text[position]
        if mark == "\\":
            position += 1
        elif in_class:
            in_class = mark != "]"
        elif mark == "[":
            in_class = True
        elif mark in "()":
            depth += 1 if mark == "(" else -1
            if depth == 0:
                return position + 1
        position += 1
    return len(text)


def _plain(text: str) -> str:
    """Escapes taken away, quantifiers dropped: an optional part is shown as present."""
    return _ESCAPED.sub(r"\1", re.sub(r"(?<!\\)[?*+$^]", "", text))
