"""What the door, the cache, the workers and the writer do when the system says no."""

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from codebases.depths import too_deep_folders

from analyzer.discover import discover, load
from analyzer.discover.door import read_regular
from analyzer.discover.left_out import count_python
from analyzer.engines import examine, seal, store
from analyzer.engines.answers import all_read, recalled, remember
from analyzer.engines.dask_cluster import DaskEngine, _run_chunk
from analyzer.engines.remote import start
from analyzer.engines.shelf import ANSWERS, FACTS
from analyzer.engines.store import open_store
from analyzer.engines.work import Lost, Work, name_of
from analyzer.engines.worker import _attempt
from analyzer.errors import MissingExtra, RefusedOutput
from analyzer.model.artifact import Artifact
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.settings import RunSettings, Settings
from analyzer.write import exchange, write

SOURCE = Source("a.py", "a")


def silent(_text: str) -> None:
    """Nobody listens."""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file whose reading fails")
def test_a_file_that_opens_but_cannot_be_read() -> None:
    assert read_regular(b"/proc/self/mem", 1_000) == "It could not be opened or read: Input/output error."


def test_counting_stops_where_a_path_is_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.py").touch()
    too_deep_folders(tmp_path)
    assert count_python(bytes(tmp_path), "") == 1


def test_an_output_folder_that_cannot_be_looked_through_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write([Artifact("a.txt", "old")], out)
    too_deep_folders(out)
    with pytest.raises(RefusedOutput):
        write([Artifact("a.txt", "new")], out)
    assert (out / "a.txt").read_text() == "old"


@contextmanager
def nobody_s(folder: Path) -> Iterator[Path]:
    """The folder in the hands of a user who may not open everything, as root may."""
    if os.getuid() != 0:
        yield folder
        return
    os.chown(folder, 65_534, 65_534)
    os.seteuid(65_534)
    try:
        yield folder
    finally:
        os.seteuid(0)


def test_an_output_folder_with_a_part_that_may_no_longer_be_opened_is_refused() -> None:
    with TemporaryDirectory(dir="/tmp") as name, nobody_s(Path(name)) as folder:  # all may enter there
        write([Artifact("part/a.txt", "old")], folder / "out")
        (folder / "out/part").chmod(0)
        with pytest.raises(RefusedOutput, match="Permission denied"):
            write([Artifact("part/a.txt", "new")], folder / "out")
        (folder / "out/part").chmod(0o700)
        assert (folder / "out/part/a.txt").read_text() == "old"


def test_a_folder_that_may_not_be_opened_is_said() -> None:
    with TemporaryDirectory(dir="/tmp") as name, nobody_s(Path(name)) as folder:
        (folder / "a.py").touch()
        (folder / "closed").mkdir(mode=0)
        found = discover(folder, Settings())
        (folder / "closed").chmod(0o700)
    assert [source.path for source in found.sources] == ["a.py"]
    assert [problem.what for problem in found.problems] == ["The folder could not be opened: Permission denied."]


def test_folders_that_the_system_cannot_exchange(tmp_path: Path) -> None:
    (tmp_path / "one/two").mkdir(parents=True)
    assert not exchange._exchange(tmp_path / "one", tmp_path / "one/two")  # noqa: SLF001 - one cannot become its own part
    with pytest.raises(FileNotFoundError):
        exchange._exchange(tmp_path / "one", tmp_path / "three")  # noqa: SLF001


def test_where_nothing_can_be_exchanged_the_old_folder_steps_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_exchange", lambda _one, _other: False)
    for text in ("old", "new"):
        write([Artifact("a.txt", text)], tmp_path / "out")
    assert (tmp_path / "out/a.txt").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def work(read_by: str = name_of(read)) -> Work:
    return Work(load=name_of(load), read=read_by, root=b"/", max_bytes=1_000, seconds=10, megabytes=500)


def test_a_worker_that_cannot_start_says_so() -> None:
    worker = start(work("analyzer.nowhere:read"))
    with pytest.raises(ChildProcessError, match="could not start"):
        worker.greet()
    worker.end()


def test_a_worker_ends_with_something_unsaid() -> None:
    worker = start(work())
    worker.greet()
    worker.process.kill()
    worker.process.wait()
    worker.requests.write(b"who listens?")
    worker.end()
    assert worker.requests.closed


def endless(source: Source) -> bytes:
    return endless(source)


def greedy(_source: Source) -> bytes:
    return bytes(1 << 62)


