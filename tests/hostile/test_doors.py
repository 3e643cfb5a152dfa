"""What reads the target and what quotes it, called directly: each refusal in its own words."""

import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from analyzer.discover import discover
from analyzer.discover.discovery import Discovery
from analyzer.discover.door import load, read_regular, refused_codec
from analyzer.discover.quoting import excerpts, texts
from analyzer.engines.frames import receive, send
from analyzer.engines.work import Lost, Work, name_of
from analyzer.engines.worker import DONE, LOST, READY
from analyzer.errors import InvalidSettings, RefusedOutput
from analyzer.model.artifact import Artifact
from analyzer.model.breaks import Break, Occurrence, Remedy
from analyzer.model.facts import FileFacts
from analyzer.model.problem import Problem
from analyzer.model.source import Source
from analyzer.read import read
from analyzer.settings import DiscoverSettings, Settings
from analyzer.write import write
from analyzer.write.exchange import put_in_place


def source_of(root: Path, name: str, data: bytes) -> Source:
    (root / name).write_bytes(data)
    return Source(name, name.removesuffix(".py"), size=len(data), sha256=sha256(data).hexdigest())


def why(found: bytes | Problem) -> str:
    assert isinstance(found, Problem)
    assert (found.severity, found.handled) == ("loss", "The file was left out of the analysis.")
    return found.what


def test_the_door_gives_what_was_seen_and_nothing_else(tmp_path: Path) -> None:
    source = source_of(tmp_path, "a.py", b"x = 1\n")
    assert load(tmp_path, source) == b"x = 1\n"
    (tmp_path / "a.py").write_bytes(b"x = 2\n")
    assert why(load(tmp_path, source)) == "The file changed while it was being analysed."
    (tmp_path / "a.py").unlink()
    assert why(load(tmp_path, source)) == "It could not be opened or read: No such file or directory."
    assert "embedded null" in why(load(tmp_path, Source("a\\x00b.py", "ab")))


def test_the_door_opens_regular_files_up_to_the_limit_only(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path / "a.py")
    Path(os.fsdecode(path)).write_bytes(b"12345")
    assert read_regular(path, 5) == b"12345"
    assert read_regular(path, 4) == "Its 5 bytes are over the limit of 4."
    (tmp_path / "link.py").symlink_to("a.py")
    assert read_regular(os.fsencode(tmp_path / "link.py"), 9) == "It is a symbolic link."
    os.mkfifo(tmp_path / "pipe.py")
    special = "It is not a regular file but a pipe, socket, device or folder."
    assert read_regular(os.fsencode(tmp_path / "pipe.py"), 9) == special
    assert read_regular(os.fsencode(tmp_path), 9) == special


def test_a_file_that_says_it_is_empty_and_never_ends_is_cut_off() -> None:
    assert read_regular(b"/proc/kallsyms", 10) == "It is over the limit of 10 bytes."


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (b"x = 1\n", ""),
        (b"# coding: latin-1\n", ""),
        (b"\n# vim: set fileencoding=cp1252 :\n", ""),
        (b"x = 1\n# coding: rot13\n", ""),  # a line of code before it: it does not count
        (b"#!/bin/sh\r\n# -*- coding: rot13 -*-\n", "rot13"),
        (b"# coding: utf_7\n", "utf_7"),
        (b"# coding: raw_unicode_escape\n", "raw_unicode_escape"),
        (b"# coding: zlib\n", "zlib"),
        (b"# coding: klingon\n", "klingon"),
    ],
)
def test_an_encoding_is_refused_when_it_hides_text(data: bytes, refused: str, tmp_path: Path) -> None:
    assert refused_codec(data) == refused
    found = load(tmp_path, source_of(tmp_path, "a.py", data))
    said = f"The file declares the encoding {refused}, which is not a text encoding."
    assert found == data if not refused else why(found) == said


