"""``analyzer analyze``: the folder, the words and the exit status that people meet."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHOP = {
    "shop/__init__.py": "",
    "shop/cart.py": "from shop.stock import take\n\ndef add(item):\n    return take(item)\n",
    "shop/stock.py": "def take(item):\n    return item\n",
}


def grow(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def analyzer(*arguments: str | Path, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-P", "-m", "analyzer", *map(str, arguments)]
    env = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cwd / "cache")} | environment
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)


def test_the_report_is_written_and_the_verdict_said(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    done = analyzer("analyze", "market", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].startswith("market: ")
    assert lines[-1] == "Report: reports/market/report.html"
    written = {path.name for path in (tmp_path / "reports/market").iterdir()}
    expected = {"report.html", "study.json", "elements.csv", "links.csv", "services.csv", "breaks.csv", "migration.md"}
    assert expected <= written
    elements = (tmp_path / "reports/market/elements.csv").read_text().splitlines()
    assert elements[0].startswith("key,kind,module,name,service,verdict,file,line")
    assert {line.split(",")[2] for line in elements[1:]} == {"shop", "shop.cart", "shop.stock"}


def test_the_same_folder_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    (tmp_path / "elsewhere").mkdir()
    analyzer("analyze", "market", "--out", "one", cwd=tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    analyzer(
        "analyze", "../market", "--out", "../two", "--no-cache", "--engine", "inline",
        cwd=tmp_path / "elsewhere", PYTHONHASHSEED="2", LC_ALL="C",
    )  # fmt: skip
    assert contents(tmp_path / "one") == contents(tmp_path / "two") != {}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("analyze", "nowhere"), "There is no folder nowhere: give the folder that holds the code."),
        (("analyze", "empty"), "There is no Python file to analyse in empty: give the folder that holds the code."),
        (
            ("analyze", "market/shop/cart.py"),
            "market/shop/cart.py is not a folder: give the folder that holds the code.",
        ),
        (("analyze",), "Missing argument 'PATH'. See: analyzer analyze --help"),
        (("analyze", "market", "--sed", "1"), "No such option '--sed'."),
        (("analize", "market"), "No such command 'analize'."),
        (("analyze", "market", "--render", "holograms"), "There is no report format called holograms."),
        (("analyze", "market", "--emit", "cobol"), "There is no emitter called 'cobol'."),
        (("analyze", "market", "--engine", "magic"), "Invalid value for '--engine'"),
        (("analyze", "market", "--engine", "dask"), "The engine dask needs the address of a cluster"),
        (("analyze", "market", "--config", "missing.toml"), "The settings file missing.toml cannot be used."),
        (
            ("analyze", "market", "--config", "typo.toml"),
            "typo.toml: there is no setting discover.exclud. Did you mean ",
        ),
        (("analyze", "market", "--config", "type.toml"), "type.toml: seed: Expected int, got str."),
        (("analyze", "market", "--config", "broken.toml"), "The settings file broken.toml is not valid TOML"),
        (("analyze", "greedy"), "[tool.analyzer] of the analysed code may not set run"),
        (("analyze", "market", "--out", "empty/notes.txt"), "is not a folder: choose another one with --out."),
        (("analyze", "market", "--out", "thesis"), "holds files that this tool did not write (chapter1.txt)"),
    ],
)
def test_a_mistake_is_one_line_with_what_to_do(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    grow(tmp_path / "market", SHOP)
    grow(
        tmp_path,
        {
            "empty/notes.txt": "",
            "thesis/chapter1.txt": "",
            "typo.toml": "[discover]\nexclud = ['x']\n",
            "type.toml": "seed = 'x'\n",
            "broken.toml": "[[[",
            "greedy/a.py": "",
            "greedy/pyproject.toml": "[tool.analyzer.run]\ncache = '/etc'\n",
        },
    )
    done = analyzer(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert message in done.stderr
    assert not (tmp_path / "reports").exists()


def test_no_command_at_all_shows_the_help(tmp_path: Path) -> None:
    done = analyzer(cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == analyzer("--help", cwd=tmp_path).stdout


def test_code_that_could_not_be_read_is_named_and_counts(tmp_path: Path) -> None:
    grow(tmp_path / "market", {**SHOP, "shop/broken.py": "def (:\n"})
    done = analyzer("analyze", "market", cwd=tmp_path)
    assert done.returncode == 3
    assert "shop/broken.py" in done.stderr
    assert "Read 3 of 4 files" in done.stdout
    study = json.loads((tmp_path / "reports/market/study.json").read_text())
    assert [problem["file"] for problem in study["problems"] if problem["severity"] == "loss"] == ["shop/broken.py"]
    assert analyzer("analyze", "market", "--allow-incomplete", cwd=tmp_path).returncode == 0


def test_a_folder_of_broken_files_gives_a_report_that_says_so(tmp_path: Path) -> None:
    grow(tmp_path / "ruins", {"a.py": "def (:\n", "b.py": "\x00", "c.py": "print 'two'\n"})
    done = analyzer("analyze", "ruins", cwd=tmp_path)
    assert done.returncode == 3
    assert "Read 0 of 3 files" in done.stdout
    assert (tmp_path / "reports/ruins/report.html").exists()


def test_a_folder_of_nothing_but_tests_gives_a_whole_report(tmp_path: Path) -> None:
    tests = {f"tests/test_{name}.py": "def test_it():\n    assert True\n" for name in ("cart", "stock", "till")}
    result = analyzer("analyze", grow(tmp_path / "shop", tests), "--out", tmp_path / "out", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert "nothing is advised" in result.stdout
    assert (tmp_path / "out/report.html").stat().st_size > 100_000


def test_settings_grow_stronger_from_the_code_to_the_file_to_the_options(tmp_path: Path) -> None:
    own = {
        "pyproject.toml": "[tool.analyzer]\nseed = 1\n"
        "[tool.analyzer.discover]\nexclude = ['a.py']\ninclude-tests = true\n"
    }
    grow(tmp_path / "market", SHOP | own)
    grow(tmp_path, {"mine.toml": "seed = 2\n[discover]\nexclude = ['b.py']\n"})
    found = []
    for options in ((), ("--config", "mine.toml"), ("--config", "mine.toml", "--seed", "3", "--exclude", "c.py")):
        analyzer("analyze", "market", "--out", "out", *options, cwd=tmp_path)
        settings = dict(json.loads((tmp_path / "out/study.json").read_text())["settings"])
        found.append((settings["seed"], settings["discover.exclude"], settings["discover.include_tests"]))
    assert found == [("1", '["a.py"]', "true"), ("2", '["b.py"]', "true"), ("3", '["c.py"]', "true")]


def test_a_project_file_that_is_none_is_remarked_on(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP | {"pyproject.toml": "[[["})
    done = analyzer("analyze", "market", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith("The pyproject.toml of the analysed code is not valid and was not used")


def test_quiet_says_where_the_report_is_and_verbose_says_everything(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP | {".venv/x.py": ""})
    quiet = analyzer("analyze", "market", "--quiet", cwd=tmp_path)
    assert (quiet.stdout, quiet.stderr) == ("Report: reports/market/report.html\n", "")
    verbose = analyzer("analyze", "market", "--verbose", "--no-cache", cwd=tmp_path)
    assert verbose.stderr.startswith("Looking for Python files ...\nReading ...\n")
    assert "1 Python file in hidden folders" in verbose.stderr


def test_a_bug_of_ours_is_one_line_and_a_file(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    script = (
        "import sys, analyzer.pipeline\n"
        "def broken(*_): raise KeyError('\\x1b[31mred')\n"
        "analyzer.pipeline.cluster = broken\n"
        "from analyzer.cli import main\nmain()\n"
    )
    command = [sys.executable, "-P", "-c", script, "analyze", "market"]
    env = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("analyzer: This is a bug in analyzer, not in your code: KeyError in ")
    details = Path(done.stderr.split("Details: ")[1].strip().removesuffix("."))
    assert "Traceback" in details.read_text()
    debug = subprocess.run([*command, "--debug"], capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert "Traceback" in debug.stderr
    assert "\x1b" not in debug.stderr


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path: Path) -> None:
    grow(tmp_path / "market", SHOP)
    command = f"'{sys.executable}' -P -m analyzer analyze market | true; echo ${{PIPESTATUS[0]}}"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")
    assert (tmp_path / "reports/market/report.html").exists()


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_from_the_start_are_no_trouble(tmp_path: Path, closed: str) -> None:
    grow(tmp_path / "market", SHOP)
    command = f"'{sys.executable}' -P -m analyzer analyze market {closed}"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, env=env, check=False)
    assert done.returncode == 0
    assert (tmp_path / "reports/market/report.html").exists()


def test_modules_in_the_analysed_folder_are_never_imported(tmp_path: Path) -> None:
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w').close()\n"
    names = ["shop/__init__.py", "shop/cart.py", "ast.py", "click.py", "json.py", "sitecustomize.py", "conftest.py",
             "setup.py", "manage.py", "analyzer.py", "pandas/__init__.py"]  # fmt: skip
    grow(tmp_path / "market", dict.fromkeys(names, trap))
    done = analyzer("analyze", ".", "--out", "../out", cwd=tmp_path / "market", XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "sprung").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "market", "out"]
