"""What is no part of the codebase though it lies in its folder: environments, build copies, reports, links."""

import os
import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from analyzer.discover.names import below
from analyzer.model.artifact import MANIFEST
from analyzer.model.problem import Problem, Severity

_NAMED = 5  # names in a note; the rest is counted, so that a note stays one readable line

_SENTENCES = {
    "environment": ("in a virtual environment", "Left out: installed packages are not the codebase."),
    "installed": ("among installed packages", "Left out: installed packages are not the codebase."),
    "node": ("under node_modules", "Left out: they belong to JavaScript packages."),
    "report": ("in a report of this tool", "Left out: generated from the codebase."),
    "build": ("in a copy made by a build", "Left out: the same modules are analysed where they were written."),
    "hidden": ("in hidden folders or under hidden names", "Left out: Python cannot import them by name."),
    "gitignore": ("that .gitignore leaves out", "Left out."),
    "excluded": ("that the settings exclude", "Left out."),
    "link": ("behind symbolic links inside the folder", "Counted once, where the link leads."),
    "leading out": ("behind symbolic links that lead out of the folder or nowhere", "Not followed."),
}

_TOOL_FOLDERS = {"site-packages": "installed", "dist-packages": "installed", "node_modules": "node"}  # never code's own


class LeftOut(NamedTuple):
    """A folder or file, the reason (a key of the sentences above) and the number of Python files concerned."""

    reason: str
    path: str
    files: int


def folder_reason(root: bytes, folder: str, names: frozenset[str]) -> str:
    """Why this folder is no part of the codebase, judged by what it holds rather than by what it is called."""
    name = folder.rpartition("/")[2]
    if "__init__.py" in names:
        return ""
    if "pyvenv.cfg" in names or "conda-meta" in names:
        return "environment"
    if MANIFEST in names:
        return "report"
    if name == "build" and any(re.match(r"lib(\.|$)|bdist\.", held) for held in names) and _has_setup(root, folder):
        return "build"
    return _TOOL_FOLDERS.get(name, "")


def link_reason(root: bytes, path: str) -> str:
    """Whether a link leads to a file or folder of the codebase itself."""
    try:
        target = os.path.realpath(below(root, path), strict=True)
    except (OSError, ValueError):
        return "leading out"
    inside = os.path.realpath(root).rstrip(b"/") + b"/"
    return "link" if target.startswith(inside) else "leading out"


def count_python(root: bytes, folder: str) -> int:
    """The number of Python files anywhere below ``folder``; what cannot be opened counts nothing."""
    count = 0
    stack = [below(root, folder)]
    while stack:
        try:
            with os.scandir(stack.pop()) as scan:
                for entry in scan:
                    if entry.is_dir(follow_symlinks=False):
                        stack.append(entry.path)
                    else:
                        count += entry.name.endswith(b".py")
        except OSError:
            continue
    return count


def notes(left_out: Sequence[LeftOut]) -> list[Problem]:
    """One note a reason: how many files, and where; ``left_out`` is sorted."""
    counted = [item for item in left_out if item.files]
    return [_note(reason, list(group)) for reason, group in groupby(counted, key=lambda item: item.reason)]


def _note(reason: str, group: list[LeftOut]) -> Problem:
    where, handled = _SENTENCES[reason]
    total = sum(item.files for item in group)
    named = ", ".join(item.path for item in group[:_NAMED])
    more = f" and {len(group) - _NAMED:,} more" if len(group) > _NAMED else ""
    what = f"{total:,} Python file{'s' if total != 1 else ''} {where}: {named}{more}."
    severity: Severity = "warning" if reason == "leading out" else "note"
    return Problem(group[0].path, 0, "discover", what, handled, severity)


def _has_setup(root: bytes, folder: str) -> bool:
    beside = os.path.dirname(below(root, folder))
    return any(os.path.isfile(os.path.join(beside, name)) for name in (b"setup.py", b"pyproject.toml", b"setup.cfg"))
