"""The words of names: how identifiers and dotted names are taken apart, the same way everywhere."""

import re

PART = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+")

# English words that join others in a name and say nothing themselves.
JOINING = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "per", "the", "to", "via", "with"]
)


def split_name(name: str) -> list[str]:
    """The words of one identifier, lower case: ``OrderLine`` and ``order_lines`` both give order and line."""
    return [stem(word) for word in split_words(name)]


def split_words(name: str) -> list[str]:
    """The words of one identifier as they are spelled, lower case."""
    return [word.lower() for word in PART.findall(name)]


def stem(word: str) -> str:
    """The singular of a regular English plural; other words stay as they are."""
    if len(word) > 3 and word.endswith("ies"):  # noqa: PLR2004 - "ties" and "dies" are words of their own
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):  # noqa: PLR2004 - "bus", "gas"
        return word[:-1]
    return word


def path_words(name: str) -> tuple[str, ...]:
    """The words of a dotted module name without its first part, which all modules share; each once, in order."""
    words = (word for part in name.split(".")[1:] or [name] for word in split_name(part))
    return tuple(dict.fromkeys(word for word in words if len(word) > 1 and word not in JOINING))