def test_quotes_come_from_the_lines_that_were_analysed(tmp_path: Path) -> None:
    good = source_of(tmp_path, "good.py", b"# coding: latin-1\r\na = '\xe9'\r\nb = 2\rc = 3\n" + b"d" * 500)
    gone = source_of(tmp_path, "gone.py", b"x = 1\n")
    odd = source_of(tmp_path, "odd.py", b"# coding: klingon\nx = 1\n")
    bad = source_of(tmp_path, "bad.py", b"x = '\xff'\n")
    (tmp_path / "gone.py").unlink()
    lines = {"good.py": (2, 5, 99, 0), "gone.py": (1,), "odd.py": (1,), "bad.py": (1,)}
    places = [(file, line) for file, wanted in lines.items() for line in wanted]
    breaks = tuple(
        Break(
            f"call:{file}:{line}",
            "call",
            "a",
            "b",
            "one",
            "two",
            (Occurrence(file, line),),
            Remedy("x", "x", "x", "decision"),
        )
        for file, line in places
    )
    found = Discovery(tmp_path, "code", (bad, gone, good, odd), ())
    quoted = {(one.file, one.line): (one.first, one.text) for one in excerpts(found, breaks)}
    assert quoted == {
        ("bad.py", 1): (1, "x = '\ufffd'\n"),
        ("good.py", 2): (1, "# coding: latin-1\na = 'é'\nb = 2\nc = 3"),
        ("good.py", 5): (3, "b = 2\nc = 3\n" + "d" * 200),
    }
    assert sorted(texts(found, ("good.py", "gone.py", "nowhere.py"))) == ["good.py"]


def test_a_worker_answers_each_source_and_leaves_when_nobody_asks(tmp_path: Path) -> None:
    good, bad = source_of(tmp_path, "a.py", b"x = 1\n"), source_of(tmp_path, "b.py", b"x = (\n")
    gone = Source("gone.py", "gone")
    boot = "import os, sys; from analyzer.engines.worker import serve; serve(os.getppid())"
    with subprocess.Popen([sys.executable, "-c", boot], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        work = Work(name_of(load), name_of(read), os.fsencode(tmp_path), 1_000_000, 10.0, 2_000)
        send(process.stdin, msgspec.msgpack.encode(work))
        assert receive(process.stdout) == READY
        send(process.stdin, msgspec.msgpack.encode([good, bad, gone]))
        answers = [receive(process.stdout) for _ in range(3)]
        process.stdin.close()
        assert process.wait(60) == 0
    assert [answer[:1] for answer in answers] == [DONE, DONE, LOST]
    facts = [msgspec.msgpack.decode(answer[1:], type=FileFacts) for answer in answers[:2]]
    assert [len(one.problems) for one in facts] == [0, 1]
    lost = msgspec.msgpack.decode(answers[2][1:], type=Lost)
    assert lost == Lost("It could not be opened or read: No such file or directory.", "discover")


@pytest.mark.parametrize("pattern", ["*a*a*a*a*b", "**/" * 9, "!"])
def test_a_pattern_that_would_keep_us_busy_or_is_none_is_refused_in_one_line(pattern: str, tmp_path: Path) -> None:
    source_of(tmp_path, "a.py", b"x = 1\n")
    settings = Settings(discover=DiscoverSettings(exclude=(pattern,)))
    with pytest.raises(InvalidSettings, match="cannot be used to leave files out") as refused:
        discover(tmp_path, settings)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("path", ["../a", "/a", "a//b", "a/../b", ".analyzer-manifest.json", "a\nb", "", "a" * 201])
def test_a_path_that_is_not_ours_to_write_never_reaches_the_disk(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="taken or not allowed"):
        write([Artifact("good.txt", "x"), Artifact(path, "x")], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RefusedOutput, match=r"^The report could not be written to [^\n]*$"):
        write([Artifact("good.txt", "x")], tmp_path / "file/out")


def test_folders_on_two_file_systems_are_never_mixed(tmp_path: Path) -> None:
    """The exchange fails as a whole, and the old output stays."""
    with tempfile.TemporaryDirectory(dir="/dev/shm") as elsewhere:
        (tmp_path / "out").mkdir()
        (tmp_path / "out/old").touch()
        if Path(elsewhere).stat().st_dev != tmp_path.stat().st_dev:
            with pytest.raises(OSError, match="cross-device"):
                put_in_place(Path(elsewhere), tmp_path / "out")
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["old"]
