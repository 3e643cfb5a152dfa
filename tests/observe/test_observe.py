import subprocess
from pathlib import Path

from analyzer.model.source import Source
from analyzer.observe import observe
from analyzer.observe.codeowners import owners_of
from analyzer.observe.history import read_history
from analyzer.settings import Settings


def repository(folder: Path, commits: list[list[str]]) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)

    git("init", "-q")
    for number, files in enumerate(commits):
        for file in files:
            (folder / file).write_text(f"x = {number}\n")
        git("add", ".")
        git("commit", "-q", "-m", f"change {number}")


def test_files_changed_together_twice_are_a_pair(tmp_path: Path) -> None:
    repository(tmp_path, [["a.py", "b.py"], ["a.py", "b.py"], ["c.py", "a.py"]])
    sources = tuple(Source(path=name, module=name[0]) for name in ("a.py", "b.py", "c.py"))
    found = observe(tmp_path, Settings(), sources)
    assert found.pairs.values.tolist() == [["a.py", "b.py", "co_change", 0.666666667]]
    assert found.stability.values.tolist() == [["a.py", 3, 0], ["b.py", 2, 1], ["c.py", 1, 0]]


def test_a_folder_without_history_has_none(tmp_path: Path) -> None:
    assert read_history(tmp_path) == ()


def test_the_configuration_of_the_repository_is_not_honoured(tmp_path: Path) -> None:
    repository(tmp_path, [["a.py"], ["a.py"]])
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    config = tmp_path / ".git" / "config"
    config.write_text(
        config.read_text() + f'[core]\n\tfsmonitor = "{trap}"\n\tpager = "{trap}"\n[diff]\n\texternal = "{trap}"\n'
        f'[log]\n\tshowSignature = true\n[gpg]\n\tprogram = "{trap}"\n[alias]\n\tlog = !{trap}\n'
    )
    assert len(read_history(tmp_path)) == 2
    assert not (tmp_path / "sprung").exists()


def test_borrowed_objects_and_links_are_refused(tmp_path: Path) -> None:
    repository(tmp_path, [["a.py"]])
    (tmp_path / ".git" / "objects" / "info" / "alternates").write_text("/elsewhere\n")
    assert read_history(tmp_path) == ()
    other = tmp_path / "other"
    other.mkdir()
    (other / ".git").symlink_to(tmp_path / ".git")
    assert read_history(other) == ()


def test_the_last_pattern_that_matches_names_the_owners(tmp_path: Path) -> None:
    (tmp_path / "CODEOWNERS").write_text("* @all\n/orders/ @sales @shop # both\n[section]\n*.md\n")
    assert list(owners_of(tmp_path, ["a.py", "orders/b.py"])) == [
        ("a.py", "@all", 1.0),
        ("orders/b.py", "@sales", 0.5),
        ("orders/b.py", "@shop", 0.5),
    ]


def test_a_folder_called_codeowners_names_nobody(tmp_path: Path) -> None:
    (tmp_path / "CODEOWNERS").mkdir()
    assert list(owners_of(tmp_path, ["a.py"])) == []
