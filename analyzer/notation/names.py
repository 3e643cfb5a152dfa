"""Names that come from the analysed code, made into names that every target accepts."""

import keyword
import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")
_MAX_NAME = 80  # longer names exist only in generated code, and no path or class reads well beyond it


def words(text: str) -> list[str]:
    """Lower-case ASCII words of ``text``; camel case, snake case and punctuation all part them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return [word.lower() for word in _WORD.findall(plain)]


def snake(text: str, fallback: str = "value") -> str:
    """A Python identifier in snake case that is no keyword."""
    name = "_".join(words(text))[:_MAX_NAME].strip("_") or fallback
    if name[0].isdigit():
        name = f"{fallback}_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def pascal(text: str, fallback: str = "Value") -> str:
    """A class name: ``order_line`` becomes ``OrderLine``."""
    name = "".join(word.capitalize() for word in words(text))[:_MAX_NAME] or fallback
    if name[0].isdigit():
        name = f"{fallback}{name}"
    return f"{name}_" if keyword.iskeyword(name) else name  # None, True, False


def kebab(text: str, fallback: str = "value") -> str:
    """A segment of a URL or a DNS label: lower-case words joined by hyphens."""
    name = "-".join(words(text))[:_MAX_NAME].strip("-") or fallback
    return name if name[0].isalpha() else f"{fallback}-{name}"


def plural(word: str) -> str:
    """The English plural of a resource's name, by its ending; a plural is returned as it is."""
    if word.endswith(("ss", "x", "z", "ch", "sh", "us", "is")):
        return f"{word}es"
    if word.endswith("s") or not word:
        return word
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}s"


def is_identifier(text: str) -> bool:
    """Whether ``text`` may stand in generated Python as a name."""
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text)


def unique(wanted: str, taken: Iterable[str], separator: str = "_") -> str:
    """``wanted``, or the first of ``wanted_2``, ``wanted_3``... that is not taken."""
    names = taken if isinstance(taken, set | frozenset | dict) else set(taken)
    if wanted not in names:
        return wanted
    number = 2
    while f"{wanted}{separator}{number}" in names:
        number += 1
    return f"{wanted}{separator}{number}"
