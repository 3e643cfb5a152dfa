"""URL patterns as frameworks write them, to segments with named parameters."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from analyzer.notation.names import kebab, snake, unique
from analyzer.publish.json_types import Fragment

_CONVERTED = re.compile(r"^<(?:([\w.]+)(?:\([^)]*\))?:)?(\w+)>$")  # <int:pk>, <pk>
_BRACED = re.compile(r"^\{(\w+)(?::([^}]*))?\}$")  # {pk}, {pk:path}
_SEVERAL = re.compile(r"<(?:([\w.]+)(?:\([^)]*\))?:)?(\w+)>|\{(\w+)(?::([^}]*))?\}")  # <int:pk>-<slug>, {pk}.{form}
_GROUP = re.compile(r"\(\?P<(\w+)>")
_TYPES: dict[str, Fragment] = {
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "uuid": {"type": "string", "format": "uuid"},
    "str": {"type": "string"},
    "string": {"type": "string"},
    "slug": {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"},
    "path": {"type": "string"},
}


class PathPart(NamedTuple):
    """One segment: fixed ``text``, or a parameter with its safe ``name`` and the name the code uses.

    ``written`` is how it is called today; where a parameter is only a part of its segment, ``{}`` stands for it.
    """

    text: str = ""
    written: str = ""
    name: str = ""
    original: str = ""
    schema: Mapping[str, object] = MappingProxyType({})


def path_parts(pattern: str) -> tuple[PathPart, ...]:
    """The segments of a route; anything that is neither fixed text nor a known parameter form becomes a parameter."""
    parts: list[PathPart] = []
    taken: set[str] = set()
    for segment in _segments(pattern):
        found = _part(segment)
        if found.name:
            name = unique(found.name, taken)
            taken.add(name)
            found = found._replace(name=name)
        parts.append(found)
    return tuple(parts)


def old_path(parts: tuple[PathPart, ...], path: str) -> str:
    """The route as it is called today, its parameters named as in the contract's ``path`` of the same shape."""
    names = iter([segment for segment in path.split("/") if segment.startswith("{")])
    return "/" + "/".join(
        (part.written or "{}").replace("{}", next(names), 1) if part.name else part.written for part in parts
    )


def _segments(pattern: str) -> list[str]:
    """Split at slashes that stand outside brackets: ``(?P<path>[^/]+)`` is one segment."""
    pieces, current, depth = [], "", 0
    for letter in pattern.strip().removeprefix("^").removesuffix("$").replace("\\Z", ""):
        depth += letter in "([{<"
        depth -= letter in ")]}>"
        if letter == "/" and depth <= 0:
            pieces.append(current)
            current, depth = "", 0
        else:
            current += letter
    return [piece for piece in (*pieces, current) if piece.strip("^$?")]


def _part(segment: str) -> PathPart:
    converted = _CONVERTED.match(segment)
    if converted:
        kind, name = converted.groups()
        return PathPart(name=snake(name, "part"), original=name, schema=_TYPES.get(kind or "", {}))
    braced = _BRACED.match(segment)
    if braced:
        name, kind = braced.groups()
        return PathPart(name=snake(name, "part"), original=name, schema=_TYPES.get(kind or "", {}))
    several = _several(segment)
    if several:
        return several
    group = _GROUP.search(segment)
    if group:
        digits = bool(re.search(r"\\d|\[0-9\]", segment)) and not re.search(r"\\w|a-z", segment)
        schema: Fragment = _TYPES["int"] if digits else {}
        return PathPart(name=snake(group.group(1), "part"), original=group.group(1), schema=schema)
    if re.search(r"[()\[\]<>{}*+?|]", segment):
        inner = re.search(r"[<{](?:\w+:)?(\w+)[>}]", segment)
        name = inner.group(1) if inner else "part"
        return PathPart(name=snake(name, "part"), original=name)
    written = segment.replace("\\", "").strip("^$")
    return PathPart(text=kebab(written), written=written)


def _several(segment: str) -> PathPart | None:
    """A segment in which parameters stand beside text or each other: the first one says which item is meant."""
    found = list(_SEVERAL.finditer(segment))
    if not found or re.search(r"[()\[\]<>{}*+?|\\]", _SEVERAL.sub("", segment)):
        return None
    kinds, names = [one[1] or one[4] for one in found], [one[2] or one[3] for one in found]
    rest = iter(["{}", *(f"{{{snake(name, 'part')}}}" for name in names[1:])])
    written = _SEVERAL.sub(lambda _: next(rest), segment)
    return PathPart("", written, snake(names[0], "part"), names[0], _TYPES.get(kinds[0] or "", {}))
