"""The smaller commands as people run them: words in, words out, an exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMANDS = ("analyze", "init", "score", "diff", "contract", "callgraph", "doctor", "completion")
SHOP = {
    "shop/__init__.py": "",
    "shop/cart.py": "from shop.stock import take\n\ndef add(item):\n    return take(item)\n",
    "shop/stock.py": "def take(item):\n    return len(item)\n",
}


@pytest.fixture
def market(tmp_path: Path) -> Path:
    for path, text in SHOP.items():
        (tmp_path / "market" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "market" / path).write_text(text)
    return tmp_path / "market"


def analyzer(*arguments: str | Path, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-P", "-m", "analyzer", *map(str, arguments)]
    env = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cwd / "cache")} | environment
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_in_its_help(tmp_path: Path, name: str) -> None:
    done = analyzer(name, "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"  analyzer {name}" in done.stdout.partition("Example")[2]


def test_a_call_graph_as_json(market: Path) -> None:
    done = analyzer("callgraph", "market", "--format", "json", cwd=market.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "shop": [],
        "shop.cart": [],
        "shop.cart.add": ["shop.stock.take"],
        "shop.stock": [],
        "shop.stock.take": ["<builtin>.len"],
        "<builtin>.len": [],
    }


def test_a_call_graph_of_code_that_cannot_all_be_read(market: Path) -> None:
    (market / "shop/broken.py").write_text("def (:\n")
    done = analyzer("callgraph", "market", cwd=market.parent)
    assert done.returncode == 3
    assert done.stderr.startswith("shop/broken.py:1: ")
    assert "shop.cart.add\n  shop.stock.take\n" in done.stdout


def test_a_boundary_file_is_written_once_and_gives_the_same_cut(market: Path) -> None:
    def placements() -> list[str]:
        assert analyzer("analyze", "market", "--quiet", cwd=market.parent).returncode == 0
        return (market.parent / "reports/market/elements.csv").read_text().splitlines()

    before = placements()
    first = analyzer("init", "market", cwd=market.parent)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout.startswith("Wrote market/boundaries.toml: ")
    again = analyzer("init", "market", cwd=market.parent)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == (
        "analyzer: market/boundaries.toml is already there. Give --force to replace it, or --out for another place.\n"
    )
    assert [row.split(",")[:6] for row in placements()] == [row.split(",")[:6] for row in before]


def test_the_doctor_finds_what_is_needed(tmp_path: Path) -> None:
    done = analyzer("doctor", cwd=tmp_path, PATH="")
    assert (done.returncode, done.stderr) == (0, "")
    assert "MISSING" not in done.stdout
    assert "git          not found; it is for the history of the code as evidence" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_completes_commands(tmp_path: Path, shell: str) -> None:
    script = analyzer("completion", shell, cwd=tmp_path)
    assert (script.returncode, script.stderr) == (0, "")
    assert "_ANALYZER_COMPLETE" in script.stdout
    words = {"bash": {"COMP_WORDS": "analyzer an", "COMP_CWORD": "1"}}.get(
        shell, {"COMP_WORDS": "analyzer an", "COMP_CWORD": "an" if shell == "fish" else "1"}
    )
    answer = analyzer(cwd=tmp_path, _ANALYZER_COMPLETE=f"{shell}_complete", **words)
    assert "analyze" in answer.stdout
