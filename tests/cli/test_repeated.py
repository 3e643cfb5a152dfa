"""A repeated ``analyzer analyze``: whatever the cache knows, the folder and the words are those of a run without it."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from analyzer.cli import program
from analyzer.errors import AnalyzerError

ROOT = Path(__file__).parents[2]
REPEATED = "Nothing changed since an earlier run, whose answer is taken"
SHOP = {
    "shop/__init__.py": "",
    "shop/web.py": "from flask import Flask\nfrom shop.cart import add\napp = Flask(__name__)\n\n"
    "@app.route('/cart')\ndef show():\n    return add(1)\n",
    "shop/cart.py": "from shop.stock import take\n\ndef add(item):\n    return take(item)\n",
    "shop/stock.py": "def take(item):\n    return item\n",
    "shop/lone.py": "",
}
BOUNDARIES = '[services.cart]\nname = "Cart"\nmodules = ["shop.cart", "shop.web"]\n'
FEW = ("--render", "json,csv,summary", "--emit", "openapi,fastapi")


def grow(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


class Done(NamedTuple):
    """One run: its exit status and what it said."""

    status: int
    stdout: str
    stderr: str


def run(place: Path, *options: str, out: str = "out") -> Done:
    """The command in this very process: the third of a second that a new one takes to load would be paid 100 times."""
    arguments = ["analyze", "market", "--out", out, "--cache", "cache", "--engine", "inline", "--verbose"]
    arguments += options if "--render" in options else (*FEW, *options)
    with contextlib.chdir(place):
        done = CliRunner().invoke(program, arguments, prog_name="analyzer", standalone_mode=False)
    if isinstance(done.exception, AnalyzerError):
        return Done(2, done.stdout, str(done.exception))
    assert done.exception is None
    return Done(done.return_value, done.stdout, done.stderr)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def said(done: Done, out: str) -> tuple[int, str]:
    return done.status, done.stdout.replace(f"{out}/report.html", "report.html")


def edit_unseen(place: Path) -> None:
    """A change of one byte that neither size nor time of the file gives away."""
    path = place / "market/shop/cart.py"
    before = path.stat()
    path.write_text(path.read_text().replace("def add(item)", "def odd(item)"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def commit(place: Path) -> None:
    git = ["git", "-C", str(place / "market"), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], check=True)
    for number in range(3):
        (place / "market/notes.txt").write_text(str(number))
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-q", "-m", str(number)], check=True)


CHANGES: dict[str, tuple[Callable[[Path], object], tuple[str, ...]]] = {
    "one byte, same size and time": (edit_unseen, ()),
    "a comment": (lambda place: grow(place / "market", {"shop/stock.py": SHOP["shop/stock.py"] + "# stock\n"}), ()),
    "a file more": (lambda place: grow(place / "market", {"shop/more.py": "x = 1\n"}), ()),
    "a file less": (lambda place: (place / "market/shop/lone.py").unlink(), ()),
    "a file renamed": (lambda place: (place / "market/shop/lone.py").rename(place / "market/shop/only.py"), ()),
    "a file left out": (lambda place: grow(place / "market", {".gitignore": "lone.py\n"}), ()),
    "a file that does not parse": (lambda place: grow(place / "market", {"shop/lone.py": "def ("}), ()),
    "the folder renamed": (lambda place: (place / "market/shop").rename(place / "market/mall"), ()),
    "settings of the code": (
        lambda place: grow(place / "market", {"pyproject.toml": "[tool.analyzer.cluster]\nruns = 5\n"}), ()
    ),
    "an option": (lambda _place: None, ("--seed", "7")),
    "boundaries": (lambda place: grow(place / "market", {"boundaries.toml": BOUNDARIES}), ()),
    "owners": (lambda place: grow(place / "market", {"CODEOWNERS": "shop/cart.py @carts\n"}), ()),
    "history": (commit, ()),
    "other report formats": (lambda _place: None, ("--render", "csv,mermaid", "--emit", "openapi")),
    "other service files": (lambda _place: None, ("--render", "json,csv,summary", "--emit", "openapi")),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed_and_then_remembered(tmp_path: Path, change: str) -> None:
    grow(tmp_path / "market", SHOP)
    run(tmp_path)
    alter, options = CHANGES[change]
    alter(tmp_path)
    warm = run(tmp_path, *options, out="warm")  # a folder of its own: an older one keeps what belongs to people
    assert REPEATED not in warm.stderr
    again = run(tmp_path, *options, out="again")
    assert REPEATED in again.stderr
    cold = run(tmp_path, "--no-cache", *options, out="cold")
    assert contents(tmp_path / "warm") == contents(tmp_path / "again") == contents(tmp_path / "cold") != {}
    assert said(warm, "warm") == said(again, "again") == said(cold, "cold")


def test_nothing_changed_gives_the_same_wherever_it_is_written(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    first = run(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    second, elsewhere = run(tmp_path), run(tmp_path, out="elsewhere")
    assert (REPEATED in first.stderr, REPEATED in second.stderr, REPEATED in elsewhere.stderr) == (False, True, True)
    assert said(first, "out") == said(second, "out") == said(elsewhere, "elsewhere")
    assert contents(tmp_path / "out") == contents(tmp_path / "elsewhere") != {}
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before


def test_what_people_wrote_is_kept_by_a_repeated_run_too(tmp_path: Path) -> None:
    grow(tmp_path / "market", {**SHOP, "boundaries.toml": BOUNDARIES + 'kind = "service"\n'})
    run(tmp_path)
    handlers = min((tmp_path / "out/services").rglob("handlers.py"))
    handlers.write_text("# mine\n")
    (tmp_path / "out/services.csv").write_text("mine too\n")
    (tmp_path / "out/breaks.csv").unlink()
    done = run(tmp_path)
    assert REPEATED in done.stderr
    name = handlers.relative_to(tmp_path / "out").as_posix()
    assert f"Kept as you changed it: {name}\n" in done.stdout
    assert "your version is now services.csv.yours\n" in done.stdout
    assert handlers.read_text() == "# mine\n"
    cold = run(tmp_path, "--no-cache", out="cold")
    fresh = contents(tmp_path / "cold")
    found = contents(tmp_path / "out")
    assert found.pop("services.csv.yours") == b"mine too\n"
    assert {path for path in found if found[path] != fresh[path]} == {name, ".analyzer-manifest.json"}
    assert f"Kept as you changed it: {name}\n" in run(tmp_path).stdout
    assert said(cold, "cold")[0] == done.status


def test_a_folder_of_somebody_else_is_refused_by_a_repeated_run_too(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    run(tmp_path)
    grow(tmp_path / "out", {"thesis.txt": ""})
    done = run(tmp_path)
    assert done.status == 2
    assert "holds files that this tool did not write (thesis.txt)" in done.stderr


def test_nothing_heavy_is_loaded_for_a_known_answer(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    run(tmp_path)
    script = (
        "import sys\nfrom analyzer.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'pandas', 'numpy', 'networkx', 'matplotlib', 'libcst', 'jinja2', 'sqlglot'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, "analyze", "market", "--out", "out", "--cache", "cache", *FEW],
        capture_output=True, text=True, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def database(place: Path) -> Path:
    return place / "cache/answers.sqlite3"


def statement(text: str) -> Callable[[Path], None]:
    def act(place: Path) -> None:
        connection = sqlite3.connect(database(place))
        with connection:
            connection.execute(text)
        connection.close()

    return act


POISONS: dict[str, Callable[[Path], object]] = {
    "truncated": lambda place: os.truncate(database(place), database(place).stat().st_size // 2),
    "not a database": lambda place: database(place).write_bytes(b"words\n" * 5000),
    "zeros": lambda place: database(place).write_bytes(bytes(100_000)),
    "a pickle": lambda place: database(place).write_bytes(b"\x80\x04cos\nsystem\n(S'touch /tmp/pwned'\ntR."),
    "a folder": lambda place: (database(place).unlink(), database(place).mkdir()),
    "entries swapped": statement(
        "UPDATE answers SET sealed = (SELECT sealed FROM answers AS other WHERE other.key != answers.key)"
    ),
    "entries emptied": statement("UPDATE answers SET sealed = x''"),
    "entries of text": statement("UPDATE answers SET sealed = 'text'"),
    "a byte more": statement("UPDATE answers SET sealed = sealed || x'00'"),
    "zeros of the right length": statement("UPDATE answers SET sealed = zeroblob(LENGTH(sealed))"),
    "a trigger": statement("CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END"),
    "another table": statement("CREATE TABLE users (name TEXT)"),
    "the seal's key lost": lambda place: database(place).with_name("seal.key").unlink(),
}


@pytest.mark.parametrize("poison", POISONS)
def test_a_poisoned_answer_is_worked_out_anew(tmp_path: Path, poison: str) -> None:
    grow(tmp_path / "market", SHOP)
    run(tmp_path)
    whole = contents(tmp_path / "out")
    POISONS[poison](tmp_path)
    shutil.rmtree(tmp_path / "out")
    done = run(tmp_path)
    assert REPEATED not in done.stderr
    assert "cache" in done.stderr  # somebody says why it took longer
    assert contents(tmp_path / "out") == whole
    assert "Traceback" not in done.stderr


def test_an_answer_whose_files_are_gone_is_worked_out_anew(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    run(tmp_path)
    whole = contents(tmp_path / "out")
    statement("DELETE FROM answers WHERE SUBSTR(key, 21) = CAST('files' AS BLOB)")(tmp_path)
    assert REPEATED in run(tmp_path).stderr  # the folder is as it should be: nothing needs unpacking
    shutil.rmtree(tmp_path / "out")
    assert REPEATED not in run(tmp_path).stderr
    assert contents(tmp_path / "out") == whole


def test_an_answer_with_a_file_that_could_not_be_read_is_not_kept(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP | {"shop/lone.py": "# -*- coding: rot13 -*-\n"})
    assert [REPEATED in run(tmp_path).stderr for _ in range(2)] == [False, False]
