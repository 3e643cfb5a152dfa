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
