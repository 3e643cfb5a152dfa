"""Sources in, facts out, in order, wherever the work runs and whatever happens to the processes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from readers.deadly import load, read

from analyzer.engines import choose_engine, examine
from analyzer.engines.work import Work, name_of
from analyzer.errors import InvalidSettings
from analyzer.model.facts import FileFacts
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.settings import RunSettings, Settings


def facts(root: Path, contents: dict[str, str], **knobs: object) -> list[FileFacts]:
    for path, text in contents.items():
        (root / path).write_text(text)
    sources = [Source(path, path.removesuffix(".py")) for path in contents]
    run = RunSettings(**{"use_cache": False, "seconds_a_file": 0.5, "megabytes_a_worker": 500, **knobs})
    return list(examine(root, sources, (load, read), Settings(run=run)))


def loss(path: str, what: str) -> FileFacts:
    problem = Problem(path, 0, "read", what, "The file was left out of the analysis.", "loss")
    return FileFacts(Source(path, path.removesuffix(".py")), problems=(problem,))


def test_results_come_in_the_order_of_the_sources(tmp_path: Path) -> None:
    contents = {f"m{number:03}.py": "x" * number for number in range(300)}
    found = facts(tmp_path, contents, workers=3)
    assert [(one.source.path, one.lines) for one in found] == [(path, len(text)) for path, text in contents.items()]
    assert facts(tmp_path, contents, engine="inline") == found


@pytest.mark.skipif(sys.platform != "linux", reason="limits of processes differ between systems")
def test_a_file_that_kills_its_reader_costs_only_itself(tmp_path: Path) -> None:
    once = tmp_path / "once"
    contents = {
        "a.py": "fine",
        "b.py": "hang",
        "c.py": "crash",
        "d.py": "swallow",
        "e.py": "fail",
        "f.py": "dive",
        "g.py": f"die_once {once}",
        "h.py": "die",
        "i.py": "fine",
    }
    assert facts(tmp_path, contents) == [
        FileFacts(Source("a.py", "a"), lines=4),
        loss("b.py", "Reading it took more than 0.5 seconds."),
        loss("c.py", "The parser crashed on it (SIGSEGV)."),
        loss("d.py", "Reading it needed more memory than a worker may have."),
        loss("e.py", "The reader failed on it, which is a bug of this tool: KeyError in readers.deadly, line 28."),
        loss("f.py", "It is nested deeper than the reader can follow."),
        FileFacts(Source("g.py", "g"), lines=len(contents["g.py"])),
        loss("h.py", "The process that read it died twice (status -9)."),
        FileFacts(Source("i.py", "i"), lines=4),
    ]


def test_workers_end_when_the_reading_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("fine")
    (tmp_path / "b.py").write_text("hang")
    work = Work(name_of(load), name_of(read), os.fsencode(tmp_path), 1_000, 60.0, 500)
    sources = [Source("a.py", "a")] * 20 + [Source("b.py", "b")]
    results = choose_engine(RunSettings(use_cache=False), print).run(work, sources)
    next(results)
    results.close()
    assert children(os.getpid()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    (tmp_path / "b.py").write_text("hang")
    script = f"""
import sys; sys.path[:] = {sys.path!r}
from pathlib import Path
from readers.deadly import load, read
from analyzer.engines import examine
from analyzer.model.source import Source
from analyzer.settings import RunSettings, Settings
run = RunSettings(use_cache=False, seconds_a_file=60.0)
list(examine(Path({str(tmp_path)!r}), [Source("b.py", "b")], (load, read), Settings(run=run)))
"""
    parent = subprocess.Popen([sys.executable, "-c", script])
    workers = wait_for(lambda: children(parent.pid))
    parent.kill()
    parent.wait()
    assert wait_for(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))


def children(parent: int) -> list[int]:
    command = ["pgrep", "-P", str(parent), "-f", "analyzer.engines.worker"]
    return [int(pid) for pid in subprocess.run(command, capture_output=True, check=False).stdout.split()]


def wait_for(condition: object) -> object:
    for _ in range(1_000):
        value = condition()
        if value:
            return value
        time.sleep(0.01)
    return condition()


@pytest.mark.parametrize(
    ("knobs", "message"),
    [
        ({"engine": "magic"}, "There is no engine called magic: choose from inline, processes, dask."),
        (
            {"engine": "dask"},
            "The engine dask needs the address of a cluster: --scheduler tcp://host:8786.",
        ),
    ],
)
def test_an_engine_that_cannot_be_had_is_a_mistake_to_mend(knobs: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        choose_engine(RunSettings(use_cache=False, **knobs), print)
    assert str(caught.value) == message
