"""Read the history of a repository nobody vouches for: its objects only, never its configuration.

Plain ``git log`` can run programs that the repository's configuration names. So git works in an empty repository of
ours, sees the target's objects as borrowed ones, may fetch nothing, reads no other configuration, and has bounds.
"""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from msgspec import Struct

from analyzer.observe.codeowners import read_small

COMMITS = 2_000  # two to five years of a busy project; older changes say little about today's boundaries
SECONDS = 20
MAX_BYTES = 20_000_000
MAX_REFS = 5_000_000
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_REF = re.compile(r"refs/[A-Za-z0-9._/-]{1,200}")


class Commit(Struct, frozen=True):
    """The files one commit changed, relative to the folder of the repository."""

    files: tuple[str, ...]


def read_history(root: Path) -> tuple[Commit, ...]:
    """The newest commits first, without merges; none where there is no repository, no git, or trouble of any kind."""
    git = shutil.which("git")
    objects = root / ".git" / "objects"
    head = head_of(root / ".git")
    borrowing = objects / "info" / "alternates"
    if not git or not head or objects.is_symlink() or not objects.is_dir() or borrowing.exists():
        return ()
    with tempfile.TemporaryDirectory(prefix="analyzer-history-") as own:
        text = _log(git, own, objects, head)
    return tuple(
        Commit(files=tuple(sorted(set(filter(None, part.strip("\n").split("\n")))))) for part in text.split("\0")[1:]
    )


def head_of(folder: Path) -> str:
    """The commit that HEAD names, read by ourselves; "" when it cannot be told."""
    if folder.is_symlink() or not folder.is_dir():
        return ""
    text = read_small(folder / "HEAD", 1000).decode("ascii", errors="replace").strip()
    name = text.removeprefix("ref: ")
    if name == text:
        return text if _COMMIT.fullmatch(text) else ""
    if not _REF.fullmatch(name) or ".." in name:
        return ""
    loose = read_small(folder / name, 1000).decode("ascii", errors="replace").strip()
    if _COMMIT.fullmatch(loose):
        return loose
    packed = read_small(folder / "packed-refs", MAX_REFS).decode("utf-8", errors="replace")
    found = (line.split(" ")[0] for line in packed.splitlines() if line.endswith(f" {name}"))
    return next((commit for commit in found if _COMMIT.fullmatch(commit)), "")


def _log(git: str, own: str, objects: Path, head: str) -> str:
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": own,
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects.resolve()),
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
    }
    start = [git, "init", "-q", "--bare", "--template=", own]
    if len(head) == 64:  # noqa: PLR2004 - letters of a SHA-256 name
        start.insert(3, "--object-format=sha256")
    names = ["--no-merges", "--no-renames", "--name-only", "--no-ext-diff", "--no-textconv", "--format=%x00"]
    read = [git, "-C", own, "-c", "core.quotePath=false", "log", *names, f"-n{COMMITS}", head, "--"]
    try:
        subprocess.run(start, env=environment, check=True, timeout=SECONDS, capture_output=True)  # noqa: S603 - fixed words
        with tempfile.TemporaryFile() as out:
            subprocess.run(  # noqa: S603 - fixed words and a checked commit
                read, env=environment, check=True, timeout=SECONDS, stdin=subprocess.DEVNULL, stdout=out,
                stderr=subprocess.DEVNULL,
            )  # fmt: skip
            out.seek(0)
            return out.read(MAX_BYTES).decode("utf-8", errors="replace")
    except (OSError, subprocess.SubprocessError):
        return ""
