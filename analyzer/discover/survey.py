"""Walks the folder once: which Python files there are, which folders are packages, what was left out and why."""

import os
from typing import NamedTuple

from analyzer.discover.ignored import Rules, from_patterns, with_file
from analyzer.discover.left_out import LeftOut, count_python, folder_reason, link_reason, notes
from analyzer.discover.names import below, show
from analyzer.model.problem import Problem

_PROJECT_FILES = frozenset({"manage.py", "pyproject.toml", "setup.py", "setup.cfg"})


class Survey(NamedTuple):
    """Paths are relative to the root, with forward slashes ("" is the root itself), files in sorted order."""

    files: tuple[str, ...]
    packages: frozenset[str]  # folders with an __init__.py
    projects: frozenset[str]  # folders with a project file beside the code
    problems: tuple[Problem, ...]


class _Entry(NamedTuple):
    name: str
    path: str
    is_folder: bool
    is_file: bool
    is_link: bool


class _Look(NamedTuple):
    """What one folder holds: subfolders to go into, with the rules in force there, and what stays out."""

    folders: tuple[tuple[str, Rules], ...] = ()
    files: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()


def survey(root: bytes, exclude: tuple[str, ...]) -> Survey:
    """Everything below ``root`` that is ours to read; links are not followed, special files not opened."""
    looks: dict[str, _Look] = {}
    stack = [("", Rules())]
    asked = from_patterns(exclude)
    while stack:
        folder, rules = stack.pop()
        look = _look(root, folder, rules, asked)
        looks[folder] = look
        stack += look.folders
    left_out = sorted(item for look in looks.values() for item in look.left_out)
    return Survey(
        files=tuple(sorted(path for look in looks.values() for path in look.files)),
        packages=frozenset(folder for folder, look in looks.items() if "__init__.py" in look.names),
        projects=frozenset(folder for folder, look in looks.items() if look.names & _PROJECT_FILES),
        problems=(*(p for look in looks.values() for p in look.problems), *notes(left_out)),
    )


def _look(root: bytes, folder: str, rules: Rules, asked: Rules) -> _Look:
    try:
        entries = _entries(root, folder)
    except OSError as error:
        return _Look(problems=(_unopened(folder, error),))
    names = frozenset(entry.name for entry in entries)
    if folder and (reason := folder_reason(root, folder, names)):
        return _Look(left_out=(LeftOut(reason, folder, count_python(root, folder)),))
    base = f"{folder}/" if folder else ""
    if ".gitignore" in names:
        rules = with_file(rules, base, below(root, f"{base}.gitignore"))
    kept, left_out = _sort_out(root, entries, rules, asked)
    return _Look(
        folders=tuple((entry.path, rules) for entry in kept if entry.is_folder),
        files=tuple(entry.path for entry in kept if entry.is_file),
        names=names,
        left_out=left_out,
        problems=tuple(_special(entry) for entry in kept if not (entry.is_folder or entry.is_file)),
    )


def _entries(root: bytes, folder: str) -> list[_Entry]:
    """The subfolders, Python files and other names of one folder, in an order of their own."""
    with os.scandir(below(root, folder)) as scan:
        found = [
            _Entry(name, f"{folder}/{name}" if folder else name, *_nature(entry))
            for entry in scan
            if (name := show(entry.name))
        ]
    return sorted(found)


def _nature(entry: "os.DirEntry[bytes]") -> tuple[bool, bool, bool]:
    try:
        return entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False), entry.is_symlink()
    except OSError:  # pragma: no cover - it vanished, on a file system that tells kinds only when asked anew
        return False, True, False


def _sort_out(
    root: bytes, entries: list[_Entry], rules: Rules, asked: Rules
) -> tuple[list[_Entry], tuple[LeftOut, ...]]:
    kept: list[_Entry] = []
    left_out: list[LeftOut] = []
    for entry in entries:
        if not entry.is_folder and not entry.name.endswith(".py"):
            continue
        shape = f"{entry.path}/" if entry.is_folder else entry.path
        if entry.is_link:
            left_out.append(LeftOut(link_reason(root, entry.path), entry.path, 1))
        elif entry.name.startswith(".") or entry.name == "__pycache__":
            left_out.append(_whole(root, "hidden", entry))
        elif asked.ignores(shape):
            left_out.append(_whole(root, "excluded", entry))
        elif rules.ignores(shape):
            left_out.append(_whole(root, "gitignore", entry))
        else:
            kept.append(entry)
    return kept, tuple(left_out)


def _whole(root: bytes, reason: str, entry: _Entry) -> LeftOut:
    if not entry.is_folder:
        return LeftOut(reason, entry.path, 1)
    if entry.name in {".git", ".hg", ".svn", "__pycache__"}:  # never code, and large
        return LeftOut(reason, entry.path, 0)
    return LeftOut(reason, entry.path, count_python(root, entry.path))


def _unopened(folder: str, error: OSError) -> Problem:
    what = f"The folder could not be opened: {error.strerror}."
    return Problem(folder or ".", 0, "discover", what, "Everything in it was left out.", "loss")


def _special(entry: _Entry) -> Problem:
    what = "It is named like a Python file but is a pipe, socket or device."
    return Problem(entry.path, 0, "discover", what, "It was not opened.", "loss")
