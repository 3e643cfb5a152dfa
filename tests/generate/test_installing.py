"""Services and clients as packages: built, installed where nothing else is, started from there."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import httpx
import pytest
from studies.serving import started

UV = str(Path(sys.executable).parent / "uv")
SERVICES = ["orders", "inventory"]


def run(*command: str, cwd: Path) -> str:
    result = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheels(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wheels of two services and of the clients of all those that they call."""
    folder = tmp_path_factory.mktemp("wheels")
    projects = {sample / name for name in SERVICES}
    for name in SERVICES:
        said = tomllib.loads((sample / name / "pyproject.toml").read_text())
        paths = [source["path"] for source in said["tool"]["uv"]["sources"].values()]
        projects |= {(sample / name / path).resolve() for path in paths}
    for project in sorted(projects):
        run(UV, "build", "--wheel", "--no-build-isolation", "--python", sys.executable, "--out-dir", str(folder), ".",
            cwd=project)  # fmt: skip
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", SERVICES)
def test_a_service_installs_and_runs_by_its_command(sample: Path, wheels: Path, tmp_path: Path, name: str) -> None:
    """Into an empty environment, with its peers' clients; everything it needs comes from what it declares."""
    (wheel,) = wheels.glob(f"{name}_service-*.whl")
    clients = [str(path) for path in sorted(wheels.glob("*_client-*.whl"))]
    run(UV, "venv", "--quiet", "--python", sys.executable, "made", cwd=tmp_path)
    run(UV, "pip", "install", "--quiet", "--python", "made/bin/python", f"{wheel}[peers]", *clients, cwd=tmp_path)
    run(UV, "pip", "check", "--quiet", "--python", "made/bin/python", cwd=tmp_path)
    document = json.loads((sample / name / f"src/{name}_service/openapi.json").read_text())
    with started([str(tmp_path / f"made/bin/{name}-service")], tmp_path) as address:
        assert httpx.get(f"{address}/health/live").json() == {"status": "alive"}
        assert httpx.get(f"{address}/health/ready").json() == {"status": "ready"}
        assert httpx.get(f"{address}/openapi.json").json() == document
    script = f"import {name}_client, {name}_service.peers; print({name}_service.__file__)"
    place = run(str(tmp_path / "made/bin/python"), "-I", "-c", script, cwd=tmp_path)
    assert place.startswith(str(tmp_path / "made"))
