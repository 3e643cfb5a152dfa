"""Analyses two hundred source distributions end to end and checks what may be expected of any code.

No crash, no traceback, status 0 or 3; what was analysed and what was left out add up to what lies in the folder; every
file that Python's parser refuses is named with a reason. ``python benchmarks/corpus.py [--again] [NAME==VERSION ...]``
takes up where it was stopped; ``--summary`` only writes ``docs/evaluation/corpus.md``.
"""

import argparse
import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from corpus_summary import summary
from distributions import UnavailableError, fetch, unpack

HERE = Path(__file__).parent
LIST = HERE / "corpus.txt"
PAGE = HERE.parent / "docs/evaluation/corpus.md"
_NOT_COUNTED = {".git", ".hg", ".svn", "__pycache__"}  # the report does not count in these either
_NOTED = re.compile(r"^([\d,]+) Python files? ")
_OLD_FASHIONED = "\\x"  # how the report shows a byte of a name that is no text


class Row(NamedTuple):
    """One codebase: ``trouble`` is what must not be, "" when all is well."""

    name: str
    status: str
    files: int = 0  # analysed
    skipped: int = 0  # left out, with a note
    lost: int = 0  # analysed, but named as unreadable
    lines: int = 0
    seconds: float = 0.0  # of CPU
    clock: float = 0.0
    megabytes: int = 0  # the most that one process had
    trouble: str = ""


class Run(NamedTuple):
    """How one run ended."""

    status: int
    seconds: float
    clock: float
    megabytes: int
    said: str


def wanted(path: Path) -> list[str]:
    """The names of the list."""
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def place_of(name: str, home: Path) -> Path:
    """The folder with the code: a distribution is fetched and unpacked, Python's own library is already there."""
    if name.startswith("@"):
        if name != f"@python{sysconfig.get_python_version()}":
            raise UnavailableError(f"{name[1:]} is not the Python that runs this.")
        return Path(sysconfig.get_path("stdlib"))
    return unpack(fetch(name, home / "archives"), home / "code" / name)


