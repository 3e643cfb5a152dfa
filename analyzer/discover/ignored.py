"""What the codebase itself, or the person at the keyboard, asks to leave out: .gitignore files and patterns."""

import re
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from analyzer.discover.door import read_regular
from analyzer.errors import InvalidSettings

if TYPE_CHECKING:
    from pathspec import PathSpec, Pattern

_MAX_IGNORE_BYTES = 200_000  # a hundred times the largest .gitignore of the applications in the benchmark
# The library tries every way to share a name out among wildcards: with more of them, one name can take minutes.
_MOST_WILDCARDS = 3


# The last matching pattern decides, as in git, which asks folder by folder from the top. The library's own class for
# .gitignore files answers for whole paths and gives patterns for folders less weight: "*", "!*/" would lose all.
_Patterns: TypeAlias = "PathSpec[Pattern]"


class Rules(NamedTuple):
    """Patterns in force for one folder: pairs of (folder they count from, patterns), the nearest last."""

    specs: tuple[tuple[str, _Patterns], ...] = ()

    def ignores(self, path: str) -> bool:
        """Whether ``path`` (a folder ends with a slash) is left out; the nearest file with an opinion decides."""
        for base, spec in reversed(self.specs):
            verdict = spec.check_file(path[len(base) :]).include
            if verdict is not None:
                return verdict
        return False


def from_patterns(patterns: tuple[str, ...]) -> Rules:
    """Rules given by option or settings, counted from the analysed folder.

    Raises ``InvalidSettings`` for a pattern that is none, or that one name can keep busy for minutes.
    """
    if refused := [pattern for pattern in patterns if _is_costly(pattern) or not _is_valid(pattern)]:
        raise InvalidSettings(
            f"The pattern {refused[0]!r} cannot be used to leave files out: it must be one of a .gitignore file, "
            f"with at most {_MOST_WILDCARDS} wildcards in a name."
        )
    return Rules((("", _compiled(patterns)),)) if patterns else Rules()


def with_file(rules: Rules, folder: str, path: bytes) -> Rules:
    """The rules joined by the .gitignore file at ``path`` inside ``folder``; an unreadable one changes nothing."""
    data = read_regular(path, _MAX_IGNORE_BYTES)
    if isinstance(data, str):
        return rules
    lines = _valid(data.decode("utf-8", "replace").splitlines())
    return Rules((*rules.specs, (folder, _compiled(lines))))


def _compiled(patterns: Sequence[str]) -> _Patterns:
    from pathspec import PathSpec  # noqa: PLC0415  a tenth of a repeated run, and only trees with patterns need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # about brackets in brackets, from other people's patterns
        return PathSpec.from_lines("gitignore", patterns)


def _valid(lines: list[str]) -> list[str]:
    # One malformed pattern makes the library refuse the whole file, where git skips the line.
    return [line for line in lines if not _is_costly(line) and _is_valid(line)]


def _is_costly(pattern: str) -> bool:
    return pattern.count("**") > _MOST_WILDCARDS or any(
        part.count("*") > _MOST_WILDCARDS for part in pattern.split("/")
    )


def _is_valid(pattern: str) -> bool:
    if "/" in pattern and not pattern.strip(" !/"):
        return False  # a lone slash matches nothing in git, and everything in the library
    try:
        _compiled([pattern])
    except (ValueError, re.error):  # the library turns the pattern into a regular expression, not always a valid one
        return False
    return True
