"""Speed and memory beside ``ast.parse`` and beside other tools, all in one run.

    python benchmarks/speed.py FOLDER [--runs 3] [--peers BIN_FOLDER] [--limit 300]
    python benchmarks/speed.py FOLDER --curve 1,2,5 [--runs 1]
    python benchmarks/speed.py FOLDER --stages 1,2,5

Every row is a process of its own; CPU seconds (user and system, children included) and peak memory come from the
operating system's accounting. The runs of all rows are interleaved, so that a drift of the machine hits all of
them, and what is quoted is the median of each row's ratio to the ``ast.parse`` row of the same round.
``--curve`` lays that many copies of FOLDER side by side, as packages of different names. ``--stages`` does the same
and tells what ``read``, ``resolve`` and ``connect`` take there, one process a row.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

PARSE = """
import ast, pathlib, sys, warnings
warnings.simplefilter("ignore")
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.py")):
    try:
        ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, OSError):
        pass
"""
READ = """
import sys
from pathlib import Path
from analyzer.discover import discover, load
from analyzer.read import read
from analyzer.settings import Settings
found = discover(Path(sys.argv[1]), Settings())
for source in found.sources:
    read(source, load(found.root, source))
"""
STAGES = """
import resource, sys, time
from pathlib import Path
from analyzer.connect import connect
from analyzer.discover import discover, load
from analyzer.read import read
from analyzer.resolve import resolve
from analyzer.settings import Settings
def spent(since=[0.0]):
    before, since[0] = since[0], time.process_time()
    return f"{since[0] - before:.1f}"
found = discover(Path(sys.argv[1]), Settings())
spent()
facts = [read(source, load(found.root, source)) for source in found.sources]
cells = [f"{sum(one.lines for one in facts):,}", f"{len(facts):,}", spent()]
links = resolve(facts)
cells.append(spent())
graph = connect(facts, links)
cells += [spent(), f"{len(graph.links):,}", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f}"]
print("| " + " | ".join(cells) + " |", flush=True)
"""


class Cost(NamedTuple):
    """One run: CPU and wall seconds, peak memory of the largest process in MB, exit status (None: gave up)."""

    cpu: float
    wall: float
    peak: float
    status: int | None


class Row(NamedTuple):
    """A named command; ``before`` prepares a run (outside the measurement)."""

    name: str
    command: list[str]
    touch: Path | None = None


def run(command: list[str], limit: float) -> Cost:
    """Run ``command`` to its end or for ``limit`` seconds of wall time; its output is thrown away."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, cwd="/"
    ) as child:
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.perf_counter() - started > limit:
                os.killpg(child.pid, 9)
                pid, status, usage = os.wait4(child.pid, 0)
                child.returncode = -9
                return Cost(usage.ru_utime + usage.ru_stime, limit, usage.ru_maxrss / 1024, None)
            time.sleep(0.02)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, child.returncode)


def own_rows(folder: Path, scratch: Path) -> list[Row]:
    """``ast.parse`` alone, ``read`` alone, and the whole ``analyze`` cold, warm and after one edit."""
    analyze = [sys.executable, "-P", "-m", "analyzer", "analyze", str(folder), "--quiet", "--allow-incomplete"]
    analyze += ["--out", str(scratch / "report")]
    cached = [*analyze, "--cache", str(scratch / "cache")]
    edited = next(path for path in sorted(folder.rglob("*.py")) if path.stat().st_size > 1000)
    return [
        Row("ast.parse", [sys.executable, "-c", PARSE, str(folder)]),
        Row("read, one process", [sys.executable, "-P", "-c", READ, str(folder)]),
        Row("analyze, no cache", [*analyze, "--no-cache"]),
        Row("analyze, filling the cache", cached),
        Row("analyze, nothing changed", cached),
        Row("analyze, one file changed", cached, touch=edited),
    ]


