"""Import roots: from which folder each module's dotted name counts, decided by what the code itself imports."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from analyzer.discover.survey import Survey
from analyzer.model.python import STANDARD_MODULES

Votes = Mapping[tuple[str, str], int]  # (folder, first segment of a dotted name) -> files that import it from there
Starts = dict[str, int | None]  # path of a file -> the segment at which its dotted name starts


class Above(NamedTuple):
    """The analysed folder's own name, outermost ancestor first; the innermost ``packages`` of them are packages."""

    names: tuple[str, ...]
    packages: int


class Home(NamedTuple):
    """Where a file's name counts from (as in ``Source.root``), and the name."""

    root: str
    module: str
    is_package: bool


class _Tree(NamedTuple):
    """Every module by its whole path, the analysed folder's own name in front, without ``.py``."""

    above: Above
    parts: dict[str, tuple[str, ...]]  # path of a file -> segments, those of a package without __init__
    modules: frozenset[str]  # every file's place
    packages: frozenset[str]
    places: frozenset[str]  # every module, package and folder with Python below it
    parents: dict[str, list[str]]  # last segment -> folders in which it stands
    projects: frozenset[str]


def find_homes(found: Survey, imports: Mapping[str, frozenset[bytes]], above: Above) -> dict[str, Home]:
    """A home for every file; ``imports`` holds the absolute imports of each file, by path.

    A file can be named from any folder above it. Each import in the codebase votes for the folders from which it
    finds something; where nobody votes, the nearest folder without an ``__init__.py`` is meant for a package, and
    for a loose file the nearest folder that others count from.
    """
    tree = _plant(found, above)
    votes = _count_votes(tree, imports.values())
    starts = {path: _voted_start(tree, path, votes) for path in found.files}
    voted = _folders(tree, starts)
    starts |= _without(starts, lambda path: _package_start(tree, path, voted))
    established = _folders(tree, starts) | tree.projects
    starts |= _without(starts, lambda path: _enclosing(tree, path, established, _barrier(tree.parts[path])))
    return {path: _home(tree, path, start or 0) for path, start in starts.items()}


def _plant(found: Survey, above: Above) -> _Tree:
    here = "/".join(above.names)
    parts = {path: (*above.names, *_segments(path)) for path in found.files}
    places = {"/".join(names[:depth]) for names in parts.values() for depth in range(1, len(names) + 1)}
    parents: dict[str, list[str]] = defaultdict(list)
    for place in sorted(places):
        folder, _, name = place.rpartition("/")
        parents[name].append(folder)
    packages = {f"{here}/{folder}" if folder else here for folder in found.packages}
    packages |= {"/".join(above.names[: len(above.names) - up]) for up in range(above.packages)}
    projects = {f"{here}/{folder}" if folder else here for folder in found.projects} | {here}
    modules = frozenset("/".join(names) for names in parts.values())
    return _Tree(above, parts, modules, frozenset(packages), frozenset(places), parents, frozenset(projects))


def _segments(path: str) -> tuple[str, ...]:
    segments = path.removesuffix(".py").split("/")
    return tuple(segments[:-1] if segments[-1] == "__init__" else segments)


def _count_votes(tree: _Tree, imports: Iterable[frozenset[bytes]]) -> Votes:
    names = Counter(name for file_imports in imports for name in file_imports)
    votes: Counter[tuple[str, str]] = Counter()
    for raw, count in names.items():
        name = raw.decode("utf-8", "replace").strip(".")
        top, _, rest = name.partition(".")
        if not rest and top in STANDARD_MODULES:
            continue  # `import json` says nothing about somebody's json.py
        for folder in tree.parents.get(top, ()):
            if _leads_somewhere(tree, folder, name):
                votes[folder, top] += count
    return _without_namesakes(tree, votes)


def _without_namesakes(tree: _Tree, votes: Votes) -> Votes:
    """A checkout often has the name of the package in it: then the name means the package, not the checkout."""
    here = "/".join(tree.above.names)
    best: Counter[str] = Counter()
    for (_, top), count in votes.items():
        best[top] = max(best[top], count)
    inside = {key for key in votes if key[0] == here or key[0].startswith(f"{here}/") or tree.above.packages}
    return {key: count for key, count in votes.items() if key in inside or count == best[key[1]]}


def _leads_somewhere(tree: _Tree, folder: str, name: str) -> bool:
    """Whether ``import name`` with ``folder`` as import root would find a module of the codebase."""
    if folder in tree.packages and folder not in tree.projects:
        return False  # inside a package, modules are reached through the package
    place = _join(folder, name.replace(".", "/"))
    if "." in name:
        return place in tree.places
    return place in tree.modules or place in tree.packages  # a bare folder is hardly ever imported for itself


def _voted_start(tree: _Tree, path: str, votes: Votes) -> int | None:
    """At which segment the file's name starts by the votes; None when there are none for it."""
    parts = tree.parts[path]
    classic = _classic(tree, parts)
    candidates = range(_barrier(parts), len(parts))
    ranked = [(votes.get(("/".join(parts[:index]), parts[index]), 0), index == classic, -index) for index in candidates]
    best = max(ranked)
    return -best[2] if best[0] else None


def _package_start(tree: _Tree, path: str, voted: set[str]) -> int | None:
    """Where the packages around the file start, or a voted folder inside them; None for a loose file."""
    parts = tree.parts[path]
    classic = _classic(tree, parts)
    inside = _enclosing(tree, path, voted, classic)
    is_loose = classic == len(parts) - 1 and "/".join(parts) not in tree.packages
    return inside if inside > classic else None if is_loose else classic


def _classic(tree: _Tree, parts: tuple[str, ...]) -> int:
    """The start that the chain of ``__init__.py`` files gives."""
    index = len(parts) - 1
    while index and "/".join(parts[:index]) in tree.packages:
        index -= 1
    return index


def _barrier(parts: tuple[str, ...]) -> int:
    """No dotted name can start above a folder whose name is no identifier."""
    blocked = [index for index, part in enumerate(parts[:-1]) if not part.isidentifier()]
    return blocked[-1] + 1 if blocked else 0


def _enclosing(tree: _Tree, path: str, folders: set[str], lowest: int) -> int:
    """The start that the nearest of ``folders`` around the file gives, not before ``lowest``."""
    parts = tree.parts[path]
    for index in range(len(parts) - 1, lowest, -1):
        if "/".join(parts[:index]) in folders:
            return index
    return lowest


def _folders(tree: _Tree, starts: Starts) -> set[str]:
    return {"/".join(tree.parts[path][:start]) for path, start in starts.items() if start is not None}


def _without(starts: Starts, choose: Callable[[str], int | None]) -> Starts:
    """New starts for the files that have none."""
    return {path: choose(path) for path, start in starts.items() if start is None}


def _home(tree: _Tree, path: str, start: int) -> Home:
    parts = tree.parts[path]
    here = len(tree.above.names)
    root = "/".join([".."] * (here - start)) or "/".join(parts[here:start]) or "."
    return Home(root, ".".join(parts[start:]), path.rpartition("/")[2] == "__init__.py")


def _join(folder: str, rest: str) -> str:
    return f"{folder}/{rest}" if folder else rest
