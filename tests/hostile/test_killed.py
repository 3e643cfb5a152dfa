"""Runs that are killed, interrupted or fail at any write: the next one works, and the old report is whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analyzer.engines.work import name_of
from analyzer.model.artifact import Artifact
from analyzer.write import write

ROOT = Path(__file__).parents[2]
OLD = [Artifact("report.html", "old"), Artifact("a/b.txt", "old\n"), Artifact("mine.py", "old", "hand_owned")]
NEW = [Artifact("report.html", "new"), Artifact("a/c.txt", "new\n"), Artifact("mine.py", "new", "hand_owned")]
# Coverage's own files would be among the steps that fail.
UNMEASURED = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
KEPT = {"report.html": "new", "a/c.txt": "new\n", "mine.py": "old"}

# Writes the new report and fails at the n-th step that changes a file: with an error, or by dying on the spot.
SCRIPT = """
import errno, os, sys
sys.path[:] = {path!r}
from pathlib import Path
from analyzer.errors import RefusedOutput
from analyzer.write import write
from test_killed import NEW
CHANGES = {{"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.truncate"}}
left = {step}
def watch(event, arguments):
    global left
    if event not in CHANGES or (event == "open" and not (arguments[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
        return
    left -= 1
    if left == 0:
        if {how!r} == "die":
            os._exit(9)
        raise OSError(getattr(errno, {how!r}), os.strerror(getattr(errno, {how!r})), "somewhere")
sys.addaudithook(watch)
try:
    write(NEW, Path({out!r}))
except RefusedOutput as refused:
    print(refused)
    sys.exit(2)
sys.exit(0 if left > 0 else 3)
"""


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.mark.slow
@pytest.mark.parametrize("how", ["die", "ENOSPC", "EIO", "EACCES"])
def test_every_step_of_writing_may_fail(tmp_path: Path, how: str) -> None:
    path = [*sys.path, str(Path(__file__).parent)]
    old = {artifact.path: str(artifact.content) for artifact in OLD}
    for step in range(1, 60):
        out = tmp_path / str(step) / "out"
        write(OLD, out)
        script = SCRIPT.format(path=path, step=step, how=how, out=str(out))
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=UNMEASURED
        )
        assert tree(out) in (old, KEPT), (step, done)
        assert done.stderr == ""
        if done.returncode == 2:
            assert done.stdout.startswith("The report could not be written to ")
        write(NEW, out)
        assert tree(out) == KEPT
        assert [path.name for path in out.parent.iterdir()] == ["out"]
        if done.returncode == 0:  # fewer steps than that
            assert step > 5
            return
    pytest.fail("writing takes more steps than were tried")


@pytest.fixture
def codebase(tmp_path: Path) -> Path:
    root = tmp_path / "code"
    (root / "shop").mkdir(parents=True)
    (root / "shop/__init__.py").touch()
    for number in range(60):
        body = "".join(f"def f{n}(a):\n    return a + {n}\n\n" for n in range(40))
        (root / f"shop/m{number}.py").write_text(f"from shop import m{(number * 7) % 60}\n\n{body}")
    return root


def start(codebase: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-P", "-m", "analyzer", "analyze", "code", "--render", "json,csv", "--emit", "openapi"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(codebase.parent / "cache")}
    return subprocess.Popen(
        [*command, "--out", "out"], cwd=codebase.parent, env=environment, stderr=subprocess.PIPE, text=True,
        stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def finish(codebase: Path) -> dict[str, str]:
    with start(codebase) as process:
        _, said = process.communicate()
        assert (process.returncode, said) == (0, "")
    return tree(codebase.parent / "out")


@pytest.mark.slow
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=["term", "int"])
def test_an_interrupted_run_ends_with_its_status_and_leaves_nothing(
    codebase: Path, number: signal.Signals, status: int
) -> None:
    waits = []
    for delay in (0.6, 1.2, 2.0):
        with start(codebase) as process:
            time.sleep(delay)
            process.send_signal(number)
            struck = time.monotonic()
            _, said = process.communicate(timeout=60)
            waits.append(time.monotonic() - struck)
            # Before the interpreter has loaded our handlers the signal itself ends the process.
            assert process.returncode in {0, status, -number}
            assert "Traceback" not in said or process.returncode == -number
            assert is_empty(process.pid)
        assert [path.name for path in codebase.parent.iterdir() if path.name.startswith(".out")] == []
    assert min(waits) < 1  # a second is promised; a machine busy with other things may steal it once or twice


def is_empty(session: int) -> bool:
    """Whether nothing of the session lives; the system needs a moment to end children whose parent is gone."""
    for _ in range(100):
        if not subprocess.run(["pgrep", "-s", str(session)], check=False, capture_output=True).stdout:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
def test_runs_killed_at_random_leave_the_old_report_and_a_cache_that_works(
    codebase: Path, request: pytest.FixtureRequest
) -> None:
    whole = finish(codebase)
    chance = random.Random(request.config.getoption("--moments"))  # noqa: S311 - moments to strike, not secrets
    for _ in range(request.config.getoption("--kills")):
        with start(codebase) as process:
            time.sleep(chance.uniform(0.1, 3.0))
            os.killpg(process.pid, signal.SIGKILL)
        assert tree(codebase.parent / "out") == whole
    assert finish(codebase) == whole
    assert [path.name for path in codebase.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.slow
def test_two_runs_at_once_share_one_output_and_one_cache(codebase: Path) -> None:
    with start(codebase) as one, start(codebase) as two:
        assert [process.communicate()[1] for process in (one, two)] == ["", ""]
        assert [one.returncode, two.returncode] == [0, 0]
    assert tree(codebase.parent / "out") == finish(codebase)


def test_work_is_named_by_where_it_lives() -> None:
    assert name_of(write) == "analyzer.write:write"