def peer_rows(folder: Path, bin_folder: Path) -> list[Row]:
    """Other tools over the same folder, where they are installed."""
    python = str(bin_folder / "python")
    package = folder.name
    grimp = "import sys, grimp; sys.path.insert(0, sys.argv[1]); grimp.build_graph(sys.argv[2], cache_dir=None)"
    files = [str(path) for path in sorted(folder.rglob("*.py"))]
    rows = [Row("grimp (imports)", [python, "-c", grimp, str(folder.parent), package])]
    ruff = shutil.which("ruff", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if ruff:
        rows.append(Row("ruff analyze graph (imports)", [ruff, "analyze", "graph", "--preview", str(folder)]))
    rows.append(Row("pydeps (imports)", [str(bin_folder / "pydeps"), "--no-output", "--show-deps", str(folder)]))
    if sum(map(len, files)) + 9 * len(files) < 1_900_000:  # a command line may have two million bytes
        rows.append(Row("PyCG (calls)", [str(bin_folder / "pycg"), "--package", str(folder), *files]))
        rows.append(Row("pyan3 (calls)", [str(bin_folder / "pyan3"), "--dot", *files]))
    return rows


def measure(rows: list[Row], runs: int, limit: float) -> dict[str, list[Cost]]:
    """All rows in turn, ``runs`` times over."""
    costs: dict[str, list[Cost]] = {row.name: [] for row in rows}
    for _ in range(runs):
        for row in rows:
            if row.touch is not None:
                row.touch.write_bytes(row.touch.read_bytes() + b"\n# edited\n")
            costs[row.name].append(run(row.command, limit))
            print(row.name, costs[row.name][-1], file=sys.stderr)
    return costs


def table(costs: dict[str, list[Cost]]) -> str:
    """A Markdown table: medians, and the median ratio of CPU to ``ast.parse``."""
    lines = ["| what | CPU s | wall s | peak MB | CPU, times ast.parse | exit |", "|---|---|---|---|---|---|"]
    base = costs["ast.parse"]
    for name, runs in costs.items():
        ratio = statistics.median(cost.cpu / parse.cpu for cost, parse in zip(runs, base, strict=True))
        cpu, wall, peak = (statistics.median(getattr(cost, figure) for cost in runs) for figure in Cost._fields[:3])
        status = "gave up" if runs[-1].status is None else str(runs[-1].status)
        lines.append(f"| {name} | {cpu:.2f} | {wall:.2f} | {peak:.0f} | {ratio:.2f} | {status} |")
    return "\n".join(lines)


def count_lines(folder: Path) -> int:
    """Lines of all Python files below ``folder``."""
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*.py"))


def copies(folder: Path, number: int, target: Path) -> Path:
    """``number`` copies of ``folder`` side by side below ``target``."""
    for position in range(number):
        shutil.copytree(folder, target / f"part_{position}" / folder.name, symlinks=True)
    return target


def stages(folder: Path) -> str:
    """A Markdown row: lines, files, seconds of CPU for read, resolve and connect, links, peak memory in MB."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", STAGES, str(folder)], stdout=subprocess.PIPE, text=True, check=False, cwd="/"
    )
    return done.stdout.strip() or f"| gave up with status {done.returncode} |"


def main() -> None:
    """Print the table, or one table a size with ``--curve``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=300, help="seconds a command may take")
    parser.add_argument("--peers", type=Path, help="bin folder of an environment with grimp, pydeps, PyCG and pyan3")
    parser.add_argument("--curve", default="", help="numbers of copies, separated by commas")
    parser.add_argument("--stages", default="", help="numbers of copies, separated by commas")
    given = parser.parse_args()
    folder = given.folder.resolve()
    if given.stages:
        print("| lines | files | read s | resolve s | connect s | links | peak MB |\n|---|---|---|---|---|---|---|")
    for number in [int(part) for part in given.stages.split(",") if part]:
        with tempfile.TemporaryDirectory() as scratch_name:
            print(stages(copies(folder, number, Path(scratch_name) / "tree")), flush=True)
    if given.stages:
        return
    for number in [int(part) for part in given.curve.split(",") if part] or [0]:
        with tempfile.TemporaryDirectory() as scratch_name:
            scratch = Path(scratch_name)
            target = copies(folder, max(number, 1), scratch / "tree" / folder.name)
            rows = own_rows(target if number else target / "part_0" / folder.name, scratch)
            if given.peers:
                rows += peer_rows(target / "part_0" / folder.name, given.peers)
            print(f"\n{count_lines(target):,} lines in {target.name}\n")
            print(table(measure(rows, given.runs, given.limit)), flush=True)


if __name__ == "__main__":
    main()
