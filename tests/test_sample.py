"""The sample monolith, end to end: its own tests, the committed report, the same bytes again, services that run."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "sample_monolith"
REPORT = ROOT / "reports" / "sample_monolith"


def analyze(out: Path, cwd: Path, *options: str, **environment: str) -> None:
    command = [sys.executable, "-P", "-m", "analyzer", "analyze", str(SAMPLE), "--out", str(out), "-q", *options]
    env = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def content(folder: Path) -> dict[str, bytes]:
    """Relative path -> bytes of every file below ``folder``."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def different(one: Path, other: Path) -> list[str]:
    """Paths that are not the same file on both sides."""
    left, right = content(one), content(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    analyze(folder / "report", folder, "--no-cache", PYTHONHASHSEED="1")
    return folder / "report"


@pytest.mark.golden
def test_the_committed_report_is_what_the_tool_says_today(report: Path) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        shutil.rmtree(REPORT, ignore_errors=True)
        shutil.copytree(report, REPORT)
    assert different(report, REPORT) == []


@pytest.mark.slow
def test_the_same_bytes_whatever_runs_it_and_wherever(report: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    tongue = {"PYTHONHASHSEED": "77", "TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONUTF8": "0"}
    analyze(tmp_path / "again", elsewhere, "--engine", "inline", "--cache", str(tmp_path / "cache"), **tongue)
    assert different(report, tmp_path / "again") == []


@pytest.mark.slow
def test_its_own_tests_pass() -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=SAMPLE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]


@pytest.mark.slow
def test_every_generated_service_is_valid_typed_and_answers() -> None:
    command = [sys.executable, "benchmarks/services.py", "sample_monolith"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.rstrip().endswith(", 0 troubles"), done.stdout