def run(code: Path, out: Path, limit: float) -> Run:
    """``analyzer analyze`` in a process of its own, which is ended after ``limit`` seconds by the clock."""
    command = [sys.executable, "-P", "-m", "analyzer", "analyze", str(code), "--out", str(out), "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(HERE.parent)}
    out.parent.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with out.with_name(f"{out.name}.said").open("w+b") as said:
        process = subprocess.Popen(
            [*command, "--verbose"], stdout=said, stderr=said, env=environment, start_new_session=True
        )
        watch = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    seconds = usage.ru_utime + usage.ru_stime
    return Run(process.returncode, seconds, time.monotonic() - began, usage.ru_maxrss // 1024, text)


def discovered(code: Path) -> int:
    """Python files by name below the folder, counted without the analyzer; links are counted and not followed."""
    count = 0
    for here, folders, files in os.walk(code):
        count += sum(name.endswith(".py") for name in files)
        count += sum(name.endswith(".py") and Path(here, name).is_symlink() for name in folders)
        folders[:] = [name for name in folders if name not in _NOT_COUNTED]
    return count


def examine(name: str, home: Path, limit: float) -> Row:
    """One row of the table."""
    try:
        code = place_of(name, home)
    except UnavailableError as missing:
        return Row(name, "not to be had", trouble=str(missing))
    out = home / "reports" / name
    shutil.rmtree(out, ignore_errors=True)
    ended = run(code, out, limit)
    row = Row(name, str(ended.status), seconds=ended.seconds, clock=ended.clock, megabytes=ended.megabytes)
    if ended.status == 2 and "There is no Python file to analyse" in ended.said:
        return row._replace(status="no Python")
    if ended.status not in {0, 3}:
        last = (ended.said.strip().splitlines() or [""])[-1]
        return row._replace(trouble=f"ended with {ended.status} after {ended.clock:.0f} s: {last}")
    # In a process of its own: a program that is started counts, as its peak, what the one that starts it holds.
    with ProcessPoolExecutor(1, get_context("spawn")) as aside:
        return aside.submit(_checked, row, code, out / "study.json", ended.said).result()


def _checked(row: Row, code: Path, kept: Path, said: str) -> Row:
    study: dict[str, object] = json.loads(kept.read_text("utf-8"))
    problems: list[dict[str, str]] = study["problems"]  # type: ignore[assignment]
    paths = [source["path"] for source in study["sources"]]  # type: ignore[attr-defined]
    lost = {problem["file"] for problem in problems if problem["severity"] == "loss"}
    notes = [_NOTED.match(problem["what"]) for problem in problems if problem["stage"] == "discover"]
    special = sum("named like a Python file but" in problem["what"] for problem in problems)
    skipped = sum(int(note[1].replace(",", "")) for note in notes if note) + special
    row = row._replace(
        files=len(paths), skipped=skipped, lost=len(lost & set(paths)), lines=_lines(study["graph"]["elements"])  # type: ignore[index]
    )  # fmt: skip
    return row._replace(trouble="; ".join(_troubles(row, code, (paths, lost, problems), said)))


def _troubles(
    row: Row, code: Path, found: tuple[list[str], set[str], list[dict[str, str]]], said: str
) -> Iterator[str]:
    paths, lost, problems = found
    if "Traceback" in said or "bug of this tool" in said or "is a bug" in str(problems):
        yield "a traceback, or a bug that was told"
    if row.files + row.skipped != (there := discovered(code)):
        yield f"{there} files lie there, {row.files} were analysed and {row.skipped} left out"
    plain = [path for path in paths if _OLD_FASHIONED not in path]
    command = [sys.executable, "-P", str(HERE / "parses.py"), str(code)]
    asked = subprocess.run(command, input=json.dumps(plain), capture_output=True, text=True, check=False)
    if asked.returncode:
        yield f"the second opinion ended with {asked.returncode}"
    elif unnamed := sorted(set(json.loads(asked.stdout)) - lost):
        yield f"not parsed and not named: {', '.join(unnamed[:3])} ({len(unnamed)})"
    if any(not (problem["what"].strip() and problem["handled"].strip()) for problem in problems):
        yield "a problem without a reason"
    if bool(lost) != (row.status == "3"):
        yield f"status {row.status} with {len(lost)} lost"


def _lines(elements: dict[str, dict[str, dict[str, list[object]]]]) -> int:
    kinds, lines = elements["columns"]["kind"], elements["columns"]["lines"]["numbers"]
    is_module = [kinds["values"][code] == "module" for code in kinds["codes"]]  # type: ignore[call-overload]
    return sum(size for size, one in zip(lines, is_module, strict=True) if one)  # type: ignore[misc]


def known(path: Path) -> dict[str, Row]:
    """The rows of earlier runs."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as stream:
        return {
            row["name"]: Row(
                **{name: kind(row[name]) for name, kind in Row.__annotations__.items()}  # the annotations are the types
            )
            for row in csv.DictReader(stream)
        }


def keep(path: Path, rows: Iterable[Row]) -> None:
    """Write all rows, at once or not at all."""
    aside = path.with_suffix(".part")
    with aside.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(Row._fields)
        writer.writerows(rows)
    aside.replace(path)


def main() -> int:
    """Run what has not been run; 1 when anything was not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="some of the list (or others); all when none is given")
    parser.add_argument("--home", type=Path, default=HERE / ".applications", help="where archives and results are kept")
    parser.add_argument("--again", action="store_true", help="also what has been run before")
    parser.add_argument("--limit", type=float, default=1_800.0, help="seconds for one codebase")
    parser.add_argument("--jobs", type=int, choices=(1, 2), default=1, help="codebases at a time")
    parser.add_argument("--summary", action="store_true", help="only write the page from what has been run")
    chosen = parser.parse_args()
    results = chosen.home / "corpus.csv"
    chosen.home.mkdir(parents=True, exist_ok=True)
    rows = known(results)
    if not chosen.summary:
        names = [name for name in chosen.names or wanted(LIST) if chosen.again or name not in rows]
        with ThreadPoolExecutor(chosen.jobs) as pool:
            for row in pool.map(lambda name: examine(name, chosen.home, chosen.limit), names):
                rows = known(results) | {row.name: row}
                keep(results, [rows[name] for name in sorted(rows, key=str.lower)])
                print(f"{row.name}: {row.trouble or 'well'} ({row.files} files, {row.seconds:.0f} s)", flush=True)
    if not chosen.names:
        PAGE.write_text(summary([rows[name] for name in wanted(LIST) if name in rows], len(wanted(LIST))), "utf-8")
    return int(any(row.trouble and row.status != "not to be had" for row in rows.values()))


if __name__ == "__main__":
    sys.exit(main())
