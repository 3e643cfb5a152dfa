import json
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = ["billing", "orders", "stock"]


@pytest.mark.parametrize("name", NAMES)
def test_generated_code_keeps_its_own_lint_rules(services: Path, name: str) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "."]
    result = subprocess.run(command, cwd=services / name, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "All checks passed!\n")


@pytest.mark.slow
def test_generated_code_is_strictly_typed(services: Path, tmp_path: Path) -> None:
    folders = [services / name / part for name in NAMES for part in ("src", "client/src")]
    packages = [f"{name}_{part}" for name in NAMES for part in ("service", "client")]
    settings = tmp_path / "mypy.ini"
    settings.write_text("[mypy]\nstrict = True\nmypy_path = " + ":".join(map(str, folders)) + "\n")
    command = [sys.executable, "-m", "mypy", "--config-file", str(settings), "--cache-dir", str(tmp_path / "cache")]
    command += [word for package in packages for word in ("-p", package)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (0, "Success: no issues found in 86 source files\n")


@pytest.mark.slow
def test_the_tests_that_ship_with_a_service_pass(services: Path) -> None:
    folder = services / "stock"
    environment = {"PYTHONPATH": f"{folder / 'src'}:{folder / 'client/src'}", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", "-q"]
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout[-1_500:]) == (0, result.stdout[-1_500:])
    assert json.loads((folder / "tests/consumers.json").read_text())[0]["consumers"] == ["orders"]
