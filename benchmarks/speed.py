"""Speed and memory beside ``ast.parse`` and beside other tools, all in one run.

    python benchmarks/speed.py FOLDER [--runs 3] [--peers BIN_FOLDER] [--limit 300]
    python benchmarks/speed.py FOLDER --growth 100000,1000000,5000000 [--picture FILE]

Every row is a process of its own; CPU seconds (user and system, children included) and peak memory come from the
operating system's accounting. The runs of all rows are interleaved, so that a drift of the machine hits all of
them, and what is quoted is the median of each row's ratio to the ``ast.parse`` row of the same round.
``--growth`` takes as many of FOLDER's files as have that many lines, or copies of them side by side, and tells what
the stages of ``analyze`` take there, one process a row.
"""

import argparse
import json
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
GROWTH = """
import ast, json, resource, sys, time, warnings
from pathlib import Path
from analyzer.cli.answer import Question, answer
from analyzer.settings import RunSettings, Settings
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
spent, stage, since = {}, "ast.parse", time.process_time()
def begin(name, remark=""):
    global stage, since
    if not remark:
        spent[stage] = spent.get(stage, 0) + time.process_time() - since
        stage, since = name, time.process_time()
paths = sorted(folder.rglob("*.py"))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    for path in paths:
        try:
            ast.parse(path.read_bytes())
        except (SyntaxError, ValueError, OSError):
            pass
begin("start")
answer(Question(folder, Settings(run=RunSettings(engine="inline", use_cache=False)), None, None, out), begin)
begin("end")
edges = sum(1 for _ in next(out.rglob("links.csv")).open("rb")) - 1
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"files": len(paths), "edges": edges, "peak": peak, "spent": spent}))
"""


GROUPS = {  # the columns of the curve; stages as ``analyze`` itself tells of them
    "ast.parse": ["ast.parse"],
    "start": ["start", "discover"],
    "read": ["read"],
    "resolve": ["resolve"],
    "connect": ["connect"],
    "weigh to plan": ["weigh", "cluster", "judge", "sever", "plan"],
    "report, services": ["write"],
}


class Cost(NamedTuple):
    """One run: CPU and wall seconds, peak memory of the largest process in MB, exit status (None: gave up)."""

    cpu: float
    wall: float
    peak: float
    status: int | None


class Point(NamedTuple):
    """A size on the curve: lines, peak memory in MB, CPU seconds by group of stages."""

    lines: int
    peak: float
    spent: dict[str, float]


class Row(NamedTuple):
    """A named command; ``touch`` is a file to edit before each run, ``limit`` its own bound in seconds."""

    name: str
    command: list[str]
    touch: Path | None = None
    limit: float | None = None


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


def peer_rows(folder: Path, bin_folder: Path, limit: float) -> list[Row]:
    """Other tools over the same folder, where they are installed; grimp and pydeps read its packages."""
    python = str(bin_folder / "python")
    packages = [folder]
    if not (folder / "__init__.py").exists():
        packages = sorted(path.parent for path in folder.glob("*/__init__.py")) or packages
    grimp = "import sys, grimp; sys.path.insert(0, sys.argv[1]); grimp.build_graph(*sys.argv[2:], cache_dir=None)"
    files = [str(path) for path in sorted(folder.rglob("*.py"))]
    commands = {"grimp (imports)": [python, "-c", grimp, str(packages[0].parent), *(path.name for path in packages)]}
    ruff = shutil.which("ruff", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if ruff:
        commands["ruff analyze graph (imports)"] = [ruff, "analyze", "graph", "--preview", "--isolated", str(folder)]
    pydeps = [str(bin_folder / "pydeps"), "--no-output", "--show-deps", str(packages[0])]
    commands[f"pydeps (imports of {packages[0].name})"] = pydeps
    if sum(map(len, files)) + 9 * len(files) < 1_900_000:  # a command line may have two million bytes
        commands["PyCG (calls)"] = [str(bin_folder / "pycg"), "--package", str(folder), *files]
        commands["pyan3 (calls)"] = [str(bin_folder / "pyan3"), "--dot", *files]
    return [Row(name, command, limit=limit) for name, command in commands.items()]


def measure(rows: list[Row], runs: int, limit: float) -> dict[str, list[Cost]]:
    """All rows in turn, ``runs`` times over."""
    costs: dict[str, list[Cost]] = {row.name: [] for row in rows}
    for _ in range(runs):
        for row in rows:
            if row.touch is not None:
                row.touch.write_bytes(row.touch.read_bytes() + b"\n# edited\n")
            costs[row.name].append(run(row.command, row.limit or limit))
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


def grow(folder: Path, size: int, target: Path) -> int:
    """Lay Python files of ``folder`` below ``target`` until there are ``size`` lines; how many there are then.

    The smaller folders come first, since a codebase's core is smaller than what hangs on it; copies follow.
    """
    tops = {top: count_lines(top) if top.is_dir() else 0 for top in folder.iterdir()}
    paths = sorted(folder.rglob("*.py"), key=lambda path: (tops[folder / path.relative_to(folder).parts[0]], path))
    lines = 0
    for position in range(size):
        for path in paths:
            if lines >= size:
                return lines
            copied = target / f"part_{position}" / folder.name / path.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copied)
            lines += path.read_bytes().count(b"\n")
    return lines


