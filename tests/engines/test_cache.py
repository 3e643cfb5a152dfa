"""The cache: what it gives is what reading would give, whatever somebody did to its files."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from readers.deadly import load, read

from analyzer.engines import examine
from analyzer.model.facts import FileFacts
from analyzer.model.source import Source
from analyzer.settings import RunSettings, Settings


def source(path: Path) -> Source:
    """A source whose hash stands for its content, as ``discover`` would make it."""
    return Source(path.name, path.stem, sha256=f"hash of {path.read_text()}")


def run(folder: Path, notes: list[str] | None = None) -> list[FileFacts]:
    """The facts of ten small files, with the cache beside them."""
    paths = sorted((folder / "code").glob("*.py"))
    settings = Settings(run=RunSettings(engine="inline", cache=str(folder / "cache")))
    told = [] if notes is None else notes
    return list(examine(folder / "code", [source(path) for path in paths], (load, read), settings, told.append))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "code").mkdir()
    for number in range(10):
        (tmp_path / "code" / f"m{number}.py").write_text("x" * number)
    return tmp_path


def test_what_is_known_is_not_read_again(folder: Path) -> None:
    cold = run(folder)
    notes: list[str] = []
    for path in (folder / "code").glob("*.py"):
        path.chmod(0o600)
    hidden = {path: path.read_text() for path in (folder / "code").glob("*.py")}
    sources = [source(path) for path in sorted(hidden)]
    shutil.rmtree(folder / "code")
    settings = Settings(run=RunSettings(engine="inline", cache=str(folder / "cache")))
    warm = list(examine(folder / "code", sources, (load, read), settings, notes.append))
    assert (warm, notes) == (cold, [])


def test_an_edit_of_the_same_size_and_time_is_noticed(folder: Path) -> None:
    run(folder)
    edited = folder / "code" / "m4.py"
    times = (edited.stat().st_atime_ns, edited.stat().st_mtime_ns)
    edited.write_text("die!")
    os.utime(edited, ns=times)
    edited.write_text("fail")
    os.utime(edited, ns=times)
    with pytest.raises(KeyError):
        run(folder)


def entries(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(folder / "cache" / "facts.sqlite3")
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def database(folder: Path) -> Path:
    return folder / "cache" / "facts.sqlite3"


def truncate(folder: Path, size: int) -> None:
    os.truncate(database(folder), size)


def flip(folder: Path, offset: int) -> None:
    data = bytearray(database(folder).read_bytes())
    data[offset % len(data)] ^= 0xFF
    database(folder).write_bytes(data)


def replace(folder: Path, data: bytes) -> None:
    database(folder).write_bytes(data)


def foreign(folder: Path) -> None:
    database(folder).unlink()
    entries(folder, "CREATE TABLE users (name TEXT)", "INSERT INTO users VALUES ('root')")


def view_instead_of_table(folder: Path) -> None:
    entries(folder, "ALTER TABLE facts RENAME TO f", "CREATE VIEW facts AS SELECT key, sealed FROM f")


def trigger(folder: Path) -> None:
    entries(folder, "CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM facts; END")


def a_folder_in_its_place(folder: Path) -> None:
    database(folder).unlink()
    database(folder).mkdir()


def a_link_in_its_place(folder: Path) -> None:
    database(folder).rename(folder / "moved")
    database(folder).symlink_to(folder / "moved")


def a_pipe_in_its_place(folder: Path) -> None:
    database(folder).unlink()
    os.mkfifo(database(folder))


def a_file_for_the_folder(folder: Path) -> None:
    shutil.rmtree(folder / "cache")
    (folder / "cache").write_text("")


def open_to_everybody(folder: Path) -> None:
    (folder / "cache").chmod(0o777)


POISONS: dict[str, Callable[[Path], object]] = {
    "empty": lambda folder: truncate(folder, 0),
    "header only": lambda folder: truncate(folder, 100),
    "half": lambda folder: truncate(folder, database(folder).stat().st_size // 2),
    "first byte": lambda folder: flip(folder, 0),
    "schema byte": lambda folder: flip(folder, 110),
    "page byte": lambda folder: flip(folder, 4096 + 5),
    "last byte": lambda folder: flip(folder, -1),
    "text": lambda folder: replace(folder, b"not a database\n" * 1000),
    "zeros": lambda folder: replace(folder, bytes(8192)),
    "pickle": lambda folder: replace(folder, b"\x80\x04cos\nsystem\n(S'touch /tmp/pwned'\ntR."),
    "foreign database": foreign,
    "view": view_instead_of_table,
    "trigger": trigger,
    "folder": a_folder_in_its_place,
    "link": a_link_in_its_place,
    "pipe": a_pipe_in_its_place,
    "file for folder": a_file_for_the_folder,
    "open to everybody": open_to_everybody,
    "entries swapped": lambda folder: entries(
        folder, "UPDATE facts SET sealed = (SELECT sealed FROM facts AS other WHERE other.key != facts.key LIMIT 1)"
    ),
    "entries emptied": lambda folder: entries(folder, "UPDATE facts SET sealed = x''"),
    "entries of text": lambda folder: entries(folder, "UPDATE facts SET sealed = 'text'"),
    "entries with a byte more": lambda folder: entries(folder, "UPDATE facts SET sealed = sealed || x'00'"),
    "entries of zeros": lambda folder: entries(folder, "UPDATE facts SET sealed = zeroblob(length(sealed))"),
    "key lost": lambda folder: (folder / "cache" / "seal.key").unlink(),
    "key cut": lambda folder: os.truncate(folder / "cache" / "seal.key", 5),
    "a false log": lambda folder: (folder / "cache" / "facts.sqlite3-wal").write_bytes(os.urandom(5000)),
    "a false journal": lambda folder: (folder / "cache" / "facts.sqlite3-journal").write_bytes(os.urandom(5000)),
}


@pytest.mark.parametrize("poison", POISONS)
def test_a_poisoned_cache_changes_no_answer(folder: Path, poison: str) -> None:
    cold = run(folder)
    POISONS[poison](folder)
    notes: list[str] = []
    assert run(folder, notes) == cold
    assert len(notes) <= 1
    if poison not in {"empty", "last byte", "a false log", "a false journal", "page byte", "schema byte"}:
        assert notes
    if poison not in {"folder", "link", "pipe", "file for folder", "open to everybody"}:
        again: list[str] = []
        assert (run(folder, again), again) == (cold, [])


def test_two_runs_share_one_cache(folder: Path) -> None:
    answers: list[list[FileFacts]] = []
    notes: list[str] = []
    threads = [threading.Thread(target=lambda: answers.append(run(folder, notes))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [run(folder)] * 4
    assert notes == []


def test_a_cache_that_is_written_by_somebody_else_is_not_waited_for_long(folder: Path) -> None:
    cold = run(folder)
    (folder / "code" / "m3.py").write_text("new")
    holder = sqlite3.connect(folder / "cache" / "facts.sqlite3", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    notes: list[str] = []
    assert [one for one in run(folder, notes) if one.source.path != "m3.py"] == [
        one for one in cold if one.source.path != "m3.py"
    ]
    holder.close()
    assert notes == ["The cache could not be used (database is locked); this run does without."]
