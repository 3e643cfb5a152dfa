"""From a folder to its sources: finds the Python files, names their modules and says what was left out."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from analyzer.discover.discovery import Discovery
from analyzer.discover.door import load, read_regular
from analyzer.discover.glimpse import Glimpse, glimpse
from analyzer.discover.names import below, show
from analyzer.discover.quoting import excerpts, texts
from analyzer.discover.roles import assign_roles
from analyzer.discover.roots import Above, find_homes
from analyzer.discover.survey import Survey, survey
from analyzer.errors import NothingToAnalyze
from analyzer.model.source import Role, Source
from analyzer.settings import DiscoverSettings, Settings

__all__ = ["Discovery", "discover", "excerpts", "load", "read_regular", "texts"]

_LOOK_UP = 3  # folders above the analysed one that can be part of a name: company.product.area


def discover(root: Path, settings: Settings) -> Discovery:
    """The sources below ``root``, each with its dotted name, role and content hash.

    Raises ``NothingToAnalyze`` when ``root`` is no folder or holds no Python file.
    """
    knobs = settings.discover
    place = _folder(root)
    found = survey(os.fsencode(place), knobs.exclude)
    if not found.files:
        raise NothingToAnalyze(_nothing(root, found))
    prints = {path: _fingerprint(place, path, knobs.max_file_bytes) for path in found.files}
    glimpses = {path: seen for path, (_, _, seen) in prints.items()}
    homes = find_homes(found, {path: seen.imports for path, seen in glimpses.items()}, _above(place))
    roles = assign_roles(glimpses)
    sources = tuple(
        Source(path, homes[path].module, homes[path].root, homes[path].is_package, _role(roles[path], knobs), size, sha)
        for path, (size, sha, _) in prints.items()
    )
    return Discovery(place, show(os.fsencode(place.name)) or "codebase", sources, found.problems)


def _folder(root: Path) -> Path:
    try:
        place = root.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise NothingToAnalyze(f"There is no folder {root}: give the folder that holds the code.") from error
    if not place.is_dir():
        raise NothingToAnalyze(f"{root} is not a folder: give the folder that holds the code.")
    return place


def _nothing(root: Path, found: Survey) -> str:
    seen = " ".join(f"{problem.what} {problem.handled}" for problem in found.problems)
    return f"There is no Python file to analyse in {root}: give the folder that holds the code. {seen}".rstrip()


def _fingerprint(place: Path, path: str, max_bytes: int) -> tuple[int, str, Glimpse]:
    """Size, content hash and glimpse of a file; one that cannot be read has no hash, and ``load`` says why."""
    real = below(os.fsencode(place), path)
    data = read_regular(real, max_bytes)
    if isinstance(data, str):
        return 0, "", Glimpse()
    return len(data), hashlib.sha256(data).hexdigest(), glimpse(path, data)


def _role(role: Role, knobs: DiscoverSettings) -> Role:
    if (role == "test" and knobs.include_tests) or (role == "migration" and knobs.include_migrations):
        return "code"
    return role


def _above(place: Path) -> Above:
    """The names that may stand in front of every module's: of packages, or for namespace packages a few."""
    folders = [place, *place.parents]
    packages = 0
    while packages < len(folders) - 1 and (folders[packages] / "__init__.py").is_file():
        packages += 1
    names = list(_identifiers(folders[: packages + _LOOK_UP]))
    return Above(tuple(reversed(names)), min(packages, len(names)))


def _identifiers(folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        if not folder.name.isidentifier():
            return
        yield folder.name
