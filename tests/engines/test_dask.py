"""A real Dask scheduler with two workers on this machine, one of them killed in mid-run."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from readers.deadly import load, read

from analyzer.engines import examine
from analyzer.model.facts import FileFacts
from analyzer.model.source import Source
from analyzer.settings import RunSettings, Settings

pytest.importorskip("distributed", reason="the engine dask is an optional extra")


@contextmanager
def program(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    command = [sys.executable, "-P", "-m", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.slow
def test_a_cluster_gives_the_same_facts_also_when_it_loses_a_worker(tmp_path: Path) -> None:
    sources = [Source(f"m{number:04}.py", f"m{number:04}") for number in range(2_000)]
    for number, source in enumerate(sources):
        (tmp_path / source.path).write_text("crash" if number == 700 else "x" * number)
    expected = facts(tmp_path, sources, RunSettings(use_cache=False, workers=1))
    with program("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard") as scheduler:
        address = next(found[0] for line in scheduler.stderr if (found := re.search(r"tcp://127\.0\.0\.1:\d+", line)))
        options = (address, "--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path))
        with program("distributed.cli.dask_worker", *options) as one, program("distributed.cli.dask_worker", *options):
            run = RunSettings(use_cache=False, engine="dask", scheduler=address)
            results = examine(tmp_path, sources, (load, read), Settings(run=run))
            found = [next(results)]
            one.send_signal(signal.SIGKILL)
            found += results
    assert found == expected
    assert [one.source.path for one in found if one.problems] == ["m0700.py"]


def facts(root: Path, sources: list[Source], run: RunSettings) -> list[FileFacts]:
    return list(examine(root, sources, (load, read), Settings(run=run)))
