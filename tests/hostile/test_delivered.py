"""What is handed to users: a wheel that everybody can build again, and a list of all that is in it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def wheel(folder: Path, day: int) -> bytes:
    """The wheel, built from a copy whose files were all written on another day."""
    shutil.copytree(ROOT / "analyzer", folder / "analyzer", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    for path in folder.rglob("*"):
        os.utime(path, (day * 86_400, day * 86_400))
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "TZ": f"UTC{day % 10}"}
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist")]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    (built,) = (folder / "dist").iterdir()
    return built.read_bytes()


@pytest.mark.slow
def test_a_wheel_built_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    assert wheel(tmp_path / "a place", 15_000) == wheel(tmp_path / "other", 19_999)


def test_the_bill_of_materials_lists_every_pin_with_its_hashes(tmp_path: Path) -> None:
    pins = ROOT / "requirements/runtime.txt"
    bill = tmp_path / "new/sbom.json"
    subprocess.run([sys.executable, ROOT / ".ci/bill-of-materials", pins, bill], check=True)
    written = json.loads(bill.read_text("utf-8"))
    named = re.findall(r"(?m)^([\w.-]+)==", pins.read_text("utf-8"))
    assert len(named) > 20
    assert [component["name"] for component in written["components"]] == named
    assert all(component["hashes"] for component in written["components"])
    hashes = sum(len(component["hashes"]) for component in written["components"])
    assert hashes == pins.read_text("utf-8").count("--hash=sha256:")


HIT = {"id": "PYSEC-1", "fix_versions": ["2"], "aliases": []}
CLEAN, BAD = {"name": "a", "version": "1", "vulns": []}, {"name": "b", "version": "1", "vulns": [HIT]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answers", "status", "said"),
    [
        ([[CLEAN]], 0, "1 packages were looked up; none has a known vulnerability."),
        ([[CLEAN, BAD, UNKNOWN]], 1, "b 1: PYSEC-1, mended in 2"),
        ([[CLEAN, UNKNOWN]], 3, "1 of 2 packages could not be looked up"),
        ([[CLEAN, UNKNOWN], [CLEAN, {**CLEAN, "name": "c"}]], 0, "2 packages were looked up"),
        ([[UNKNOWN], []], 3, "1 of 1 packages could not be looked up"),
        ([[], []], 3, "No package could be looked up"),
    ],
)
def test_the_audit_tells_found_from_not_looked_up(
    tmp_path: Path, answers: list[object], status: int, said: str
) -> None:
    asked = tmp_path / "pip-audit"
    asked.write_text(f"#!{sys.executable}\n{ANSWERING.format(answers=answers, place=str(tmp_path / 'count'))}")
    asked.chmod(0o755)
    done = subprocess.run([sys.executable, ROOT / ".ci/audit", asked, "x"], capture_output=True, text=True, check=False)
    assert (done.returncode, said in done.stdout) == (status, True), done


# Stands for a service that can only be reached over the network: gives one answer after the other, as pip-audit does.
ANSWERING = """
import json, pathlib
place, answers = pathlib.Path({place!r}), {answers!r}
turn = int(place.read_text()) if place.exists() else 0
place.write_text(str(turn + 1))
print(json.dumps(dict(dependencies=answers[turn])) if turn < len(answers) and answers[turn] else "no connection")
"""