def growth(folder: Path, sizes: list[int], picture: Path | None) -> None:
    """A row a size: where the CPU of the whole ``analyze`` goes in one process, its peak memory, and the picture."""
    points: list[Point] = []
    print("| lines | files | " + " | ".join(f"{name} s" for name in GROUPS) + " | whole s | times | edges | peak MB |")
    print("|---" * (len(GROUPS) + 6) + "|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as scratch:
            lines = grow(folder, size, Path(scratch) / "tree")
            command = [sys.executable, "-P", "-c", GROWTH, f"{scratch}/tree", f"{scratch}/report"]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, cwd="/")
        if done.returncode:
            print(f"| {lines:,} | gave up with status {done.returncode} |", flush=True)
            continue
        told = json.loads(done.stdout)
        print(done.stdout, file=sys.stderr)
        spent = {name: sum(told["spent"].get(stage, 0) for stage in stages) for name, stages in GROUPS.items()}
        whole = sum(told["spent"].values()) - spent["ast.parse"]
        cells = [f"{lines:,}", f"{told['files']:,}", *(f"{seconds:.1f}" for seconds in spent.values())]
        cells += [f"{whole:.1f}", f"{whole / spent['ast.parse']:.1f}", f"{told['edges']:,}", f"{told['peak']:,.0f}"]
        print("| " + " | ".join(cells) + " |", flush=True)
        points.append(Point(lines, told["peak"], {**spent, "whole analyze": whole}))
        if picture:
            draw(points, picture)


def draw(points: list[Point], picture: Path) -> None:
    """CPU seconds and peak memory over lines, all axes from zero, so that what grows linearly is a straight line."""
    import matplotlib.pyplot as plt  # noqa: PLC0415 - only this mode draws

    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.2), layout="constrained")
    lines = [point.lines / 1_000_000 for point in points]
    for name in sorted(points[-1].spent, key=lambda name: -points[-1].spent[name]):
        left.plot(lines, [point.spent[name] for point in points], marker="o", label=name)
    left.set(ylabel="CPU seconds, one process", title="Time")
    left.legend(fontsize="small")
    right.plot(lines, [point.peak for point in points], marker="o", color="black")
    right.set(ylabel="MB", title="Peak memory")
    for axes in (left, right):
        axes.set(xlabel="million lines", xlim=(0, None), ylim=(0, None))
        axes.grid(visible=True, alpha=0.25)
    figure.savefig(picture, dpi=110, metadata={"Software": None})
    plt.close(figure)


def main() -> None:
    """Print the table of one folder, or with ``--growth`` a row a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=300, help="seconds a command may take")
    parser.add_argument("--peers", type=Path, help="bin folder of an environment with grimp, pydeps, PyCG and pyan3")
    parser.add_argument("--peer-limit", type=float, default=120, help="seconds another tool may take")
    parser.add_argument("--growth", default="", help="numbers of lines, separated by commas")
    parser.add_argument("--picture", type=Path, help="file for the picture of the growth")
    given = parser.parse_args()
    folder = given.folder.resolve()
    if given.growth:
        growth(folder, [int(part) for part in given.growth.split(",")], given.picture)
        return
    with tempfile.TemporaryDirectory() as scratch_name:
        scratch = Path(scratch_name)
        target = shutil.copytree(folder, scratch / "tree" / folder.name, symlinks=True)
        rows = own_rows(target, scratch)
        if given.peers:
            rows[2:2] = peer_rows(target, given.peers, given.peer_limit)  # before an edit changes the tree
        print(f"\n{count_lines(target):,} lines in {target.name}\n")
        print(table(measure(rows, given.runs, given.limit)), flush=True)


if __name__ == "__main__":
    main()
