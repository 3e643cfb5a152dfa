"""Artifacts in, a folder out: all at once, or the old one untouched."""

import os
from pathlib import Path

import pytest

from analyzer.errors import RefusedOutput
from analyzer.model.artifact import MANIFEST, Artifact
from analyzer.write import Written, write

REPORT = [Artifact("report.html", "<p>one</p>"), Artifact("services/cart/rules.py", "ours\n", "hand_owned")]


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def test_a_new_folder_holds_the_artifacts_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "reports" / "shop"
    assert write([*REPORT, Artifact("picture.svg", b"\xff")], out) == Written(out, 4, (), ())
    assert sorted(path.name for path in out.rglob("*")) == [
        MANIFEST,
        "cart",
        "picture.svg",
        "report.html",
        "rules.py",
        "services",
    ]
    assert [path.name for path in out.parent.iterdir()] == ["shop"]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    write(REPORT, tmp_path / "a")
    write(REPORT, tmp_path / "b")
    write(REPORT, tmp_path / "b")
    assert (tmp_path / "a" / MANIFEST).read_bytes() == (tmp_path / "b" / MANIFEST).read_bytes()
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_an_old_report_goes_with_everything_in_it(tmp_path: Path) -> None:
    write([*REPORT, Artifact("old.csv", "x")], tmp_path / "out")
    write([Artifact("report.html", "two")], tmp_path / "out")
    assert tree(tmp_path / "out") == {"report.html": "two"}


def test_what_people_changed_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write([*REPORT, Artifact("gone.py", "1"), Artifact("same.py", "1")], out)
    (out / "report.html").write_text("mine")
    (out / "services/cart/rules.py").write_text("my rules")
    (out / "gone.py").write_text("my gone")
    (out / "same.py").write_text("2")
    later = [REPORT[0], Artifact("services/cart/rules.py", "ours, newer\n", "hand_owned"), Artifact("same.py", "2")]
    assert write(later, out) == Written(out, 6, ("services/cart/rules.py",), ("gone.py.yours", "report.html.yours"))
    kept = {
        "gone.py.yours": "my gone",
        "report.html": "<p>one</p>",
        "report.html.yours": "mine",
        "same.py": "2",
        "services/cart/rules.py": "my rules",
    }
    assert tree(out) == kept
    assert write(later, out) == Written(out, 6, ("services/cart/rules.py",), ())
    assert tree(out) == kept
    (out / "report.html").write_text("mine again")
    assert write(later, out).beside == ("report.html.yours-2",)
    assert tree(out) == {**kept, "report.html.yours-2": "mine again"}


def test_a_file_handed_over_unchanged_stays_as_it_was_handed_over(tmp_path: Path) -> None:
    write([Artifact("rules.py", "first", "hand_owned")], tmp_path / "out")
    assert write([Artifact("rules.py", "second", "hand_owned")], tmp_path / "out").kept == ()
    assert tree(tmp_path / "out") == {"rules.py": "first"}


def stranger_file(out: Path) -> None:
    (out / "thesis.txt").write_text("years of work")


def stranger_link(out: Path) -> None:
    (out / "elsewhere").symlink_to("/")


def stranger_pipe(out: Path) -> None:
    os.mkfifo(out / "pipe")


def damaged_manifest(out: Path) -> None:
    (out / MANIFEST).write_text("{")


def foreign_manifest(out: Path) -> None:
    (out / MANIFEST).write_text('{"tool": "other", "files": {"report.html": ""}}')


@pytest.mark.parametrize(
    "spoil", [stranger_file, stranger_link, stranger_pipe, damaged_manifest, foreign_manifest], ids=lambda f: f.__name__
)
def test_a_folder_with_files_we_did_not_write_is_refused_and_left_alone(tmp_path: Path, spoil: object) -> None:
    out = tmp_path / "out"
    write(REPORT, out)
    spoil(out)
    before = {path: path.lstat() for path in out.rglob("*")}
    with pytest.raises(RefusedOutput, match="holds files that this tool did not write"):
        write([Artifact("report.html", "two")], out)
    assert {path: path.lstat() for path in out.rglob("*")} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_python_s_own_cache_is_nobody_s_work(tmp_path: Path) -> None:
    write(REPORT, tmp_path / "out")
    (tmp_path / "out/services/cart/__pycache__").mkdir()
    (tmp_path / "out/services/cart/__pycache__/rules.cpython-311.pyc").write_bytes(b"\0")
    write(REPORT, tmp_path / "out")
    assert tree(tmp_path / "out") == {"report.html": "<p>one</p>", "services/cart/rules.py": "ours\n"}


def test_an_output_that_is_a_link_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("")
    with pytest.raises(RefusedOutput, match="is a symbolic link"):
        write(REPORT, tmp_path / "link")
    with pytest.raises(RefusedOutput, match="is not a folder"):
        write(REPORT, tmp_path / "file")


def test_what_killed_runs_left_is_swept_up(tmp_path: Path) -> None:
    write(REPORT, tmp_path / "out")
    (tmp_path / ".out.analyzer-0123456789abcdef").mkdir()
    (tmp_path / ".out.analyzer-0123456789abcdef" / "half.html").write_text("")
    (tmp_path / ".out.analyzer-notes").mkdir()
    (tmp_path / ".other.analyzer-0123456789abcdef").mkdir()
    write(REPORT, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".other.analyzer-0123456789abcdef",
        ".out.analyzer-notes",
        "out",
    ]


def test_an_old_report_that_a_killed_run_had_set_aside_comes_back(tmp_path: Path) -> None:
    write(REPORT, tmp_path / "out")
    (tmp_path / "out/services/cart/rules.py").write_text("my rules")
    (tmp_path / "out").rename(tmp_path / ".out.analyzer-old")
    write(REPORT, tmp_path / "out")
    assert tree(tmp_path / "out")["services/cart/rules.py"] == "my rules"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../up", "a/../../up", "a//b", "a\\b", "a\nb", MANIFEST, "a/..", "x" * 300]
)
def test_no_artifact_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="taken or not allowed"):
        write([Artifact(path, "x")], tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_two_artifacts_may_not_share_a_name_on_any_file_system(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="taken or not allowed"):
        write([Artifact("Report.html", "x"), Artifact("report.html", "y")], tmp_path / "out")
