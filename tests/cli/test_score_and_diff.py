"""Score and diff as people run them, on a small shop with two packages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.cli.partitions import partition_for
from analyzer.errors import AnalyzerError

ROOT = Path(__file__).parents[2]
PARTS = ("models", "views", "forms", "tasks")


def analyzer(*arguments: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-P", "-m", "analyzer", *map(str, arguments)]
    env = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cwd / "cache")}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=False)


def write(root: Path, area: str, uses: str = "") -> None:
    folder = root / "shop" / area
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    for one, other in zip(PARTS, PARTS[1:] + PARTS[:1], strict=True):
        more = f"from shop.{uses}.models import run as there\n" if uses and one == "views" else ""
        body = "there()" if more else "None"
        (folder / f"{one}.py").write_text(
            f"from shop.{area} import {other}\n{more}\ndef run():\n    {other}.run()\n    {body}\n"
        )


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the code in ``shop`` and its report in ``report``."""
    folder = tmp_path_factory.mktemp("score")
    code = folder / "code"
    write(code, "orders", uses="stock")
    write(code, "stock")
    (code / "shop" / "__init__.py").write_text("")
    done = analyzer("analyze", "code", "--out", "report", "--quiet", "--emit", "openapi", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def scored(done: "subprocess.CompletedProcess[str]") -> dict[str, str]:
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.partition("\n\n")[0].splitlines()]
    return {" ".join(words[:-1]): words[-1] for words in lines if words[-1] != "%"} | {"mojofm": done.stdout}


def test_todays_packages_beside_the_cut_with_their_figures(shop: Path) -> None:
    done = analyzer("score", "report", "--against", "packages", cwd=shop)
    assert scored(done)["modules scored"] == "11"
    head, *rows = done.stdout.partition("\n\n")[2].splitlines()
    assert head.split() == ["this", "cut", "given"]
    assert {row[:19].strip() for row in rows} >= {"modularity", "TurboMQ", "cycles"}


def test_code_is_scored_as_its_report_is(shop: Path) -> None:
    code = analyzer("score", "code", "--against", "packages", cwd=shop)
    assert code.stdout == analyzer("score", "report", "--against", "packages", cwd=shop).stdout


FILES = {f"shop.{area}.{part}": f"shop/{area}/{part}.py" for area in ("orders", "stock") for part in PARTS}
RULES = """
[services.a]
packages = ["shop.orders"]
[services.b]
modules = ["shop.stock.[mv]*"]
[pins]
"shop.orders.forms" = "b"
"""
OWNERS = "* @shop\n/code/shop/orders/ @sales @orders\n/code/shop/orders/forms.py\n"


def labels(folder: Path, name: str, text: str) -> dict[str, str]:
    (folder / name).write_text(text)
    return partition_for(str(folder / name), FILES, folder / "code")


def test_todays_packages_are_the_first_folders(tmp_path: Path) -> None:
    assert partition_for("packages", FILES, tmp_path)["shop.stock.views"] == "shop.stock"


def test_a_boundary_file_says_pins_then_modules_then_packages(tmp_path: Path) -> None:
    assert labels(tmp_path, "boundaries.toml", RULES) == {
        "shop.orders.models": "a", "shop.orders.views": "a", "shop.orders.forms": "b", "shop.orders.tasks": "a",
        "shop.stock.models": "b", "shop.stock.views": "b", "shop.stock.forms": "", "shop.stock.tasks": "",
    }  # fmt: skip


def test_owners_are_the_last_that_match_and_count_from_their_folder(tmp_path: Path) -> None:
    found = labels(tmp_path, "CODEOWNERS", OWNERS)
    expected = {"shop.orders.views": "@orders @sales", "shop.orders.forms": "", "shop.stock.forms": "@shop"}
    assert {module: found[module] for module in expected} == expected


def test_other_tools_write_json_or_csv(tmp_path: Path) -> None:
    expected = {"shop.orders.views": "a", "shop.stock.views": "b"}
    assert labels(tmp_path, "lists.json", '{"a": ["shop.orders.views"], "b": ["shop.stock.views"]}') == expected
    assert labels(tmp_path, "labels.json", json.dumps(expected)) == expected
    assert labels(tmp_path, "labels.csv", "module,label\nshop.orders.views,a\nshop.stock.views,b\n") == expected
    elements = "kind,name,service\nmodule,shop.orders.views,a\nclass,Thing,a\nmodule,shop.stock.views,b\n"
    assert labels(tmp_path, "elements.csv", elements) == expected


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("list.json", "[1]", "needs an object"),
        ("number.json", '{"a": 1}', "must hold a label"),
        ("broken.json", "{", "cannot be read as JSON"),
        ("columns.csv", "one,two\n1,2\n", "needs a column"),
        ("empty.csv", "module,label\nshop.orders.views,\n", "gives no module a label"),
        ("wrong.toml", "[services.a]\npackage = []\n", "packages"),
    ],
)
def test_a_file_that_is_no_partition_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(AnalyzerError, match=said):
        labels(tmp_path, name, text)


def test_a_partition_of_other_code_is_one_clear_line(shop: Path) -> None:
    (shop / "strange.csv").write_text("module,label\nnobody.knows,a\n")
    done = analyzer("score", "report", "--against", "strange.csv", cwd=shop)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "gives no label to any module of report" in done.stderr


GIVEN = {module: module.split(".")[1] for module in FILES}


def test_a_partition_agrees_with_itself(shop: Path) -> None:
    (shop / "same.json").write_text(json.dumps(GIVEN))
    (shop / "same.csv").write_text("module,label\n" + "".join(f"{one},{label}\n" for one, label in GIVEN.items()))
    done = scored(analyzer("score", "same.json", "--against", "same.csv", cwd=shop))
    assert [done[name] for name in ("ari", "ami", "pair_precision", "pair_recall")] == ["1.000"] * 4
    assert "mojofm           100.0 %" in done["mojofm"]


def test_diff_says_what_changed_and_writes_the_page(shop: Path) -> None:
    (shop / "boundaries2.toml").write_text('[services.all]\npackages = ["shop"]\n')
    again = ("analyze", "code", "--out", "whole", "--quiet", "--emit", "openapi", "--boundaries", "boundaries2.toml")
    assert analyzer(*again, cwd=shop).returncode == 0
    done = analyzer("diff", "report", "whole", "--out", "changes", cwd=shop)
    assert done.returncode == 0
    assert "Modules: 11 moved, 0 new, 0 gone" in done.stdout
    assert "modularity: " in done.stdout
    page = (shop / "changes" / "comparison.html").read_text("utf-8")
    assert "What changed" in page
    assert analyzer("diff", "report", "nowhere", cwd=shop).returncode == 2
