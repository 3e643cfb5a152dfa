"""Every service generated for a codebase: documents valid, code clean and typed, each one started and asked.

    python benchmarks/services.py CODEBASE [--all]

Prints one line a service and one for the whole; exits with 1 when anything is wrong. ``--all`` also runs on them what
the project's own tests run on the sample's services: every manifest by its validator, the generators of other people
on every document, and the tests that ship with each service.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from openapi_spec_validator import validate

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from studies.serving import put, running  # noqa: E402 - after the path is known

from analyzer.generate import generate  # noqa: E402 - as above
from analyzer.pipeline import analyze  # noqa: E402 - as above


def main(codebase: str, *options: str) -> int:
    """Generate, check and report; the number of services with trouble."""
    begun = time.monotonic()
    study = analyze(codebase)
    analysed = time.monotonic()
    artifacts = generate(study)
    print(f"{study.name}: analysed in {analysed - begun:.1f} s, generated in {time.monotonic() - analysed:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        services = put(Path(folder), artifacts)
        troubles = _lint(services) + _types(services)
        for contract in study.contracts:
            troubles += _service(services, contract.service)
        troubles += _checks(services) if "--all" in options else []
    operations = sum(len(contract.operations) for contract in study.contracts)
    print(f"{study.name}: {len(study.contracts)} services, {operations} operations, {len(troubles)} troubles")
    print("\n".join(troubles))
    return 1 if troubles else 0


_CHECKS = ("delivery", "generators", "shipped")


def _checks(services: Path) -> list[str]:
    """The project's tests of the sample's services, on these."""
    files = [str(ROOT / f"tests/generate/test_{name}.py") for name in _CHECKS]
    chosen = "sample or generator or openapi_python_client or ships_with"
    command = ["pytest", *files, "-k", chosen, "-q", "-p", "no:cacheprovider", "-n", "0", "--no-header", "-rs", "-vv"]
    environment = {**os.environ, "SERVICES_TO_CHECK": str(services)}
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    print(f"  {result.stdout.strip().splitlines()[-1]}", flush=True)
    return [f"checks: {result.stdout[-6000:]}"] if result.returncode else []


def _service(services: Path, name: str) -> list[str]:
    folder = services / name
    document = json.loads((folder / f"src/{name}_service/openapi.json").read_text())
    begun = time.monotonic()
    try:
        validate(document)
        with running(services, name) as address:
            started = time.monotonic() - begun
            served = httpx.get(f"{address}/openapi.json").json()
            assert served == document, "the document served is not the contract"
    except Exception as error:  # noqa: BLE001 - any trouble is the finding
        return [f"{name}: {type(error).__name__}: {error}"[:800]]
    print(f"  {name}: {len(document['paths'])} paths, started in {started:.1f} s", flush=True)
    return []


def _lint(services: Path) -> list[str]:
    folders = [path.parent for path in sorted(services.glob("*/pyproject.toml"))]
    return [
        trouble for folder in folders for trouble in _run(folder.name, ["ruff", "check", "--no-cache", "."], folder)
    ]


def _types(services: Path) -> list[str]:
    sources = sorted([*services.glob("*/src"), *services.glob("*/client/src")])
    packages = [package.name for source in sources for package in source.iterdir()]
    servers = [package for package in packages if package.endswith("_service")]
    settings = services / "mypy.ini"
    lines = ["[mypy]", "strict = True", "mypy_path = " + ":".join(map(str, sources))]
    lines += ["untyped_calls_exclude = " + ", ".join(f"{package}.moved" for package in servers)]
    lines += [line for package in servers for line in (f"[mypy-{package}.moved.*]", "ignore_errors = True")]
    settings.write_text("\n".join(lines) + "\n")
    command = ["mypy", "--config-file", str(settings), "--cache-dir", str(services / ".cache")]
    return _run("types", [*command, *(word for package in packages for word in ("-p", package))], services)


def _run(name: str, command: list[str], folder: Path) -> list[str]:
    path = os.pathsep.join([str(folder / "src"), str(folder / "client/src")])
    environment = {**os.environ, "PYTHONPATH": path}
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return [f"{name}: {' '.join(command[:2])}: {result.stdout[-1500:]}"] if result.returncode else []


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
