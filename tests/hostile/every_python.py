"""Every Python that is installed here writes the same bytes. Makes environments, so it runs by `make pythons` only."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def installed() -> list[Path]:
    """One interpreter for each version: what the shell finds, else what pyenv keeps."""
    found = []
    for version in VERSIONS:
        kept = sorted((Path.home() / ".pyenv/versions").glob(f"{version}.*/bin/python"))
        on_path = shutil.which(f"python{version}")
        candidates = [*([Path(on_path)] if on_path else []), *kept[::-1]]
        works = [path for path in candidates if starts(path)]
        found += works[:1]
    return found


def starts(python: Path) -> bool:
    return subprocess.run([python, "-c", ""], check=False, capture_output=True).returncode == 0


def environment(python: Path, folder: Path) -> Path:
    """The interpreter of a new environment with exactly the pinned dependencies."""
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "--quiet", "--python", python, folder], check=True)
    pins = ["--requirement", ROOT / "requirements/runtime.txt"]
    subprocess.run([*uv, "pip", "install", "--quiet", "--python", folder / "bin/python", *pins], check=True)
    return folder / "bin/python"


def report(python: Path, out: Path) -> dict[str, bytes]:
    command = [python, "-P", "-m", "analyzer", "analyze", ROOT / "sample_monolith", "--no-cache", "--quiet"]
    subprocess.run(
        [*command, "--out", out], check=True, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True
    )
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_there_is_another_python() -> None:
    assert len(installed()) > 1


@pytest.mark.parametrize("python", installed(), ids=str)
def test_the_bytes_are_those_of_the_running_python(python: Path, tmp_path: Path) -> None:
    ours = report(Path(sys.executable), tmp_path / "ours")
    theirs = report(environment(python, tmp_path / "environment"), tmp_path / "theirs")
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if ours[path] != theirs[path]] == []
