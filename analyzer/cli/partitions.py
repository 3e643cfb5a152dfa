"""Partitions that people have: today's packages, a CODEOWNERS file, a boundary file, another tool's CSV or JSON."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from analyzer.errors import InvalidStudy

PACKAGES = "packages"
Partition = dict[str, str]
"""Dotted name of a module -> label of its group; "" is a module that is not scored."""

_MODULE = ("module", "name", "file")
_LABEL = ("label", "service", "cluster")
_BELOW = (".github", ".gitlab", "docs")  # folders of the root where an owner file may stand


def read_partition(path: Path) -> Partition:
    """The partition of a CSV or JSON file; raises ``InvalidStudy`` when it is none."""
    text = _text(path)
    found = _from_json(path, text) if path.suffix.lower() == ".json" else _from_csv(path, text)
    if not any(found.values()):
        raise InvalidStudy(f"{path} gives no module a label.")
    return found


def partition_for(given: str, files: Mapping[str, str], root: Path | None) -> Partition:
    """The partition that ``given`` names, over these modules (dotted name -> path below ``root``).

    ``given`` is the word ``packages`` or a file: TOML is read as boundaries, a name with CODEOWNERS as owners, the
    rest as CSV or JSON. Raises ``InvalidStudy`` when it cannot be read, ``InvalidSettings`` for a wrong boundary file.
    """
    path = Path(given)
    if given == PACKAGES:
        from analyzer.judge.rivals import packages  # noqa: PLC0415 - brings the tables' library along

        return packages({module: module for module in files})
    if path.suffix.lower() == ".toml":
        return _by_rules(path, files)
    if "codeowners" in path.name.lower():
        return _by_owners(path, files, root)
    return read_partition(path)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidStudy(f"{path} cannot be read: {error}.") from error


def _from_csv(path: Path, text: str) -> Partition:
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        columns = reader.fieldnames or []
        module = next((name for name in _MODULE if name in columns), "")
        label = next((name for name in _LABEL if name in columns), "")
        rows = list(reader) if module and label else []
    except csv.Error as error:
        raise InvalidStudy(f"{path} cannot be read as a CSV file: {error}.") from error
    if not module or not label:
        raise InvalidStudy(f"{path} needs a column `module` and a column `label` or `service`.")
    if "kind" in columns:
        rows = [row for row in rows if row["kind"] == "module"]
    return {row[module]: row[label] or "" for row in rows}


def _from_json(path: Path, text: str) -> Partition:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidStudy(f"{path} cannot be read as JSON: {error}.") from error
    if not isinstance(value, dict):
        raise InvalidStudy(f"{path} needs an object: module to label, or label to a list of modules.")
    return dict(_pairs(path, value))


def _pairs(path: Path, value: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, found in value.items():
        if isinstance(found, str):
            yield key, found
        elif isinstance(found, list) and all(isinstance(one, str) for one in found):
            yield from ((one, key) for one in found)
        else:
            raise InvalidStudy(f"{path}: {key!r} must hold a label, or a list of modules.")


def _by_rules(path: Path, files: Mapping[str, str]) -> Partition:
    """Pins first, then modules, then packages; a module that no rule names is not scored."""
    from analyzer.cli.boundaries import parse_boundaries  # noqa: PLC0415 - only for this kind of file

    rules = parse_boundaries(_text(path), path.name)
    claims = [(pattern, key) for pattern, key in rules.pins.items()]
    claims += [(pattern, key) for key, rule in rules.services.items() for pattern in rule.modules]
    below = [(pattern, key) for key, rule in rules.services.items() for pattern in rule.packages]
    claims += [claim for pattern, key in below for claim in ((pattern, key), (f"{pattern}.*", key))]
    return {module: next((key for pattern, key in claims if fnmatchcase(module, pattern)), "") for module in files}


def _by_owners(path: Path, files: Mapping[str, str], root: Path | None) -> Partition:
    """The owners of each file, joined; paths count from the folder that the owner file speaks for."""
    from analyzer.observe.codeowners import parse_owners  # noqa: PLC0415 - only for this kind of file

    rules = parse_owners(_text(path))
    spoken = path.resolve().parent
    spoken = spoken.parent if spoken.name in _BELOW else spoken
    inside = root is not None and root.resolve().is_relative_to(spoken)
    prefix = root.resolve().relative_to(spoken) if inside and root is not None else Path()
    found = {}
    for module, file in files.items():
        own = (owners for spec, owners in reversed(rules) if spec.match_file((prefix / file).as_posix()))
        found[module] = " ".join(sorted(next(own, ())))
    return found