def wrong(_source: Source) -> bytes:
    raise KeyError("x")


def test_what_a_file_does_to_its_reader_is_told() -> None:
    assert _attempt(endless, SOURCE) == Lost("It is nested deeper than the reader can follow.")
    assert _attempt(greedy, SOURCE) == Lost("Reading it needed more memory than a worker may have.")
    told = _attempt(wrong, SOURCE)
    assert isinstance(told, Lost)
    assert told.reason.startswith("The reader failed on it, which is a bug of this tool: KeyError in ")


def test_a_task_of_the_cluster_reads_in_a_process_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    task = Work(load=name_of(load), read=name_of(read), root=bytes(tmp_path), max_bytes=9, seconds=9, megabytes=500)
    (result,) = _run_chunk([SOURCE], task)
    assert isinstance(result, bytes)


def test_the_cluster_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra):
        list(DaskEngine("tcp://127.0.0.1:1").run(work(), [SOURCE]))


def test_no_cache_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").symlink_to(tmp_path)
    knobs = RunSettings(cache=str(tmp_path / "cache"))
    assert not all_read(knobs, [SOURCE], silent)
    remember(knobs, b"key", {"part": b"text"}, silent)
    with recalled(knobs, b"key", silent) as part:
        assert part("part") is None
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]


def test_a_cache_damaged_while_it_is_open_is_dropped(tmp_path: Path) -> None:
    said: list[str] = []
    kept = open_store(tmp_path, FACTS, said.append)
    assert kept is not None
    for number in range(store._ROWS_A_COMMIT * 2):  # noqa: SLF001
        kept.put(b"%d" % number, b"x" * 500)
    with sqlite3.connect(tmp_path / FACTS.file) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    other.close()
    with (tmp_path / FACTS.file).open("r+b") as stream:
        stream.seek(4_096)
        stream.write(b"\xff" * 400_000)
    assert kept.get(b"7") is None
    assert not kept.holds([b"7"])
    assert kept.get(b"7") is None
    kept.close()
    assert [text.partition(" (")[0] for text in said] == ["The cache was damaged"]
    assert not (tmp_path / FACTS.file).exists()


def test_facts_that_fill_their_room_are_thrown_away(tmp_path: Path) -> None:
    kept = open_store(tmp_path, FACTS, silent)
    assert kept is not None
    kept.put(b"key", b"value")
    kept.close()
    os.truncate(tmp_path / FACTS.file, FACTS.most_bytes + 1)
    kept = open_store(tmp_path, FACTS, silent)
    assert kept is not None
    assert kept.get(b"key") is None
    kept.close()


@pytest.mark.parametrize("how", ["EXCLUSIVE", "IMMEDIATE"])  # SQLite itself waits for the first only
def test_another_run_that_has_the_cache_for_itself_is_waited_for(tmp_path: Path, how: str) -> None:
    other = sqlite3.connect(tmp_path / ANSWERS.file, isolation_level=None, check_same_thread=False)
    other.execute(f"BEGIN {how}")
    timer = threading.Timer(0.4, other.rollback)
    timer.start()
    said: list[str] = []
    kept = open_store(tmp_path, ANSWERS, said.append)
    timer.join()
    other.close()
    assert (kept is not None, said) == (True, [])
    assert kept is not None
    kept.close()


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives files away")
def test_somebody_elses_cache_is_not_used(tmp_path: Path) -> None:
    os.chown(tmp_path, 65_534, 65_534)
    said: list[str] = []
    assert open_store(tmp_path, FACTS, said.append) is None
    assert "belongs to another user" in said[0]


def test_the_slower_of_two_runs_takes_the_key_of_the_faster(tmp_path: Path) -> None:
    assert seal._new_key(tmp_path / "seal.key") == seal._new_key(tmp_path / "seal.key")  # noqa: SLF001
    assert [path.name for path in tmp_path.iterdir()] == ["seal.key"]


def test_a_file_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    changed = Source("a.py", "a", sha256="of another text")
    settings = Settings(run=RunSettings(engine="inline", cache=str(tmp_path / "cache")))
    for _ in range(2):
        (tmp_path / "a.py").write_text("x = 1\n")
        (facts,) = examine(tmp_path, [changed], (load, read), settings)
        assert [problem.what for problem in facts.problems] == ["The file changed while it was being analysed."]
    assert not all_read(settings.run, [changed], silent)
