"""The main job on well-known applications: seconds, memory, files read, references resolved, services proposed.

Fetches source distributions by name, unpacks them (nothing in them is run), analyses each in a process of its own and
prints a Markdown table:
``python benchmarks/run.py [--home FOLDER] [NAME ...]``.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from distributions import fetch, unpack

# Django, Flask, FastAPI and plain; from ten thousand to half a million lines. Versions pinned, so that runs compare.
APPLICATIONS = {
    "flaskbb": "FlaskBB==2.2.0",
    "django-oscar": "django-oscar==4.2.1",
    "celery": "celery==5.7.0",
    "pretalx": "pretalx==2026.2.1",
    "ckan": "ckan==2.12.0",
    "pretix": "pretix==2026.8.0",
    "netbox": "netbox==4.7.3",
    "apache-airflow": "apache-airflow==2.10.5",
}
COLUMNS = (
    "application",
    "files",
    "lines",
    "seconds",
    "CPU seconds",
    "peak MB",
    "lost",
    "resolved",
    "services",
    "breaks",
    "status",
)


def place_of(name: str, home: Path) -> Path:
    """The unpacked source distribution."""
    return unpack(fetch(APPLICATIONS[name], home / "archives"), home / name)


def measure(name: str, code: Path, out: Path) -> tuple[str, ...]:
    """One row of the table."""
    command = [sys.executable, "-P", "-m", "analyzer", "analyze", str(code), "--out", str(out), "--no-cache", "--quiet"]
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    elapsed = time.monotonic() - began
    if process.returncode not in {0, 3}:
        return (name, *["-"] * (len(COLUMNS) - 2), str(process.returncode))
    study = json.loads((out / "study.json").read_text())
    kinds = study["graph"]["elements"]["columns"]["kind"]
    lines = study["graph"]["elements"]["columns"]["lines"]["numbers"]
    is_module = [kinds["values"][code] == "module" for code in kinds["codes"]]
    share = study["verdict"]["resolved_share"]
    return (
        name,
        f"{len(study['sources']):,}",
        f"{sum(size for size, one in zip(lines, is_module, strict=True) if one):,}",
        f"{elapsed:.1f}",
        f"{usage.ru_utime + usage.ru_stime:.1f}",
        f"{usage.ru_maxrss / 1024:.0f}",
        str(sum(problem["severity"] == "loss" for problem in study["problems"])),
        f"{share:.1%}" if share is not None else "no answer",
        str(sum(service["kind"] == "service" for service in study["cut"]["services"])),
        f"{len(study['breaks']):,}",
        str(process.returncode),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=f"some of {', '.join(APPLICATIONS)}")
    parser.add_argument("--home", type=Path, default=Path("benchmarks/.applications"), help="where sources are kept")
    chosen = parser.parse_args()
    print("| " + " | ".join(COLUMNS) + " |\n|" + " --- |" * len(COLUMNS))
    for name in chosen.names or APPLICATIONS:
        row = measure(name, place_of(name, chosen.home), chosen.home / "reports" / name)
        print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
