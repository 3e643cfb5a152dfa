"""What lies in the output folder from an earlier run, and whether it is ours to replace."""

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from analyzer.errors import RefusedOutput
from analyzer.model.artifact import MANIFEST

TOOL = "monolith-analyzer"
_NAMED = 3  # strangers named in the message: enough to recognise what kind of folder this is
_BY_PYTHON = "__pycache__"  # left behind when a generated service was started; nobody's work


class Manifest(Struct, frozen=True):
    """The files of an output folder, each with the hash of what we wrote there.

    ``owned`` are those handed over to people, ``kept`` people's versions of generated files.
    """

    tool: str = TOOL
    files: dict[str, str] = {}
    owned: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class Earlier(NamedTuple):
    """What an earlier run left: ``contents`` of the files that are people's, by now or by promise; ``paths`` of all."""

    manifest: Manifest = Manifest()
    contents: Mapping[str, bytes] = {}
    paths: frozenset[str] = frozenset()


def digest(content: bytes) -> str:
    """The hash that the manifest keeps."""
    return hashlib.sha256(content).hexdigest()


def spell(manifest: Manifest) -> bytes:
    """The manifest as it is written."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def look_at(folder: Path) -> Earlier:
    """The earlier output; ``RefusedOutput`` when there is anything that we did not write."""
    if folder.is_symlink():
        raise RefusedOutput(f"{folder} is a symbolic link: name the folder it leads to, or another one.")
    if not folder.exists():
        return Earlier()
    if not folder.is_dir():
        raise RefusedOutput(f"{folder} is not a folder: choose another one with --out.")
    manifest = _manifest(folder)
    paths, strangers = _inventory(folder)
    strangers += sorted(set(paths) - set(manifest.files) - set(manifest.kept) - {MANIFEST})
    if strangers:
        more = f" and {len(strangers) - _NAMED} more" if len(strangers) > _NAMED else ""
        raise RefusedOutput(
            f"{folder} holds files that this tool did not write ({', '.join(strangers[:_NAMED])}{more}): "
            "move them away, or choose another folder with --out."
        )
    return Earlier(manifest, _peoples(folder, paths, manifest), frozenset(paths))


def _peoples(folder: Path, paths: list[str], manifest: Manifest) -> dict[str, bytes]:
    contents = {}
    for path in paths:
        with open(f"{folder}/{path}", "rb") as file:  # noqa: PTH123 - paths as objects would cost as much as reading
            content = file.read()
        if path != MANIFEST and (path in manifest.owned or digest(content) != manifest.files.get(path)):
            contents[path] = content
    return contents


def _manifest(folder: Path) -> Manifest:
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (FileNotFoundError, IsADirectoryError, msgspec.MsgspecError, UnicodeDecodeError):
        return Manifest()  # then every file is a stranger, and the folder is refused
    return manifest if manifest.tool == TOOL else Manifest()


def _inventory(folder: Path) -> tuple[list[str], list[str]]:
    """The regular files below the folder, and everything else that is neither a folder nor Python's own cache."""
    files: list[str] = []
    others: list[str] = []
    for here, subfolders, names in os.walk(folder, onerror=_fail):
        subfolders[:] = sorted(name for name in subfolders if name != _BY_PYTHON)
        relative = "" if here == str(folder) else f"{Path(here).relative_to(folder).as_posix()}/"
        for name in sorted([*names, *(name for name in subfolders if Path(here, name).is_symlink())]):
            regular = stat.S_ISREG(os.lstat(f"{here}/{name}").st_mode)
            (files if regular else others).append(relative + name)
    return files, others


def _fail(error: OSError) -> None:
    raise error
